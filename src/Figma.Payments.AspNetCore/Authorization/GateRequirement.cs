using Microsoft.AspNetCore.Authorization;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>The only requirement of a gate's policy.</summary>
/// <param name="Gate">The name of the gate.</param>
internal sealed record GateRequirement(string Gate) : IAuthorizationRequirement
{
    public override string ToString() => "Figma payments: " + Gate;
}
