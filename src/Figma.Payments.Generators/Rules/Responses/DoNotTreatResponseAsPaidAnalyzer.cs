using System.Collections.Immutable;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Reports FPG3004: access that is granted for every response that isn't an error.</summary>
/// <remarks>If the same function uses the status or passes the response to other code, the rule reports nothing.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DoNotTreatResponseAsPaidAnalyzer() : AccessDecisionAnalyzer(Descriptors.DoNotTreatResponseAsPaid)
{
    private protected override AccessPartition Partition => AccessPartition.BySuccess;

    private protected override ImmutableArray<OperationKind> Kinds => ImmutableArray.Create(OperationKind.PropertyReference);

    private protected override bool IsUse(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: { Name: "IsSuccess" or "Information" or "Error" } property } && property.ContainingType.IsOfLibrary(ResponseTypes.Result);
}
