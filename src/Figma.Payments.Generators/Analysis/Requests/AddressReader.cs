using System;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Analysis.Requests;

/// <summary>An expression → the address that it makes, as far as the code around it tells. Never a guess.</summary>
internal static class AddressReader
{
    private const int MaxDepth = 32;

    public static AddressText Read(IOperation operation)
    {
        AddressText address = new();
        Append(address, operation, 0);
        return address;
    }

    private static void Append(AddressText address, IOperation operation, int depth)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
        {
            address.Add(Convert.ToString(constant, CultureInfo.InvariantCulture) ?? "");
            return;
        }

        if (depth > MaxDepth)
        {
            address.Add(AddressPartKind.Anything);
            return;
        }

        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                Append(address, conversion.Operand, depth + 1);
                break;
            case IParenthesizedOperation parenthesized:
                Append(address, parenthesized.Operand, depth + 1);
                break;
            case IAwaitOperation awaited:
                Append(address, awaited.Operation, depth + 1);
                break;
            case IInterpolatedStringOperation text:
                foreach (IInterpolatedStringContentOperation part in text.Parts)
                    AppendPart(address, part, depth + 1);

                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                Append(address, sum.LeftOperand, depth + 1);
                Append(address, sum.RightOperand, depth + 1);
                break;
            case ILocalReferenceOperation local:
                AppendLocal(address, local, depth + 1);
                break;
            case IObjectCreationOperation creation:
                AppendCreation(address, creation, depth + 1);
                break;
            case IInvocationOperation call:
                AppendCall(address, call, depth + 1);
                break;
            case IPropertyReferenceOperation { Instance: { } instance, Property: { Name: "Uri" or "AbsoluteUri" or "OriginalString" } property } when IsUri(property.ContainingType):
                Append(address, instance, depth + 1);
                break;
            case IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } }:
                break;
            default:
                address.Add(HoleOf(operation.Type));
                break;
        }
    }

    private static void AppendPart(AddressText address, IInterpolatedStringContentOperation part, int depth)
    {
        switch (part)
        {
            case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } }:
                address.Add(text);
                break;
            case IInterpolationOperation { FormatString: null, Alignment: null } hole:
                Append(address, hole.Expression, depth);
                break;
            case IInterpolationOperation hole:
                address.Add(HoleOf(hole.Expression.WithoutConversions().Type));
                break;
            default:
                address.Add(AddressPartKind.Anything);
                break;
        }
    }

    private static void AppendLocal(AddressText address, ILocalReferenceOperation local, int depth)
    {
        if (IsText(local.Type) || IsUri(local.Type))
        {
            if (LocalUses.Find(local) is not { } uses)
                address.Add(AddressPartKind.AnyText);
            else if (local.Type.Is("UriBuilder", "System"))
                BuilderReader.Append(address, uses, local);
            else
                Append(address, uses.Value, depth);
        }
        else if (IsCollection(local.Type))
        {
            address.Add(QueryPairs.Read(local));
        }
        else
        {
            address.Add(HoleOf(local.Type));
        }
    }

    private static void AppendCreation(AddressText address, IObjectCreationOperation creation, int depth)
    {
        ImmutableArray<IArgumentOperation> arguments = creation.Arguments;

        if (creation.Type.Is("UriBuilder", "System"))
            BuilderReader.Append(address, creation);
        else if (!creation.Type.Is("Uri", "System") || arguments.IsEmpty)
            address.Add(HoleOf(creation.Type));
        else if (arguments.Length == 2 && IsUri(arguments[0].Value.Type))
            AppendRelative(address, arguments[0].Value, arguments[1].Value, depth);
        else
            Append(address, arguments[0].Value, depth);
    }

    private static void AppendRelative(AddressText address, IOperation start, IOperation relative, int depth)
    {
        AddressText end = new();
        Append(end, relative, depth);

        // Only the host counts; an unknown one leaves the relative address to speak for itself.
        AddressText host = new();
        Append(host, start, depth);

        if (host.Parts.Count == 1 && Uri.TryCreate(host.Parts[0].Text, UriKind.Absolute, out Uri? known))
            address.Add(known.GetLeftPart(UriPartial.Authority));
        else
            address.Add(AddressPartKind.AnyText);

        if (end.Parts.Count > 0 && end.Parts[0] is { Kind: AddressPartKind.Text } first && first.Text[0] != '/')
            address.Add("/");

        address.Add(end);
    }

    private static void AppendCall(AddressText address, IInvocationOperation call, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        INamedTypeSymbol type = method.ContainingType;

        if (type.SpecialType == SpecialType.System_String && method.Name == "Concat" && AllText(call.Arguments))
        {
            foreach (IArgumentOperation argument in call.Arguments)
                Append(address, argument.Value, depth);
        }
        else if (method.Name == "AddQueryString" && type.Is("QueryHelpers", "WebUtilities", "AspNetCore", "Microsoft"))
        {
            AppendAddedQuery(address, call, depth);
        }
        else if (method is { Name: "ToString", Parameters.IsEmpty: true } && call.Instance is { } instance)
        {
            if (IsCollection(instance.Type))
                address.Add(QueryPairs.Read(instance));
            else
                Append(address, instance, depth);
        }
        else if (method.Name is "ReadAsStringAsync" or "ConfigureAwait" or "GetAwaiter" or "GetResult" && call.Instance is { } waited)
        {
            AppendContent(address, waited, depth);
        }
        else
        {
            address.Add(IsEscape(method) ? AddressPartKind.Value : HoleOf(method.ReturnType));
        }
    }

    private static void AppendContent(AddressText address, IOperation content, int depth)
    {
        IOperation? found = content is ILocalReferenceOperation local ? LocalUses.Find(local)?.Value : content;

        if (found is IObjectCreationOperation { Arguments: { Length: 1 } arguments } creation && creation.Type.Is("FormUrlEncodedContent", "Http", "Net", "System"))
            address.Add(QueryPairs.Read(arguments[0].Value));
        else if (found is IInvocationOperation)
            Append(address, found, depth);
        else
            address.Add(AddressPartKind.AnyText);
    }

    private static void AppendAddedQuery(AddressText address, IInvocationOperation call, int depth)
    {
        AddressText before = new();
        Append(before, call.Arguments[0].Value, depth);
        address.Add(before);
        address.Add(before.Contains('?') ? "&" : "?");

        if (call.Arguments.Length == 2)
        {
            address.Add(QueryPairs.Read(call.Arguments[1].Value));
            return;
        }

        AddressText pair = new();
        QueryPairs.Append(pair, call.Arguments[1].Value, call.Arguments[2].Value);
        address.Add(pair);
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

    /// <summary>Whether what the method returns has no <c>&amp;</c> in it.</summary>
    private static bool IsEscape(IMethodSymbol method) => method.Name switch
    {
        "EscapeDataString" => method.ContainingType.Is("Uri", "System"),
        "UrlEncode" => method.ContainingType.Is("WebUtility", "Net", "System") || method.ContainingType.Is("HttpUtility", "Web", "System"),
        _ => false,
    };

    private static AddressPartKind HoleOf(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => HoleOf(nullable.TypeArguments[0]),
        { TypeKind: TypeKind.Enum } => AddressPartKind.Value,
        { SpecialType: SpecialType.System_Boolean or (>= SpecialType.System_SByte and <= SpecialType.System_Double) } => AddressPartKind.Value,
        _ when type.Is("Guid", "System") || IdKind.Of(type) is not null => AddressPartKind.Value,
        _ => AddressPartKind.AnyText,
    };

    /// <summary>What <c>HttpUtility.ParseQueryString</c> gives: its text is the query.</summary>
    private static bool IsCollection(ITypeSymbol? type) => type.Is("NameValueCollection", "Specialized", "Collections", "System");

    private static bool IsText(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String };

    private static bool IsUri(ITypeSymbol? type) => type.Is("Uri", "System") || type.Is("UriBuilder", "System");
}
