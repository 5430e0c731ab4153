using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
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
            case { Type: var type } when UnknownValue.HasAlwaysText(type):
                address.Add(AddressPartKind.Value);
                break;
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
            case IParameterReferenceOperation parameter:
                AppendParameter(address, parameter);
                break;
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                AppendChoice(address, [choice.WhenTrue, whenFalse]);
                break;
            case ICoalesceOperation choice:
                AppendChoice(address, [choice.Value, choice.WhenNull]);
                break;
            case ISwitchExpressionOperation choice:
                AppendChoice(address, choice.Arms.Select(static arm => arm.Value));
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
                address.Add(UnknownValue.GetKind(operation));
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
                address.Add(GetFormattedKind(interpolation.Expression));
                break;
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var only], TargetMethod.Name: "AppendLiteral" or "AppendFormatted" } }:
                Append(address, only.Value);
                break;
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { TargetMethod.Name: "AppendFormatted", Arguments: [var formatted, ..] } }:
                address.Add(GetFormattedKind(formatted.Value));
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
                AppendChoice(address, MemberBody.Of(local).FindVariable(local.Local).Values ?? []);
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
            address.Add(UnknownValue.GetKind(local));
        }
    }

    private void AppendParameter(AddressText address, IParameterReferenceOperation parameter)
    {
        if (MemberBody.Of(parameter).FindVariable(parameter.Parameter).Values is { } assigned && assigned.All(value => TryStep() && IsSpecified(ReadPart(value))))
            address.Add(UnknownValue.GetKind(parameter));
        else
            address.Add(AddressPartKind.Anything);
    }

    /// <summary>Appends one of several values. It is text if all of them are, and nothing if all of them are empty.</summary>
    private void AppendChoice(AddressText address, IEnumerable<IOperation> values)
    {
        bool isText = false;
        bool isEmpty = false;

        foreach (IOperation value in values)
        {
            if (value.WithoutConversions() is IThrowOperation)
                continue;

            AddressText text = ReadPart(value);
            isText |= text.Parts.Count > 0;
            isEmpty |= !IsSpecified(text);

            if ((isText && isEmpty) || !TryStep())
            {
                address.Add(AddressPartKind.Anything);
                return;
            }
        }

        if (isText)
            address.Add(AddressPartKind.AnyText);
        else if (!isEmpty)
            address.Add(AddressPartKind.Anything);
    }

    /// <summary>Appends the result of a method that leaves no separators.</summary>
    private void AppendEscaped(AddressText address, IOperation value)
    {
        AddressText text = ReadPart(value);

        if (text.Parts.Count > 0)
            address.Add(IsSpecified(text) ? AddressPartKind.Value : AddressPartKind.Anything);
    }

    /// <summary>Returns the kind of part that a value with a format or an alignment is.</summary>
    public AddressPartKind GetFormattedKind(IOperation value) => ReadPart(value) switch
    {
        { Parts: [{ Kind: AddressPartKind.Value }] } => AddressPartKind.Value,
        var text => IsSpecified(text) ? AddressPartKind.AnyText : AddressPartKind.Anything,
    };

    /// <summary>Determines whether a text is certainly not empty.</summary>
    public static bool IsSpecified(AddressText text) => text.Parts.Any(static part => part.Kind != AddressPartKind.Anything);

    private void AppendCreation(AddressText address, IObjectCreationOperation creation)
    {
        ImmutableArray<IArgumentOperation> arguments = creation.Arguments;

        if (creation.Type.Is("UriBuilder", "System"))
            BuilderReader.Append(this, address, creation);
        else if (!creation.Type.Is("Uri", "System") || arguments.IsEmpty)
            address.Add(UnknownValue.GetKind(creation));
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
        else if (IsEscape(method) && call.Arguments.ValueOf(0) is { } unescaped)
        {
            AppendEscaped(address, unescaped);
        }
        else
        {
            address.Add(UnknownValue.GetKind(call));
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
            address.Add(AddressPartKind.Anything);
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

        address.Add(QueryPairs.Read(this, added, value));
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
