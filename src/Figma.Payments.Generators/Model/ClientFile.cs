namespace Figma.Payments.Generators.Model;

/// <summary>All that decides the text of one client's file.</summary>
internal sealed record ClientFile(ClientModel Client, Capabilities Capabilities)
{
    /// <summary>How the client is registered; null where it cannot be.</summary>
    public RegistrationModel? Registration => Capabilities.HasHttpClientFactory ? Client.Registration : null;
}
