using System;
using System.Collections.Generic;
using System.Linq;
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
        start.RegisterOperationAction(static context => AnalyzeCall(context, (IInvocationOperation)context.Operation), OperationKind.Invocation);
        start.RegisterOperationAction(static context => AnalyzeMessage(context, (IObjectCreationOperation)context.Operation), OperationKind.ObjectCreation);
        start.RegisterOperationAction(static context => AnalyzeText(context, context.Operation), OperationKind.InterpolatedString, OperationKind.Binary);
    }

    private static void AnalyzeCall(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (RequestAddress.Find(call) is not { } address)
        {
            if (call.TargetMethod.Name is "Concat" or "Format" or "Join")
                AnalyzeText(context, call);
        }
        else if (RequestAddress.IsGet(call) && !ClientHandler.IsOwn(call))
        {
            Check(context, address, RequestAddress.Read(call, address), [call], isWhole: true);
        }
    }

    private static void AnalyzeMessage(OperationAnalysisContext context, IObjectCreationOperation creation)
    {
        // Other code that receives the message might complete its address. A message that isn't used can be text for an example.
        if (MessageUses.Find(creation) is { IsGet: true, IsSentOrdinarily: true, IsUsed: true, Address: { } address } message)
            Check(context, address, RequestAddress.Read(message, address), message.Sends, isWhole: !message.IsShared && !message.IsReturned);
    }

    private static void AnalyzeText(OperationAnalysisContext context, IOperation text)
    {
        if (text.Type?.SpecialType != SpecialType.System_String || text.ConstantValue.HasValue)
            return;

        IOperation whole = text.WithConversionsAround();

        bool isStored = whole.Parent is IReturnOperation or IFieldInitializerOperation or IPropertyInitializerOperation
            || (whole.Parent is ISimpleAssignmentOperation { Target: IMemberReferenceOperation } assignment && assignment.Value == whole);

        if (isStored && ContainsPath(text) && PaymentsAddress.Read(AddressReader.Read(text)) is { HasFigmaHost: true } address && RequestProblem.Find(address, isWhole: false) is { } problem)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.RequestParametersMustBeValid, text.Syntax.GetLocation(), problem));
    }

    private static bool ContainsPath(IOperation text)
    {
        foreach (IOperation operation in text.WithDescendants())
        {
            if (operation.ConstantValue is { HasValue: true, Value: string known } && known.IndexOf("payments", StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    private static void Check(OperationAnalysisContext context, IOperation value, AddressText text, IReadOnlyList<IInvocationOperation> sends, bool isWhole)
    {
        if (PaymentsAddress.Read(text) is { } address
            && RequestProblem.Find(address, isWhole) is not null
            && (address.HasFigmaHost || !ProjectBaseAddresses.MightBeOther(context.Compilation))
            && RequestProblem.Find(address, isWhole && !MessageHandlers.Of(context.Compilation).MayChangeAddress) is { } problem
            && !ExpectedException.IsAsserted(value)
            && !ExpectedException.IsBadRequestHandled(value)
            && !sends.Any(ExpectedStatus.IsBadRequest))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.RequestParametersMustBeValid, value.Syntax.GetLocation(), problem));
    }
}
