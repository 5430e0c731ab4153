using System.Collections.Generic;
using System.Collections.Immutable;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>Reports FPG2005: a constant that isn't a valid ID of its type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstantIdMustBeValidAnalyzer() : LibraryAnalyzer(Descriptors.ConstantIdMustBeValid)
{
    /// <summary>The key of the diagnostic property that specifies how to fix the violation.</summary>
    internal const string Fix = "Fix";

    /// <summary>The text is an address, which <c>Parse</c> accepts and the constructor doesn't.</summary>
    internal const string FixByParse = "Parse";

    /// <summary>The text is an ID with white space around it.</summary>
    internal const string FixByTrim = "Trim";

    /// <summary>The key of the diagnostic property that contains the ID found in the text.</summary>
    internal const string Id = "Id";

    private protected override void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterOperationAction(static context => AnalyzeCreation(context, (IObjectCreationOperation)context.Operation), OperationKind.ObjectCreation);
        start.RegisterOperationAction(static context => AnalyzeCall(context, (IInvocationOperation)context.Operation), OperationKind.Invocation);
        start.RegisterOperationAction(static context => AnalyzeConversion(context, (IConversionOperation)context.Operation), OperationKind.Conversion);
        start.RegisterSymbolAction(AnalyzeInterface, SymbolKind.NamedType);
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, IObjectCreationOperation creation)
    {
        if (creation.Arguments.Length != 1 || IdKind.Of(creation.Type) is not { } kind)
            return;

        IOperation value = creation.Arguments[0].Value;

        if (value.ConstantValue is { HasValue: true, Value: var constant })
            Report(context, value, kind, constant, mayBeParsed: true);
    }

    private static void AnalyzeCall(OperationAnalysisContext context, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;

        if (method.Parameters.Length == 0)
            return;

        if (method is { IsStatic: true, Name: "Parse" })
            AnalyzeParse(context, call);
        else if (method.ContainingType.IsOfLibrary("ResourceId"))
            AnalyzeResourceId(context, call);
        else if (!method.IsStatic && method.ReturnType is INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask" })
            AnalyzeClientMethodCall(context, call);
    }

    private static void AnalyzeParse(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (IdKind.Of(call.TargetMethod.ContainingType) is not { } kind)
            return;

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument is { Parameter.Ordinal: 0, Value: { ConstantValue: { HasValue: true, Value: var constant } } value }
                && constant is null or string
                && IdConstant.FindParseError((string?)constant, kind, out _) is { } error)
            {
                Report(context, value, kind.Name, error, CreateProperties((string?)constant));
            }
        }
    }

    private static void AnalyzeResourceId(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (call.Instance is { } instance)
        {
            // The others, such as Equals, accept an ID that isn't initialized.
            if (call.TargetMethod.Name is "Match" or "Deconstruct")
                ReportDefault(context, instance);

            return;
        }

        foreach (IArgumentOperation argument in call.Arguments)
            ReportDefault(context, argument.Value);
    }

    private static void AnalyzeClientMethodCall(OperationAnalysisContext context, IInvocationOperation call)
    {
        IMethodSymbol? method = null;

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter })
                continue;

            IOperation value = argument.Value.WithoutConversions();

            if (!value.ConstantValue.HasValue && !MayBeDefault(value))
                continue;

            method ??= ResourceParameters.FindClientMethod(call.TargetMethod.OriginalDefinition, call.Instance?.Type);

            if (method is null)
                return;

            if (ParameterParser.TryParse(method.Parameters[parameter.Ordinal], out _) is not { } model)
                continue;

            if (!ReportDefault(context, argument.Value))
                AnalyzeArgument(context, value, model);
        }
    }

    private static void AnalyzeArgument(OperationAnalysisContext context, IOperation value, ParameterModel parameter)
    {
        if (IdKind.Of(parameter.Role) is not { } kind
            || parameter.Type is not (ParameterType.String or ParameterType.Int64 or ParameterType.UInt64)
            || !value.ConstantValue.HasValue)
        {
            return;
        }

        object? constant = value.ConstantValue.Value;

        // For an optional ID, null and an empty string specify no ID, which FPG2001 checks.
        if (constant is null or "" && parameter.IsNullable)
            return;

        Report(context, value, kind, constant, mayBeParsed: false);
    }

    private static void AnalyzeConversion(OperationAnalysisContext context, IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is { } method && method.ContainingType.IsOfLibrary("ResourceId"))
            ReportDefault(context, conversion.Operand);
    }

    private static void AnalyzeInterface(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;

        if (type.TypeKind != TypeKind.Interface)
            return;

        foreach (AttributeData attribute in LibrarySymbols.FindClientAttributes(type))
        {
            if (attribute.NamedArguments.IsEmpty || attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax syntax)
                continue;

            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            {
                // FPG1007 reports text that cannot be an ID.
                if (IdKind.Named(argument.Key) is { } kind
                    && argument.Value.Value is string text
                    && IdText.FindError(text) is null
                    && IdConstant.FindError(text, kind, mayBeParsed: false, out _) is { } error)
                {
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.ConstantIdMustBeValid, FindValue(syntax, argument.Key).GetLocation(), kind.Name, error));
                }
            }
        }
    }

    private static SyntaxNode FindValue(AttributeSyntax attribute, string name)
    {
        foreach (AttributeArgumentSyntax argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == name)
                return argument.Expression;
        }

        return attribute;
    }

    private static void Report(OperationAnalysisContext context, IOperation value, IdKind kind, object? constant, bool mayBeParsed)
    {
        string? idInAddress = null;

        string? error = constant is null or string
            ? IdConstant.FindError((string?)constant, kind, mayBeParsed, out idInAddress)
            : IdConstant.FindError(constant);

        if (error is null)
            return;

        ImmutableDictionary<string, string?> properties = CreateProperties(constant as string);

        if (idInAddress is not null)
            properties = mayBeParsed ? properties.Add(Fix, FixByParse) : properties.Add(Id, idInAddress);

        Report(context, value, kind.Name, error, properties);
    }

    private static ImmutableDictionary<string, string?> CreateProperties(string? text) =>
        IdConstant.FindTrimmed(text) is { } id
            ? ImmutableDictionary<string, string?>.Empty.Add(Fix, FixByTrim).Add(Id, id)
            : ImmutableDictionary<string, string?>.Empty;

    private static bool ReportDefault(OperationAnalysisContext context, IOperation value)
    {
        IOperation bare = value.WithoutConversions();

        // An ID that can't be used is wrong in one branch, too.
        switch (bare)
        {
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                return ReportDefault(context, choice.WhenTrue) | ReportDefault(context, whenFalse);
            case ICoalesceOperation choice:
                return choice.SemanticModel?.GetTypeInfo(choice.Value.Syntax).Nullability.FlowState != NullableFlowState.NotNull && !VariableTests.Precede(choice) && ReportDefault(context, choice.WhenNull);
            case ISwitchExpressionOperation choice:
                bool isReported = false;

                foreach (ISwitchExpressionArmOperation arm in choice.Arms)
                    isReported |= ReportDefault(context, arm.Value);

                return isReported;
        }

        if (!IsDefaultId(bare))
            return false;

        Report(context, bare, bare.Type!.Name, $"it is 'default({bare.Type.Name})', which throws an exception when it is used");
        return true;
    }

    private static void Report(OperationAnalysisContext context, IOperation value, string kind, string error, ImmutableDictionary<string, string?>? properties = null)
    {
        if (!ExpectedException.IsExpected(value) && !ExpectedCalls.Contains(value) && !IsForOwnImplementation(value, context.Compilation))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ConstantIdMustBeValid, value.Syntax.GetLocation(), properties, kind, error));
    }

    /// <summary>Determines whether an ID is passed to an interface that a type of this compilation implements, which can accept any.</summary>
    private static bool IsForOwnImplementation(IOperation value, Compilation compilation)
    {
        IOperation? around = value.Parent;

        while (around is IConversionOperation or IConditionalOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation)
            around = around.Parent;

        return around is IArgumentOperation { Parent: IInvocationOperation call } && ClientImplementations.Contain(call.Instance?.Type, compilation);
    }

    private static bool MayBeDefault(IOperation value) => IsDefaultId(value) || value is IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation;

    private static bool IsDefaultId(IOperation value) =>
        value is IDefaultValueOperation or IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null }
        && (IdKind.Of(value.Type) is not null || value.Type.IsOfLibrary("ResourceId"));
}
