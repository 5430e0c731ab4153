using System;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>FPG2006: a request to the Payments API, written by hand, that cannot be answered.</summary>
/// <remarks>
/// An address is judged where a request takes it, and several ids also where a member returns or keeps a built address of Figma's host.
/// A constant that nobody sends is test data, or a page about this API.
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

    /// <summary>Whether the member puts another address on a request somewhere.</summary>
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
