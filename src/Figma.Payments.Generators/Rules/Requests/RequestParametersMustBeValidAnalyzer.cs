using System;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Reports FPG2006: an invalid request to the Payments API that is sent without a generated client.</summary>
/// <remarks>
/// The address is checked if it is passed to a request. If a member returns or stores an address of Figma's host, only several resources are reported.
/// A constant that isn't part of a request might be test data or documentation.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequestParametersMustBeValidAnalyzer() : LibraryAnalyzer(Descriptors.RequestParametersMustBeValid)
{
    private protected override void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterOperationAction(static context => OfCall(context, (IInvocationOperation)context.Operation), OperationKind.Invocation);
        start.RegisterOperationAction(static context => OfCreation(context, (IObjectCreationOperation)context.Operation), OperationKind.ObjectCreation);
        start.RegisterOperationAction(static context => OfAssignment(context, (ISimpleAssignmentOperation)context.Operation), OperationKind.SimpleAssignment);
        start.RegisterOperationAction(static context => OfBuiltText(context, context.Operation), OperationKind.InterpolatedString, OperationKind.Binary);
    }

    private static void OfCall(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (RequestAddress.Find(call) is { } address)
            Judge(context, address, RequestAddress.Read(call, address), isWhole: RequestAddress.IsRead(call) && !IsChangedLater(call));
        else if (call.TargetMethod.Name is "Concat" or "Format")
            OfBuiltText(context, call);
    }

    private static void OfCreation(OperationAnalysisContext context, IObjectCreationOperation creation)
    {
        if (RequestAddress.Find(creation) is { } address)
            Judge(context, address, RequestAddress.Read(creation, address), isWhole: RequestAddress.IsRead(creation) && !IsChangedLater(creation));
    }

    private static void OfAssignment(OperationAnalysisContext context, ISimpleAssignmentOperation assignment)
    {
        if (RequestAddress.IsAddress(assignment.Target))
            Judge(context, assignment.Value, AddressReader.Read(assignment.Value), isWhole: false);
    }

    private static void OfBuiltText(OperationAnalysisContext context, IOperation text)
    {
        if (text.Type?.SpecialType != SpecialType.System_String || text.ConstantValue.HasValue)
            return;

        IOperation whole = text.WithConversionsAround();

        bool isKept = whole.Parent is IReturnOperation or IFieldInitializerOperation or IPropertyInitializerOperation
            || (whole.Parent is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment && assignment.Value == whole && !RequestAddress.IsAddress(target));

        if (isKept && NamesPath(text) && PaymentsAddress.Read(AddressReader.Read(text)) is { IsFigma: true } address && RequestFault.Find(address, isWhole: false) is { } fault)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.RequestParametersMustBeValid, text.Syntax.GetLocation(), fault));
    }

    private static bool NamesPath(IOperation text)
    {
        foreach (IOperation operation in text.WithDescendants())
        {
            if (operation.ConstantValue is { HasValue: true, Value: string known } && known.IndexOf("payments", StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    private static void Judge(OperationAnalysisContext context, IOperation value, AddressText text, bool isWhole)
    {
        if (PaymentsAddress.Read(text) is { } address && RequestFault.Find(address, isWhole) is { } fault)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.RequestParametersMustBeValid, value.Syntax.GetLocation(), fault));
    }

    /// <summary>Determines whether the member uses <c>RequestUri</c>, which might change the address.</summary>
    private static bool IsChangedLater(IOperation request)
    {
        foreach (IOperation operation in request.Root().WithDescendants())
        {
            if (operation is IPropertyReferenceOperation { Property.Name: "RequestUri" })
                return true;
        }

        return false;
    }
}
