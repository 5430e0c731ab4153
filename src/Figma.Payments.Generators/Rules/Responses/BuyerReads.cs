using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes reads of what can be a store of buyers by its name, such as <c>db.Licenses</c>. What the code does with the value, or the exception that the read throws, can depend on what the user has bought.</summary>
internal static class BuyerReads
{
    /// <summary>Determines whether an operation reads such a store. Conditions, the requests of clients and their responses are judged elsewhere.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">The body that contains it. The name of its type is that of a purpose, such as <c>LicensesController</c>.</param>
    public static bool Contains(IOperation operation, ResponseBody body) => !Refusals.IsBooleanOrTask(operation.Type) && !ResponseTypes.Contains(operation.Type) && operation switch
    {
        IInvocationOperation call => !IgnoredResults.IsStatement(call) && !IgnoredResults.IsClientMethodCall(call) && !TellingMethods.Contains(call.TargetMethod) && NamesStore(call.TargetMethod, body),
        IPropertyReferenceOperation { Property: var property } => !Assignments.IsTarget((IPropertyReferenceOperation)operation) && NamesStore(property, body),
        _ => false,
    };

    private static bool NamesStore(ISymbol member, ResponseBody body) =>
        member.ContainingType is { } type
        && !type.IsOfPlatform()
        && !type.ContainingNamespace.IsNamed("Payments", "Figma")
        && (BuyerNames.NamesStore(member.Name) || (!SymbolEqualityComparer.Default.Equals(type, body.Member.ContainingType) && BuyerNames.NamesStore(type.Name)));
}
