using System;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Validation;

/// <summary>Checks that the names of generated types are available (FPG1009).</summary>
internal static class GeneratedNameRules
{
    public static void Check(INamedTypeSymbol type, string className, ImmutableArray<MethodModel> methods, RegistrationModel? registration, GateModel? gate, ProjectNames project, ProblemList problems)
    {
        if (FindClassNameProblem(type, className, methods) is { } reason)
            problems.Add(Descriptors.GeneratedNamesMustBeAvailable, type, className, type.Name, reason);
        else if (project.HasHttpClientFactory && registration is not null && FindRegistrationNameProblem(type, registration, project) is { } why)
            problems.Add(Descriptors.GeneratedNamesMustBeAvailable, type, registration.ClassName, type.Name, why);
        else if (project.HasGate && gate is not null && FindGateNameProblem(type, gate, project) is { } problem)
            problems.Add(Descriptors.GeneratedNamesMustBeAvailable, type, problem.Name, type.Name, problem.Reason);
    }

    private static string? FindClassNameProblem(INamedTypeSymbol type, string className, ImmutableArray<MethodModel> methods)
    {
        if (type.Name == className)
            return "the interface has that name; begin its name with 'I'";

        if (type.ContainingType?.Name == className)
            return "the containing type has that name; rename the interface or the type";

        INamespaceOrTypeSymbol container = type.GetContainer()!;

        foreach (ISymbol member in container.GetMembers(className))
        {
            if (member is not INamedTypeSymbol taken)
                return $"a {(member is INamespaceSymbol ? "namespace" : $"member of '{container.Name}'")} has that name; rename the interface or the {(member is INamespaceSymbol ? "namespace" : "member")}";

            // Generated code is in another file.
            if (taken.IsFileLocal)
                continue;

            if (taken.Arity == 0 && !CanBeExtended(taken))
                return "another type has that name; rename one of them or make the type a partial class";

            if (taken.Arity == 0 && taken.DeclaringSyntaxReferences.Any(static reference => HasPrimaryConstructor(reference.GetSyntax())))
                return "your partial class has a primary constructor; remove the primary constructor";

            if (taken.Arity == 0 && FindConstructionProblem(taken) is { } problem)
                return problem;

            if (taken.Arity == 0 && OwnMembers.FindClash(taken, methods) is { } clash)
                return $"your partial class already has {clash}; remove or change it";
        }

        return FindInterfaceWithSameClassName(type, className, container) is { } twin ? $"the client of '{twin.Name}' has that name; rename one of the interfaces" : null;
    }

    private static string? FindRegistrationNameProblem(INamedTypeSymbol type, RegistrationModel registration, ProjectNames project)
    {
        if (type.ContainingNamespace.GetTypeMembers(registration.ClassName, 0).Any(static taken => !LibrarySymbols.IsGeneratedClient(taken)))
            return "another type has that name; rename the interface or the type";

        return FindInterfaceWithSameRegistration(type, registration, project) is { } twin
            ? $"the registration of '{twin.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}' has that name; rename one of the interfaces"
            : null;
    }

    private static (string Name, string Reason)? FindGateNameProblem(INamedTypeSymbol type, GateModel gate, ProjectNames project)
    {
        foreach (string name in new[] { gate.ClassName, ClientNaming.GetAttributeName(gate.RequireMethod), ClientNaming.GetAttributeName(gate.ReadMethod) })
        {
            if (type.ContainingNamespace.GetTypeMembers(name, 0).Any(static taken => !LibrarySymbols.IsGenerated(taken)))
                return (name, "another type has that name; rename the interface or the type");
        }

        // The client of IGlyphGate is registered with AddGlyphGate, which also adds the gate of IGlyph.
        foreach (INamedTypeSymbol candidate in project.FindInterfacesRegisteredBy(ClientNaming.GetRegistrationClassName("", gate.Name + "Gate"), type.ContainingNamespace))
        {
            if (candidate.IsVisibleInAssembly() && LibrarySymbols.IsClientInterface(candidate) && ClientNaming.GetRegistrationMethodName("", candidate.Name).EndsWith("Gate", StringComparison.Ordinal))
                return (gate.AddMethod, $"the registration of '{candidate.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}' has that name; rename one of the interfaces");
        }

        return null;
    }

