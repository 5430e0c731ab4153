using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Reports FPG3001: access that is decided by the date of purchase.</summary>
/// <remarks>
/// A test of the date decides access if its value has a name such as <c>hasAccess</c> or <c>IsPaid</c>, or if it guards a call such as <c>Unlock()</c>.
/// If the same member uses the status, the rule reports nothing.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DoNotDecideAccessByPurchaseDateAnalyzer() : LibraryAnalyzer(Descriptors.DoNotDecideAccessByPurchaseDate)
{
    private protected override void Register(CompilationStartAnalysisContext start) =>
        start.RegisterOperationAction(Analyze, OperationKind.PropertyReference);

    private static void Analyze(OperationAnalysisContext context)
    {
        if (!context.Operation.Reads("PaymentInformation", "DateOfPurchase") || DateTest.Find((IPropertyReferenceOperation)context.Operation) is not { } test)
            return;

        if (AccessDecision.DependsOn(test, context.ContainingSymbol) && !IsStatusUsed(test.Operation.Root()))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DoNotDecideAccessByPurchaseDate, test.Operation.Syntax.GetLocation()));
    }

    private static bool IsStatusUsed(IOperation root)
    {
        foreach (IOperation operation in root.WithDescendants())
        {
            if (operation is IPropertyReferenceOperation { Property: { Name: "IsPaid" or "IsPaidOrTrial" or "PaymentStatus" or "PaymentStatusText" } property }
                && (property.ContainingType.IsOfLibrary("PaymentInformation") || property.ContainingType.IsOfLibrary("PaymentsResult")))
            {
                return true;
            }

            if (operation is IFieldReferenceOperation { Field: { IsConst: true } status } && status.ContainingType.IsOfLibrary("PaymentStatus"))
                return true;
        }

        return false;
    }
}
