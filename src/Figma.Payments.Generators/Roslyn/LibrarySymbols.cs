using System.Collections.Immutable;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>Recognizes the library's types by name, which is cheaper than resolving them in each compilation.</summary>
internal static class LibrarySymbols
{
    /// <summary>Determines whether the type is the library's type with that name.</summary>
    public static bool IsOfLibrary(this ITypeSymbol? type, string name) => type is not null && type.Name == name && IsInLibrary(type);

    public static bool IsPaymentsClientAttribute(INamedTypeSymbol? type) => type.IsOfLibrary(KnownNames.PaymentsClientAttribute);

    public static bool IsPaymentsParameterAttribute(INamedTypeSymbol? type) => type.IsOfLibrary(KnownNames.PaymentsParameterAttribute);

    /// <summary>Returns the attributes that mark a client. Invalid code can have more than one.</summary>
    public static ImmutableArray<AttributeData> FindClientAttributes(INamedTypeSymbol type)
    {
        ImmutableArray<AttributeData> attributes = type.GetAttributes();

        foreach (AttributeData attribute in attributes)
        {
            // There is rarely any other attribute.
            if (!IsPaymentsClientAttribute(attribute.AttributeClass))
                return attributes.RemoveAll(static other => !IsPaymentsClientAttribute(other.AttributeClass));
        }

        return attributes;
    }

    /// <summary>Determines whether a type is an annotated interface, or one of the library's interfaces for annotated ones to inherit.</summary>
    public static bool IsClientInterface(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface
        && (!FindClientAttributes(type).IsEmpty || type.IsOfLibrary(KnownNames.ClientInterface) || type.IsOfLibrary(KnownNames.PinnedClientInterface));

    /// <summary>Determines whether a method, or one that it overrides, is marked <c>[ExactlyOneResource]</c>.</summary>
    public static bool IsMarkedExactlyOne(IMethodSymbol method)
    {
        for (IMethodSymbol? marked = method; marked is not null; marked = marked.OverriddenMethod)
        {
            foreach (AttributeData attribute in marked.GetAttributes())
            {
                if (attribute.AttributeClass.IsOfLibrary(KnownNames.ExactlyOneResourceAttribute))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Returns the parameter type of a type without nullability, or null if client methods don't support the type.</summary>
    public static ParameterType? FindParameterType(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => ParameterType.String,
        SpecialType.System_Int64 => ParameterType.Int64,
        SpecialType.System_UInt64 => ParameterType.UInt64,
        _ => FindNamedParameterType(type),
    };

    /// <summary>Returns the result kind of a client method's result type, or null if client methods don't support the type.</summary>
    public static ResultKind? FindResultKind(ITypeSymbol type) => !IsInLibrary(type)
        ? null
        : type.Name switch
        {
            KnownNames.PaymentInformation => ResultKind.Information,
            KnownNames.PaymentsResult => ResultKind.Result,
            KnownNames.PaymentStatus => ResultKind.Status,
            _ => null,
        };

    /// <summary>Returns the wrapper of a return type, or null if client methods don't support the type.</summary>
    public static ReturnWrapper? FindWrapper(INamedTypeSymbol type) => type.Arity != 1 || type.ContainingType is not null || type.ContainingNamespace is not { Name: "Tasks" } space || !IsInThreading(space.ContainingNamespace)
        ? null
        : type.Name switch
        {
            "Task" => ReturnWrapper.Task,
            "ValueTask" => ReturnWrapper.ValueTask,
            _ => null,
        };

    /// <summary>Determines whether this package's generator generated the type.</summary>
    public static bool IsGeneratedClient(INamedTypeSymbol type) => IsGenerated(type);

    /// <summary>Determines whether this package's generator generated a type or a member.</summary>
    public static bool IsGenerated(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "GeneratedCodeAttribute" }
                && attribute.ConstructorArguments.Length == 2
                && attribute.ConstructorArguments[0].Value is KnownNames.Tool)
            {
                return true;
            }
        }

        return false;
    }

    private static ParameterType? FindNamedParameterType(ITypeSymbol type)
    {
        if (type.Name == "CancellationToken")
            return type.ContainingType is null && IsInThreading(type.ContainingNamespace) ? ParameterType.CancellationToken : null;

        if (!IsInLibrary(type))
            return null;

        return type.Name switch
        {
            "PluginPaymentToken" => ParameterType.PluginPaymentToken,
            "UserId" => ParameterType.UserId,
            KnownNames.CommunityFileId => ParameterType.CommunityFileId,
            KnownNames.PluginId => ParameterType.PluginId,
            KnownNames.WidgetId => ParameterType.WidgetId,
            "ResourceId" => ParameterType.ResourceId,
            _ => null,
        };
    }

    private static bool IsInLibrary(ITypeSymbol type) =>
        type.ContainingType is null
        && type.ContainingNamespace is { Name: "Payments", ContainingNamespace: { Name: "Figma", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsInThreading(INamespaceSymbol? space) =>
        space is { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
