namespace Figma.Payments.Generators.Model;

/// <summary>Everything that determines the text of one client's file.</summary>
internal sealed record ClientFile(ClientModel Client, Capabilities Capabilities)
{
    /// <summary>Gets the client's registration, or null if the client cannot be registered.</summary>
    public RegistrationModel? Registration => Capabilities.HasHttpClientFactory ? Client.Registration : null;
}
