using System;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether code of the project that binds or validates a parameter might deny access before the code of the method runs.</summary>
internal static class ParameterPolicies
{
    /// <summary>Determines whether a method has a parameter whose binder or validation might deny access.</summary>
    public static bool MayDeny(IMethodSymbol method) => method.Parameters.Any(static parameter =>
        parameter.GetAttributes().Any(static attribute => IsBinder(attribute.AttributeClass) || IsValidation(attribute.AttributeClass))
        || (FindOwnType(parameter.Type) is { } type && (IsBoundOrValidated(type) || (HasParameters(parameter) && type.GetMembers().OfType<IPropertySymbol>().Any(static property => FindOwnType(property.Type) is { } part && IsBoundOrValidated(part))))));

    /// <summary>Determines whether code that runs before the method gives a parameter its value: a binder, or the <c>BindAsync</c> or <c>TryParse</c> method of its type.</summary>
    public static bool IsBound(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(static attribute => attribute.AttributeClass is { } type && (!type.IsOfPlatform() || IsModelBinder(type)))
        || (FindOwnType(parameter.Type)?.GetMembers().Any(static member => member is IMethodSymbol { IsStatic: true, Name: "BindAsync" or "TryParse" or "Parse" }) == true);

    private static bool IsBoundOrValidated(INamedTypeSymbol type) => type.GetMembers("BindAsync").Any() || IsValidated(type);

    /// <summary>Determines whether the properties of a parameter are bound as parameters.</summary>
    private static bool HasParameters(IParameterSymbol parameter) => parameter.GetAttributes().Any(static attribute => attribute.AttributeClass.Is("AsParametersAttribute", "Http", "AspNetCore", "Microsoft"));

    private static INamedTypeSymbol? FindOwnType(ITypeSymbol bound) =>
        bound.WithoutNullable() is INamedTypeSymbol { TypeKind: not TypeKind.Interface } type && !type.IsOfPlatform() && !type.ContainingNamespace.IsNamed("Payments", "Figma") ? type : null;

    private static bool IsModelBinder(INamedTypeSymbol attribute) => attribute.Name.StartsWith("ModelBinder", StringComparison.Ordinal);

    private static bool IsBinder(INamedTypeSymbol? attribute) =>
        attribute is not null && (attribute.IsOfPlatform() ? IsModelBinder(attribute) : attribute.AllInterfaces.Any(static each => each.ContainingNamespace.IsNamed("ModelBinding", "Mvc", "AspNetCore", "Microsoft")));

    /// <summary>Determines whether code of the project validates a model.</summary>
    private static bool IsValidated(INamedTypeSymbol model) =>
        model.AllInterfaces.Any(static each => each.Is("IValidatableObject", "DataAnnotations", "ComponentModel", "System"))
        || model.WithBaseTypes().OfType<INamedTypeSymbol>().Any(static type => HasValidation(type) || type.GetMembers().Any(static member =>
            HasValidation(member) || (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && constructor.Parameters.Any(HasValidation))));

    private static bool HasValidation(ISymbol declaration) => declaration.GetAttributes().Any(static attribute => IsValidation(attribute.AttributeClass));

    private static bool IsValidation(INamedTypeSymbol? attribute) =>
        attribute is not null
        && (attribute.IsOfPlatform() ? attribute.Name == "CustomValidationAttribute" : attribute.WithBaseTypes().Any(static each => each.Is("ValidationAttribute", "DataAnnotations", "ComponentModel", "System")));
}
