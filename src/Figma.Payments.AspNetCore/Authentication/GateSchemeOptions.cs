using Microsoft.AspNetCore.Authentication;

namespace Figma.Payments.AspNetCore.Authentication;

/// <summary>The options of the authentication scheme. A gate has none; its own options are <see cref="FigmaPaymentsGateOptions"/>.</summary>
internal sealed class GateSchemeOptions : AuthenticationSchemeOptions;
