using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>Chooses the client methods that a gate calls: one for a payment token, and one for a signed-in user.</summary>
internal static class GateParser
{
    /// <summary>Returns the gate, or null if it can call none of the methods.</summary>
    /// <param name="type">The annotated interface.</param>
    /// <param name="registrationMethod">The name of the method that registers the client.</param>
    /// <param name="methods">The client methods.</param>
    /// <param name="declaring">The interfaces that declare the methods, or null if the annotated one declares all of them.</param>
    public static GateModel? Parse(INamedTypeSymbol type, string registrationMethod, ImmutableArray<MethodModel> methods, IReadOnlyList<INamedTypeSymbol>? declaring)
    {
        GateRequest? byToken = Choose(PaymentsRole.PluginPaymentToken);
        GateRequest? byUser = Choose(PaymentsRole.UserId);

        return byToken is null && byUser is null ? null : new GateModel(ClientNaming.GetGateName(registrationMethod), byToken, byUser);

        GateRequest? Choose(PaymentsRole subject)
        {
            int best = FindBest(methods, subject);

            if (best < 0)
                return null;

            bool isInherited = declaring is not null && !SymbolEqualityComparer.Default.Equals(declaring[best], type);
            return new GateRequest(methods[best], isInherited ? SymbolText.FullName(declaring![best]) : null);
        }
    }

    private static int FindBest(ImmutableArray<MethodModel> methods, PaymentsRole subject)
    {
        int best = -1;

        for (int i = 0; i < methods.Length; i++)
        {
            if (CanCall(methods[i], subject) && (best < 0 || Rank(methods[i]) > Rank(methods[best])))
                best = i;
        }

        return best;
    }

    /// <summary>Determines whether a gate has a value for each parameter, and whether the result contains the user and the resource, which the gate verifies.</summary>
    private static bool CanCall(MethodModel method, PaymentsRole subject) =>
        method.Result != ResultKind.Status

        // The call of an obsolete or experimental method would be a warning or an error.
        && method.Attributes.Count == 0
        && method.Parameters.Any(parameter => parameter.Role == subject)
        && method.Parameters.All(parameter => parameter.Role switch
        {
            // The text of a payment token isn't accessible.
            PaymentsRole.PluginPaymentToken => subject == parameter.Role && parameter.Type == ParameterType.PluginPaymentToken,
            PaymentsRole.UserId => subject == parameter.Role,
            PaymentsRole.ExpectedUser => parameter.IsNullable,
            PaymentsRole.CancellationToken => true,
            _ => false,
        });

    // A result doesn't cost an exception, and a request without a cancellation token continues when nobody waits for it.
    private static int Rank(MethodModel method) =>
        (method.Result == ResultKind.Result ? 2 : 0)
        + (method.Parameters.Any(static parameter => parameter.Role == PaymentsRole.CancellationToken) ? 1 : 0);
}
