using System.Collections.Immutable;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>Recognizes the library's own types, by name: cheaper than resolving them again in each compilation.</summary>
internal static class LibrarySymbols
{
    public static bool IsPaymentsClientAttribute(INamedTypeSymbol? type) => IsOfLibrary(type, KnownNames.PaymentsClientAttribute);

    public static bool IsPaymentsParameterAttribute(INamedTypeSymbol? type) => IsOfLibrary(type, KnownNames.PaymentsParameterAttribute);

    /// <summary>The attributes that mark a client; more than one where a person wrote it twice.</summary>
    public static ImmutableArray<AttributeData> FindClientAttributes(INamedTypeSymbol type)
    {
        ImmutableArray<AttributeData> attributes = type.GetAttributes();

        foreach (AttributeData attribute in attributes)
        {
            // Nearly always the only one.
            if (!IsPaymentsClientAttribute(attribute.AttributeClass))
                return attributes.RemoveAll(static other => !IsPaymentsClientAttribute(other.AttributeClass));
        }

        return attributes;
    }

    public static bool IsClientInterface(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && !FindClientAttributes(type).IsEmpty;

    /// <summary>Whether a method, or one that it overrides, is marked <c>[ExactlyOneResource]</c>.</summary>
    public static bool IsMarkedExactlyOne(IMethodSymbol method)
    {
        for (IMethodSymbol? marked = method; marked is not null; marked = marked.OverriddenMethod)
        {
            foreach (AttributeData attribute in marked.GetAttributes())
            {
                if (IsOfLibrary(attribute.AttributeClass, KnownNames.ExactlyOneResourceAttribute))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The parameter type that a symbol stands for, its nullability taken off; null for all others.</summary>
    public static ParameterType? FindParameterType(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => ParameterType.String,
        SpecialType.System_Int64 => ParameterType.Int64,
        SpecialType.System_UInt64 => ParameterType.UInt64,
        _ => FindNamedParameterType(type),
    };

    /// <summary>What a question hands back, by its type; null for all others.</summary>
    public static ResultKind? FindResultKind(ITypeSymbol type) => !IsInLibrary(type)
        ? null
        : type.Name switch
        {
            KnownNames.PaymentInformation => ResultKind.Information,
            KnownNames.PaymentsResult => ResultKind.Result,
            KnownNames.PaymentStatus => ResultKind.Status,
            _ => null,
        };

    /// <summary>The wrapper, by its type; null for all others.</summary>
    public static ReturnWrapper? FindWrapper(INamedTypeSymbol type) => type.Arity != 1 || type.ContainingType is not null || type.ContainingNamespace is not { Name: "Tasks" } space || !IsInThreading(space.ContainingNamespace)
        ? null
        : type.Name switch
        {
            "Task" => ReturnWrapper.Task,
            "ValueTask" => ReturnWrapper.ValueTask,
            _ => null,
        };

    /// <summary>Whether this package's generator wrote the type.</summary>
    public static bool IsGeneratedClient(INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
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

    private static bool IsOfLibrary(INamedTypeSymbol? type, string name) =>
        type is not null && type.Name == name && IsInLibrary(type);

    private static bool IsInLibrary(ITypeSymbol type) =>
        type.ContainingType is null
        && type.ContainingNamespace is { Name: "Payments", ContainingNamespace: { Name: "Figma", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsInThreading(INamespaceSymbol? space) =>
        space is { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
