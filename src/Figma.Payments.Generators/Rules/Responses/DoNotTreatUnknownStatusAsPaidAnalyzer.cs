using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Reports FPG3002: access that is granted for every status other than <c>Unpaid</c>, including an unknown one.</summary>
/// <remarks>If the same function uses the response in another way, it might handle the unknown status there, and the rule reports nothing.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DoNotTreatUnknownStatusAsPaidAnalyzer() : AccessDecisionAnalyzer(Descriptors.DoNotTreatUnknownStatusAsPaid)
{
    private protected override AccessPartition Partition => AccessPartition.ByUnpaid;

    private protected override ImmutableArray<OperationKind> Kinds => ImmutableArray.Create(OperationKind.PropertyReference, OperationKind.FieldReference);

    private protected override bool IsUse(IOperation operation) => ResponseTypes.IsStatus(operation.Type) || ResponseTypes.ReadsStatusText(operation);
}
