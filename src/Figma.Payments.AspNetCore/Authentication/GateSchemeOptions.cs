using Microsoft.AspNetCore.Authentication;

namespace Figma.Payments.AspNetCore.Authentication;

/// <summary>The options of a gate's authentication scheme. Its other options are <see cref="FigmaPaymentsGateOptions"/>.</summary>
internal sealed class GateSchemeOptions : AuthenticationSchemeOptions
{
    /// <summary>Gets or sets the name of the gate.</summary>
    public string Gate { get; set; } = "";
}
