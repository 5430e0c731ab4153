using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Reports FPG3002: access that is granted for every status other than <c>Unpaid</c>, including an unknown one.</summary>
/// <remarks>If the same member uses the status in another way, it might handle the unknown status there, and the rule reports nothing.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DoNotTreatUnknownStatusAsPaidAnalyzer() : LibraryAnalyzer(Descriptors.DoNotTreatUnknownStatusAsPaid)
{
    private protected override void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterOperationAction(static context => AnalyzeComparison(context, (IBinaryOperation)context.Operation), OperationKind.Binary);
        start.RegisterOperationAction(static context => AnalyzeNegatedPattern(context, (INegatedPatternOperation)context.Operation), OperationKind.NegatedPattern);
        start.RegisterOperationAction(static context => AnalyzeIsPattern(context, (IIsPatternOperation)context.Operation), OperationKind.IsPattern);
        start.RegisterOperationAction(static context => AnalyzeSwitch(context, (ISwitchExpressionOperation)context.Operation), OperationKind.SwitchExpression);
        start.RegisterOperationAction(static context => AnalyzeSwitch(context, (ISwitchOperation)context.Operation), OperationKind.Switch);
        start.RegisterOperationAction(static context => AnalyzeConditional(context, (IConditionalOperation)context.Operation), OperationKind.Conditional);
    }

    private static void AnalyzeComparison(OperationAnalysisContext context, IBinaryOperation comparison)
    {
        if (comparison.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals) || !StatusTest.IsComparison(comparison))
            return;

        if (FindTest(comparison, isNegative: comparison.OperatorKind == BinaryOperatorKind.NotEquals) is { } test)
            Report(context, test, comparison);
    }

    private static void AnalyzeIsPattern(OperationAnalysisContext context, IIsPatternOperation match)
    {
        if (StatusTest.IsUnpaidPattern(match.Pattern) && FindTest(match, isNegative: false) is { } test)
            Report(context, test, match);
    }

    private static void AnalyzeNegatedPattern(OperationAnalysisContext context, INegatedPatternOperation pattern)
    {
        if (!StatusTest.IsUnpaidPattern(pattern.Pattern))
            return;

        if (pattern.Parent is not IIsPatternOperation match)
            AnalyzeNestedPattern(context, pattern);
        else if (FindTest(match, isNegative: true) is { } test)
            Report(context, test, match);
    }

    private static void AnalyzeNestedPattern(OperationAnalysisContext context, INegatedPatternOperation pattern)
    {
        IOperation? around = pattern.Parent;

        while (around is IPatternOperation and not INegatedPatternOperation or IPropertySubpatternOperation)
            around = around.Parent;

        // A double negation tests for Unpaid.
        if (around is IIsPatternOperation match ? FindTest(match, isNegative: true) is not null : around is not INegatedPatternOperation)
            Report(context, pattern, pattern);
    }

    private static void AnalyzeSwitch(OperationAnalysisContext context, ISwitchExpressionOperation choice)
    {
        if (NotUnpaidChoice.FindDefault(choice) is { } rest && !IsUnknownHandled(choice))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DoNotTreatUnknownStatusAsPaid, rest.Syntax.GetLocation()));
    }

    private static void AnalyzeSwitch(OperationAnalysisContext context, ISwitchOperation choice)
    {
        if (NotUnpaidChoice.FindDefault(choice) is { } rest && !IsUnknownHandled(choice))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DoNotTreatUnknownStatusAsPaid, rest.Syntax.GetLocation()));
    }

    private static void AnalyzeConditional(OperationAnalysisContext context, IConditionalOperation choice)
    {
        if (NotUnpaidChoice.FindTest(choice) is { } test)
            Report(context, test, test);
    }

    /// <summary>Returns the test, including its negation, if it is true for every status other than <c>Unpaid</c>; otherwise, null.</summary>
    private static IOperation? FindTest(IOperation test, bool isNegative)
    {
        IOperation whole = test.WithConversionsAround();

        if (whole.Parent is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation)
            return isNegative ? null : negation;

        return isNegative ? test : null;
    }

    private static void Report(OperationAnalysisContext context, IOperation reported, IOperation test)
    {
        if (!IsUnknownHandled(test))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DoNotTreatUnknownStatusAsPaid, reported.Syntax.GetLocation()));
    }

    private static bool IsUnknownHandled(IOperation test)
    {
        foreach (IOperation operation in test.Root().WithDescendants())
        {
            if (operation is IPropertyReferenceOperation { Property.Name: "IsPaid" or "IsPaidOrTrial" } property
                && (property.Property.ContainingType.IsOfLibrary("PaymentInformation") || property.Property.ContainingType.IsOfLibrary("PaymentsResult")))
            {
                return true;
            }

            if (operation.Reads("PaymentInformation", "PaymentStatusText") && !IsWithin(operation, test) && !(operation.Parent is IPropertySubpatternOperation && IsWithin(test, operation.Parent)))
                return true;

            if (operation is IFieldReferenceOperation field
                && field.Field.ContainingType.IsOfLibrary("PaymentStatus")
                && (StatusTest.IsMember(field, "Unknown") || !(IsWithin(field, test) || IsNegativeTest(field))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithin(IOperation operation, IOperation around)
    {
        for (IOperation? next = operation; next is not null; next = next.Parent)
        {
            if (next == around)
                return true;
        }

        return false;
    }

    /// <summary>Determines whether the field is part of another <c>!= Unpaid</c> or <c>!= Trial</c>, which doesn't handle the unknown status.</summary>
    private static bool IsNegativeTest(IFieldReferenceOperation field) =>
        (StatusTest.IsMember(field, "Unpaid") || StatusTest.IsMember(field, "Trial"))
        && field.WithConversionsAround().Parent
            is IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals }
            or IConstantPatternOperation { Parent: INegatedPatternOperation };
}
