using System;
using System.Linq;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Finds parameters of the type <see cref="FigmaPayment"/> of minimal API handlers and controller actions.</summary>
internal static class PaymentParameters
{
    // Trimmed applications can disable the feature.
    private static readonly bool CanReadNullability = !AppContext.TryGetSwitch("System.Reflection.NullabilityInfoContext.IsSupported", out bool isSupported) || isSupported;

    /// <summary>Returns the first parameter of an endpoint that needs a payment, or null if there is none. A nullable parameter can be null.</summary>
    public static ParameterInfo? FindRequired(Endpoint endpoint)
    {
        if (!CanReadNullability)
            return null;

        MethodInfo? method = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.MethodInfo ?? endpoint.Metadata.GetMetadata<MethodInfo>();

        return method?.GetParameters().FirstOrDefault(static parameter =>
            parameter.ParameterType == typeof(FigmaPayment)
            && !parameter.HasDefaultValue
            && new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.NotNull);
    }
}
