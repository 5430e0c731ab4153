namespace Figma.Payments.Testing.Ledger;

/// <summary>Identifies a resource by its type and the text that the request contains, which might not be a valid ID.</summary>
internal readonly record struct ResourceKey(ResourceType Type, string Text)
{
    public static ResourceKey Of(ResourceId resource) => new(resource.Type, resource.Value);
}
