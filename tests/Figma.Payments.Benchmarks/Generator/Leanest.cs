using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Benchmarks.Generator;

/// <summary>
/// The leanest generator that binds the same types and stores the same values as ours. It validates nothing and writes no code.
/// </summary>
internal sealed class Leanest : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<Client> clients = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Figma.Payments.PaymentsClientAttribute",
            static (node, _) => node is InterfaceDeclarationSyntax,
            static (match, _) => Read((INamedTypeSymbol)match.TargetSymbol));

        context.RegisterSourceOutput(clients, static (output, client) => output.AddSource(client.Name + ".g.cs", "// " + client.Name));
    }

    private static Client Read(INamedTypeSymbol type)
    {
        ImmutableArray<ISymbol> members = type.GetMembers();
        Method[] methods = new Method[members.Length];

        for (int i = 0; i < methods.Length; i++)
        {
            IMethodSymbol method = (IMethodSymbol)members[i];
            INamedTypeSymbol returned = (INamedTypeSymbol)method.ReturnType;
            Parameter[] parameters = new Parameter[method.Parameters.Length];

            for (int j = 0; j < parameters.Length; j++)
            {
                IParameterSymbol parameter = method.Parameters[j];
                bool isMarked = !parameter.GetAttributes().IsEmpty;
                parameters[j] = new Parameter(parameter.Name, parameter.Type.Name, parameter.NullableAnnotation, isMarked, parameter.RefKind, parameter.HasExplicitDefaultValue ? "default" : null);
            }

            methods[i] = new Method(method.Name, returned.Name, returned.TypeArguments[0].Name, parameters);
        }

        return new Client(type.Name, type.ContainingNamespace.Name, type.DeclaredAccessibility, methods);
    }

    private sealed record Parameter(string Name, string Type, NullableAnnotation Annotation, bool IsMarked, RefKind Kind, string? Default);

    private sealed record Method(string Name, string Wrapper, string Result, Parameter[] Parameters)
    {
        public bool Equals(Method? other) =>
            other is not null && Name == other.Name && Wrapper == other.Wrapper && Result == other.Result && Parameters.AsSpan().SequenceEqual(other.Parameters);

        public override int GetHashCode() => HashCode.Combine(Name, Parameters.Length);
    }

    private sealed record Client(string Name, string Namespace, Accessibility Accessibility, IReadOnlyList<Method> Methods)
    {
        public bool Equals(Client? other) =>
            other is not null && Name == other.Name && Namespace == other.Namespace && Accessibility == other.Accessibility && Methods.SequenceEqual(other.Methods);

        public override int GetHashCode() => HashCode.Combine(Name, Methods.Count);
    }
}

/// <summary>A generator that only finds the interfaces by their attribute, to measure the costs of Roslyn.</summary>
internal sealed class AttributeLookup : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName(
            "Figma.Payments.PaymentsClientAttribute",
            static (node, _) => node is InterfaceDeclarationSyntax,
            static (match, _) => match.TargetSymbol.Name),
        static (output, name) => output.AddSource(name + ".g.cs", "// " + name));
}
