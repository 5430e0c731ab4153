using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Evaluates the address that an expression creates. Parts that the surrounding code doesn't determine are unknown.</summary>
internal sealed class AddressReader
{
    // An address has only a few parts. More steps indicate recursion in code that doesn't compile.
    private const int MaxSteps = 256;

    private int _steps;

    private AddressReader()
    {
    }

    public static AddressText Read(IOperation operation)
    {
        AddressReader reader = new();
        AddressText address = reader.ReadPart(operation);

        if (reader._steps > MaxSteps)
            address.Add(AddressPartKind.Anything);

        return address;
    }

    /// <summary>Reads a part of the expression.</summary>
    public AddressText ReadPart(IOperation operation)
    {
        AddressText address = new();
        Append(address, operation);
        return address;
    }

    /// <summary>Counts a step and returns false if there were too many.</summary>
    public bool TryStep() => ++_steps <= MaxSteps;

    private void Append(AddressText address, IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
        {
            address.Add(Convert.ToString(constant, CultureInfo.InvariantCulture) ?? "");
            return;
        }

        if (!TryStep())
        {
            address.Add(AddressPartKind.Anything);
            return;
        }

        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                Append(address, conversion.Operand);
                break;
            case IParenthesizedOperation parenthesized:
                Append(address, parenthesized.Operand);
                break;
            case IAwaitOperation awaited:
                Append(address, awaited.Operation);
                break;
            case IInterpolatedStringHandlerCreationOperation handler:
                Append(address, handler.Content);
                break;
            case IInterpolatedStringOperation text:
                foreach (IInterpolatedStringContentOperation part in text.Parts)
                    AppendPart(address, part);

                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                Append(address, sum.LeftOperand);
                Append(address, sum.RightOperand);
                break;
            case ILocalReferenceOperation local:
                AppendLocal(address, local);
                break;
            case IObjectCreationOperation creation:
                AppendCreation(address, creation);
                break;
            case IInvocationOperation call:
                AppendCall(address, call);
                break;
            case IPropertyReferenceOperation { Instance: IInvocationOperation { TargetMethod.Name: "ReadAsStringAsync" } task, Property.Name: "Result" }:
                Append(address, task);
                break;
            case IPropertyReferenceOperation { Instance: { } instance, Property: { Name: "Uri" or "AbsoluteUri" or "OriginalString" } property } when IsUri(property.ContainingType):
                Append(address, instance);
                break;
            case IPropertyReferenceOperation { Instance: { } instance, Property: { Name: "Query" } property } when IsUri(property.ContainingType):
                AppendQuery(address, instance);
                break;
            case IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } }:
                break;
            case IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } when (IsText(field.Type) || IsUri(field.Type)) && FindInitialValue(field, operation.SemanticModel) is { } initial:
                Append(address, initial);
                break;
            default:
                address.Add(GetKind(operation));
                break;
        }
    }

    private void AppendPart(AddressText address, IInterpolatedStringContentOperation part)
    {
        switch (part)
        {
            case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } }:
                address.Add(text);
                break;
            case IInterpolationOperation { FormatString: null, Alignment: null } interpolation:
                Append(address, interpolation.Expression);
                break;
            case IInterpolationOperation interpolation:
                address.Add(GetKind(interpolation.Expression.WithoutConversions()));
                break;
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var only], TargetMethod.Name: "AppendLiteral" or "AppendFormatted" } }:
                Append(address, only.Value);
                break;
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { TargetMethod.Name: "AppendFormatted", Arguments: [var formatted, ..] } }:
                address.Add(GetKind(formatted.Value.WithoutConversions()));
                break;
            default:
                address.Add(AddressPartKind.Anything);
                break;
        }
    }

    private void AppendQuery(AddressText address, IOperation whole)
    {
        if (ReadPart(whole).Split() is var (_, query))
            address.Add(query);
        else
            address.Add(AddressPartKind.Anything);
    }

    private void AppendLocal(AddressText address, ILocalReferenceOperation local)
    {
        if (IsText(local.Type) || IsUri(local.Type))
        {
            if (LocalUses.Find(local) is not { } uses)
                address.Add(GetKind(local));
            else if (local.Type.Is("UriBuilder", "System"))
                BuilderReader.Append(this, address, uses, local);
            else
                Append(address, uses.Value);
        }
        else if (IsCollection(local.Type))
        {
            address.Add(QueryPairs.Read(this, local));
        }
        else
        {
            address.Add(GetKind(local));
        }
    }

    private void AppendCreation(AddressText address, IObjectCreationOperation creation)
    {
        ImmutableArray<IArgumentOperation> arguments = creation.Arguments;

        if (creation.Type.Is("UriBuilder", "System"))
            BuilderReader.Append(this, address, creation);
        else if (!creation.Type.Is("Uri", "System") || arguments.IsEmpty)
            address.Add(GetKind(creation));
        else if (arguments.Length == 2 && IsUri(arguments[0].Value.Type))
            address.Add(RelativeAddress.Join(ReadPart(arguments[0].Value), ReadPart(arguments[1].Value)));
        else
            Append(address, arguments[0].Value);
    }

    private void AppendCall(AddressText address, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        INamedTypeSymbol type = method.ContainingType;

        if (type.SpecialType == SpecialType.System_String && method.Name == "Concat" && AllText(call.Arguments))
        {
            foreach (IArgumentOperation argument in call.Arguments)
                Append(address, argument.Value);
        }
        else if (type.SpecialType == SpecialType.System_String && method.Name == "Concat" && call.Arguments is [var concatenated])
        {
            AppendJoined(address, separator: null, concatenated.Value);
        }
        else if (type.SpecialType == SpecialType.System_String && method.Name == "Join" && call.Arguments.Length == 2 && call.Arguments.ValueOf(0) is { } separator && call.Arguments.ValueOf(1) is { } values)
        {
            AppendJoined(address, separator, values);
        }
        else if (type.SpecialType == SpecialType.System_String && method.Name == "Format")
        {
            FormatReader.Append(this, address, call);
        }
        else if (method.Name == "AddQueryString" && type.Is("QueryHelpers", "WebUtilities", "AspNetCore", "Microsoft"))
        {
            AppendAddedQuery(address, call);
        }
        else if (method is { Name: "ToString", Parameters.IsEmpty: true } && call.Instance is { } instance)
        {
            if (IsCollection(instance.Type))
                address.Add(QueryPairs.Read(this, instance));
            else if (StringBuilderReader.IsBuilder(instance.Type))
                AppendBuilder(address, instance);
            else
                Append(address, instance);
        }
        else if (method.Name is "ReadAsStringAsync" or "ConfigureAwait" or "GetAwaiter" or "GetResult" && call.Instance is { } waited)
        {
            AppendContent(address, waited);
        }
        else
        {
            address.Add(!IsEscape(method) ? GetKind(call) : call.Arguments.ValueOf(0) is { } escaped && IsCertainlySpecified(escaped.WithoutConversions()) ? AddressPartKind.Value : AddressPartKind.Anything);
        }
    }

    private void AppendBuilder(AddressText address, IOperation builder)
    {
        if (StringBuilderReader.Read(this, builder) is { } text)
            address.Add(text);
        else
            address.Add(AddressPartKind.Anything);
    }

    /// <summary>Appends the elements of a collection with a separator between them.</summary>
    public void AppendJoined(AddressText address, IOperation? separator, IOperation values)
    {
        if (TextElements.Find(this, values) is not { } elements || (separator is not null && !separator.WithoutConversions().ConstantValue.HasValue))
        {
            address.Add(AddressPartKind.Anything);
            return;
        }

        for (int i = 0; i < elements.Count; i++)
        {
            if (i > 0 && separator is not null)
                Append(address, separator);

            if (elements[i] is { } element)
                Append(address, element);
            else
                address.Add(AddressPartKind.Anything);
        }
    }

    private void AppendContent(AddressText address, IOperation content)
    {
        IOperation? found = content is ILocalReferenceOperation local ? LocalUses.Find(local)?.Value : content;

        if (found is IObjectCreationOperation { Arguments: { Length: 1 } arguments } creation && creation.Type.Is("FormUrlEncodedContent", "Http", "Net", "System"))
            address.Add(QueryPairs.Read(this, arguments[0].Value));
        else if (found is IInvocationOperation)
            Append(address, found);
        else
            address.Add(AddressPartKind.AnyText);
    }

    private void AppendAddedQuery(AddressText address, IInvocationOperation call)
    {
        if (call.Arguments.ValueOf(0) is not { } start || call.Arguments.ValueOf(1) is not { } added)
        {
            address.Add(AddressPartKind.Anything);
            return;
        }

        AddressText before = ReadPart(start);
        address.Add(before);
        address.Add(before.Contains('?') ? "&" : "?");

        if (call.Arguments.ValueOf(2) is not { } value)
        {
            address.Add(QueryPairs.Read(this, added));
            return;
        }

        address.Add(QueryPairs.Read(added, value));
    }

    private static bool AllText(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.Explicit || argument.Parameter?.Type.TypeKind == TypeKind.Array)
                return false;
        }

        return true;
    }

    /// <summary>Determines whether the result of the method contains no separators.</summary>
    private static bool IsEscape(IMethodSymbol method) => method.Name switch
    {
        "EscapeDataString" => method.ContainingType.Is("Uri", "System"),
        "UrlEncode" => method.ContainingType.Is("WebUtility", "Net", "System") || method.ContainingType.Is("HttpUtility", "Web", "System"),
        _ => false,
    };

    /// <summary>Returns the kind of part that an unknown value is. Text that might be null can be anything, and nothing.</summary>
    public static AddressPartKind GetKind(IOperation value)
    {
        if (IsValue(value.Type))
            return AddressPartKind.Value;

        return value.Type.IsNonNullableValue() || IsCertainlySpecified(value) ? AddressPartKind.AnyText : AddressPartKind.Anything;
    }

    /// <summary>Determines whether a value is certainly not null, and nothing in the code says that it is empty by default.</summary>
    public static bool IsCertainlySpecified(IOperation value)
    {
        if (value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } })
            return true;

        if (value is IInvocationOperation { TargetMethod.Name: "ToString", Instance.Type: { IsValueType: true } type })
            return type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;

        return value.SemanticModel is { } model && model.GetTypeInfo(value.Syntax).Nullability.FlowState == NullableFlowState.NotNull && !MightBeEmpty(value);
    }

    /// <summary>Determines whether a value has a type without nullable annotations, or is a parameter or a member whose default value is null or empty.</summary>
    private static bool MightBeEmpty(IOperation value)
    {
        (ISymbol? variable, NullableAnnotation annotation) = value switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => (parameter, parameter.NullableAnnotation),
            IFieldReferenceOperation { Field: var field } => (field, field.NullableAnnotation),
            IPropertyReferenceOperation { Property: var property } => (property, property.NullableAnnotation),
            IInvocationOperation { TargetMethod: var method } => ((ISymbol?)null, method.ReturnNullableAnnotation),
            _ => (null, NullableAnnotation.NotAnnotated),
        };

        return (annotation == NullableAnnotation.None && value.Type is { IsReferenceType: true }) || variable?.DeclaringSyntaxReferences.Any(static reference => FindDefault(reference.GetSyntax()) is { } initial && IsEmpty(initial)) == true;
    }

    private static ExpressionSyntax? FindDefault(SyntaxNode declaration) => declaration switch
    {
        ParameterSyntax parameter => parameter.Default?.Value,
        VariableDeclaratorSyntax field => field.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        _ => null,
    };

    private static bool IsEmpty(ExpressionSyntax initial) => initial switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText.Length == 0 || literal.IsKind(SyntaxKind.NullLiteralExpression) || literal.IsKind(SyntaxKind.DefaultLiteralExpression),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } or DefaultExpressionSyntax => true,
        _ => false,
    };

    private static bool IsValue(ITypeSymbol? type) => type switch
    {
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: SpecialType.System_Boolean or (>= SpecialType.System_SByte and <= SpecialType.System_Double) } => true,
        _ => type.Is("Guid", "System") || IdKind.Of(type) is not null,
    };

    /// <summary>Returns the value with which a static field of the same file is initialized, or null if a static constructor might assign another one.</summary>
    private static IOperation? FindInitialValue(IFieldSymbol field, SemanticModel? model) =>
        model is not null
        && field.ContainingType.StaticConstructors.All(static constructor => constructor.IsImplicitlyDeclared)
        && field.DeclaringSyntaxReferences is [var declaration]
        && declaration.SyntaxTree == model.SyntaxTree
        && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
            ? model.GetOperation(value)
            : null;

    /// <summary>Determines whether the type is the result of <c>HttpUtility.ParseQueryString</c>, whose text is the query.</summary>
    private static bool IsCollection(ITypeSymbol? type) => type.Is("NameValueCollection", "Specialized", "Collections", "System");

    private static bool IsText(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String };

    private static bool IsUri(ITypeSymbol? type) => type.Is("Uri", "System") || type.Is("UriBuilder", "System");
}
