namespace Figma.Payments.AspNetCore.Options;

/// <summary>Records that a gate was added to the services.</summary>
/// <param name="Name">The name of the gate.</param>
internal sealed record GateRegistration(string Name);
