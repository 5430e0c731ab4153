using System;
using Figma.Payments.AspNetCore.Authorization;
using Figma.Payments.AspNetCore.Cors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Figma.Payments.AspNetCore;

/// <summary>
/// Admits only callers who have paid: on minimal API handlers, controllers and actions, Razor page models, hubs and hub methods, and gRPC services and methods.
/// </summary>
/// <remarks>The attribute names the authorization policy of the gate. The gate's own decision is required in addition, whatever the policy says.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = true)]
public class RequireFigmaPaymentsAttribute : AuthorizeAttribute, IGateMetadata, ICorsPolicyMetadata
{
    /// <summary>Initializes a new instance of the <see cref="RequireFigmaPaymentsAttribute"/> class.</summary>
    /// <param name="gate">The name of the gate.</param>
    /// <exception cref="ArgumentException"><paramref name="gate"/> is null or empty.</exception>
    public RequireFigmaPaymentsAttribute(string gate)
        : base(GateNames.ToScheme(gate))
    {
        ArgumentException.ThrowIfNullOrEmpty(gate);
        Gate = gate;
    }

    /// <summary>Gets the name of the gate.</summary>
    public string Gate { get; }

    bool IGateMetadata.IsRequired => true;

    CorsPolicy ICorsPolicyMetadata.Policy => GateCors.Policy;
}
