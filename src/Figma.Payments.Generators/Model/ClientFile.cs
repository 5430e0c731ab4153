namespace Figma.Payments.Generators.Model;

/// <summary>Everything that determines the text of one client's file.</summary>
internal sealed record ClientFile(ClientModel Client, Capabilities Capabilities)
{
    /// <summary>Gets the client's registration, or null if the client cannot be registered.</summary>
    public RegistrationModel? Registration => Capabilities.HasHttpClientFactory ? Client.Registration : null;

    /// <summary>Gets the client's gate, or null if there is none or the project doesn't reference <c>Figma.Payments.AspNetCore</c>.</summary>
    public GateModel? Gate => Capabilities.HasGate && Registration is not null ? Client.Gate : null;
}
