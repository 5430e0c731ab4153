using System;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Reports FPG4002: the use of OAuth with the Payments API.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DoNotUseOAuthAnalyzer() : LibraryAnalyzer(Descriptors.DoNotUseOAuth)
{
    private protected override void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterOperationAction(static context => AnalyzeToken(context, (IObjectCreationOperation)context.Operation), OperationKind.ObjectCreation);
        start.RegisterOperationAction(static context => AnalyzeAssignment(context, (ISimpleAssignmentOperation)context.Operation), OperationKind.SimpleAssignment);
        start.RegisterOperationAction(static context => AnalyzeCall(context, (IInvocationOperation)context.Operation), OperationKind.Invocation);
    }

    private static void AnalyzeToken(OperationAnalysisContext context, IObjectCreationOperation creation)
    {
        if (creation.Arguments.Length != 1 || !creation.Type.IsOfLibrary("PersonalAccessToken"))
            return;

        IOperation text = creation.Arguments[0].Value;

        string? subject = BearerHeader.BeginsWithScheme(text) ? "The value is an OAuth header"
            : text.ConstantValue is { HasValue: true, Value: string token } && token.StartsWith(AccessTokenText.OAuthPrefix, StringComparison.Ordinal) ? "The value is an OAuth token"
            : null;

        // The constructor throws an exception, which a test might expect.
        if (subject is not null && !ExpectedException.IsExpected(creation))
            Report(context, text, subject);
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context, ISimpleAssignmentOperation assignment)
    {
        if (BearerHeader.FindOwner(assignment) is { } owner)
            AnalyzeHeader(context, assignment.Value, owner);
    }

    private static void AnalyzeCall(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (BearerHeader.FindOwner(call) is { } owner && call.Arguments.ValueOf(1) is { } value)
            AnalyzeHeader(context, value, owner);
    }

    private static void AnalyzeHeader(OperationAnalysisContext context, IOperation header, IOperation owner)
    {
        if (PaymentsUse.IsCertain(owner, header) && !MessageHandlers.Of(context.Compilation).MayChangeCredential)
            Report(context, header, "'Authorization: Bearer' is an OAuth header");
    }

    private static void Report(OperationAnalysisContext context, IOperation operation, string subject) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.DoNotUseOAuth, operation.Syntax.GetLocation(), subject));
}
