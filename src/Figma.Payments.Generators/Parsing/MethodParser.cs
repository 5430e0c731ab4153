using System.Collections.Generic;
using System.Collections.Immutable;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>Parses the methods of one interface into client methods.</summary>
/// <param name="type">The annotated interface.</param>
/// <param name="className">The name of the client's class.</param>
/// <param name="pin">The resource that the client is pinned to.</param>
/// <param name="expected">The expected number of methods.</param>
/// <param name="problems">Receives the problems that are found.</param>
internal sealed class MethodParser(INamedTypeSymbol type, string className, Pin pin, int expected, ProblemList problems)
{
    private readonly ImmutableArray<MethodModel>.Builder _methods = ImmutableArray.CreateBuilder<MethodModel>(expected);
    private readonly List<INamedTypeSymbol> _declaring = new(expected);

    private INamedTypeSymbol? _reported;

    /// <summary>Gets the interfaces that declare the methods, in the order of the methods.</summary>
    public IReadOnlyList<INamedTypeSymbol> Declaring => _declaring;

    public void Add(ISymbol member)
    {
        if (member is not IMethodSymbol { IsStatic: false, IsGenericMethod: false } method)
            return;

        bool hasResult = ReturnTypeParser.TryParse(method, type, problems, out ReturnWrapper wrapper, out ResultKind result);
        ImmutableArray<ParameterModel> parameters = ParameterParser.ParseAll(method, type, problems, out bool isComplete);

        // A method with an unsupported return type might not be meant as a client method. Further advice would not help.
        if (!hasResult || !isComplete)
            return;

        Add(
            new MethodModel(SymbolText.Identifier(method.Name), wrapper, result, new EquatableArray<ParameterModel>(parameters), CarriedAttributes.Get(method), DocumentationComments.IsDocumented(method), ExplicitInterface: null),
            method.Name,
            method.ContainingType,
            InterfaceMembers.Target(method, type),
            isInSource: !method.DeclaringSyntaxReferences.IsEmpty && !LibrarySymbols.IsGenerated(method));
    }

    /// <summary>Adds the default methods that an inherited interface will have after its own client is generated.</summary>
    public void AddDefaultMethods(InheritedDefaultMethods inherited)
    {
        foreach (MethodModel method in inherited.Methods)
            Add(method, method.Name, inherited.Interface, type, isInSource: false);
    }

    public ImmutableArray<MethodModel> ToImmutable() => _methods.Count == _methods.Capacity ? _methods.MoveToImmutable() : _methods.ToImmutable();

    private void Add(MethodModel method, string name, INamedTypeSymbol declaring, ISymbol target, bool isInSource)
    {
        if (RequestRules.FindProblem(method.Parameters, pin) is var (reason, fix) && (isInSource ? fix : FixInherited(declaring)) is { } advice)
            problems.Add(Descriptors.ParametersMustFormValidRequest, target, name, $"{reason}; {advice}");

        // A class has at most one public method of a signature, and none with its own name. The others are implemented explicitly.
        bool isExplicit = ClientNaming.IsReserved(name, className);

        for (int i = 0; i < _methods.Count; i++)
        {
            MethodModel other = _methods[i];

            if (!other.HasSameSignature(method))
                continue;

            if (other.HasSameMeaning(method))
                return;

            isExplicit = true;
        }

        _methods.Add(isExplicit ? method with { ExplicitInterface = SymbolText.FullName(declaring) } : method);
        _declaring.Add(declaring);
    }

    /// <summary>Returns the advice for a method that the project doesn't declare, or null if another method of the same interface got it.</summary>
    private string? FixInherited(INamedTypeSymbol declaring)
    {
        if (SymbolEqualityComparer.Default.Equals(_reported, declaring))
            return null;

        _reported = declaring;
        return RequestRules.FixInherited(declaring.Name, pin);
    }
}