    private static bool CanBeExtended(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false, IsRecord: false }
        && type.DeclaringSyntaxReferences.All(static reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Returns the reason why generated code can't create objects of a partial class, or null if it can.</summary>
    private static string? FindConstructionProblem(INamedTypeSymbol type)
    {
        if (type.GetAttributes().Any(static attribute => CarriedAttributes.PreventsUse(attribute) && attribute.ApplicationSyntaxReference is { } reference && OwnMembers.IsOwn(reference)))
            return "your partial class is obsolete as an error or experimental; mark the interface instead";

        if (type.BaseType is { TypeKind: TypeKind.Class } inherited && !CanBeInherited(inherited, type))
            return $"your partial class inherits from '{inherited.Name}', which has no constructor without parameters that it can call; add one or remove the base class";

        for (INamedTypeSymbol? each = type; each is not null; each = each.BaseType)
        {
            if (each.GetMembers().FirstOrDefault(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) is { } required)
                return $"your partial class has the required member '{required.Name}', which generated code doesn't set; remove 'required'";
        }

        return null;
    }

    /// <summary>Determines whether a constructor of a base class is called if the derived one doesn't say which. Optional parameters can make several of them ambiguous.</summary>
    private static bool CanBeInherited(INamedTypeSymbol inherited, INamedTypeSymbol derived)
    {
        IMethodSymbol[] callable = [.. inherited.InstanceConstructors.Where(constructor => constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams) && CanCall(constructor, derived))];
        IMethodSymbol? called = callable.Length == 1 ? callable[0] : Array.Find(callable, static constructor => constructor.Parameters.IsEmpty);
        return called is not null && !called.GetAttributes().Any(CarriedAttributes.PreventsUse);
    }

    private static bool CanCall(IMethodSymbol constructor, INamedTypeSymbol derived) =>
        constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        || (constructor.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal && SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, derived.ContainingAssembly));

    private static bool HasPrimaryConstructor(SyntaxNode part) =>
        part is TypeDeclarationSyntax declaration && declaration.ChildNodes().Any(static child => child is ParameterListSyntax);

    /// <summary>Returns another annotated interface in the same container whose client has the same name, such as <c>Glyph</c> for <c>IGlyph</c>.</summary>
    private static INamedTypeSymbol? FindInterfaceWithSameClassName(INamedTypeSymbol type, string className, INamespaceOrTypeSymbol container)
    {
        foreach (string candidate in ClientNaming.GetInterfaceNames(className))
        {
            if (candidate == type.Name)
                continue;

            foreach (INamedTypeSymbol twin in container.GetTypeMembers(candidate, 0))
            {
                if (ClientNaming.GetClassName(candidate) == className && LibrarySymbols.IsClientInterface(twin))
                    return twin;
            }
        }

        return null;
    }

    /// <summary>Returns another annotated interface in the same namespace whose registration has the same name, such as <c>IOuterGlyph</c> for <c>Outer.IGlyph</c>.</summary>
    private static INamedTypeSymbol? FindInterfaceWithSameRegistration(INamedTypeSymbol type, RegistrationModel registration, ProjectNames project)
    {
        foreach (INamedTypeSymbol candidate in project.FindInterfacesRegisteredBy(registration.ClassName, type.ContainingNamespace))
        {
            if (!SymbolEqualityComparer.Default.Equals(candidate, type) && candidate.IsVisibleInAssembly() && LibrarySymbols.IsClientInterface(candidate))
                return candidate;
        }

        return null;
    }
}
