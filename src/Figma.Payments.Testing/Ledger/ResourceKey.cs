namespace Figma.Payments.Testing.Ledger;

/// <summary>A resource as the wire names it: its kind, and text that need not be an id.</summary>
internal readonly record struct ResourceKey(ResourceType Type, string Text)
{
    public static ResourceKey Of(ResourceId resource) => new(resource.Type, resource.Value);
}
