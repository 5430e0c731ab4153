namespace Figma.Payments.Generators;

/// <summary>The names of the generator's steps. Tests use them to verify which steps are cached.</summary>
internal static class TrackingNames
{
    public const string Client = "Client";
    public const string NamedManifests = "NamedManifests";
    public const string Manifest = "Manifest";
    public const string ProjectDirectory = "ProjectDirectory";
    public const string PinnedClient = "PinnedClient";
    public const string Capabilities = "Capabilities";
    public const string ClientFile = "ClientFile";
    public const string SharedRegistration = "SharedRegistration";
}
