using System;
using Figma.Payments.AspNetCore.Authorization;
using Figma.Payments.AspNetCore.Cors;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Figma.Payments.AspNetCore;

/// <summary>Provides an endpoint with the decision of a gate, and refuses nobody: <see cref="FigmaPayment"/> is null if the gate doesn't admit the caller.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = true)]
public class ReadFigmaPaymentsAttribute : Attribute, IGateMetadata, ICorsPolicyMetadata
{
    /// <summary>Initializes a new instance of the <see cref="ReadFigmaPaymentsAttribute"/> class.</summary>
    /// <param name="gate">The name of the gate.</param>
    /// <exception cref="ArgumentException"><paramref name="gate"/> is null or empty.</exception>
    public ReadFigmaPaymentsAttribute(string gate)
    {
        ArgumentException.ThrowIfNullOrEmpty(gate);
        Gate = gate;
    }

    /// <summary>Gets the name of the gate.</summary>
    public string Gate { get; }

    bool IGateMetadata.IsRequired => false;

    CorsPolicy ICorsPolicyMetadata.Policy => GateCors.Policy;
}
