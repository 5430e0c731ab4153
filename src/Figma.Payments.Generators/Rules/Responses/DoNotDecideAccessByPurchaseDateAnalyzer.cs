using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Reports FPG3001: access that is decided by the date of purchase.</summary>
/// <remarks>If the same function uses the status or the date in another way, the rule reports nothing.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DoNotDecideAccessByPurchaseDateAnalyzer() : AccessDecisionAnalyzer(Descriptors.DoNotDecideAccessByPurchaseDate)
{
    private protected override AccessPartition Partition => AccessPartition.ByDate;

    private protected override ImmutableArray<OperationKind> Kinds => ImmutableArray.Create(OperationKind.PropertyReference);

    private protected override bool IsUse(IOperation operation) => ResponseTypes.ReadsDate(operation);
}
