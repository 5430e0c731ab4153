using System.Collections.Immutable;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing;

/// <summary>The methods of one interface → questions.</summary>
/// <param name="type">The annotated interface.</param>
/// <param name="className">The name of the class that asks them.</param>
/// <param name="pin">What the client is pinned to.</param>
/// <param name="expected">How many methods there are, as far as is known.</param>
/// <param name="problems">Takes what cannot be asked.</param>
internal sealed class MethodParser(INamedTypeSymbol type, string className, Pin pin, int expected, ProblemList problems)
{
    private readonly ImmutableArray<MethodModel>.Builder _methods = ImmutableArray.CreateBuilder<MethodModel>(expected);

    public void Add(ISymbol member)
    {
        if (member is not IMethodSymbol { IsStatic: false, IsGenericMethod: false } method)
            return;

        bool hasResult = ReturnTypeParser.TryParse(method, type, problems, out ReturnWrapper wrapper, out ResultKind result);
        ImmutableArray<ParameterModel> parameters = ParameterParser.ParseAll(method, type, problems, out bool isComplete);

        // What does not return an answer may be no question at all: IDisposable's method has no use for advice on ids.
        if (!hasResult || !isComplete)
            return;

        Add(
            new MethodModel(SymbolText.Identifier(method.Name), wrapper, result, new EquatableArray<ParameterModel>(parameters), CarriedAttributes.Get(method), DocumentationComments.IsDocumented(method), ExplicitInterface: null),
            method.Name,
            method.ContainingType,
            InterfaceMembers.Target(method, type));
    }

    /// <summary>Adds the questions that an annotated interface will have when its own client is generated.</summary>
    public void AddDefaultMethods(InheritedDefaultMethods inherited)
    {
        foreach (MethodModel method in inherited.Methods)
            Add(method, method.Name, inherited.Interface, type);
    }

    public ImmutableArray<MethodModel> ToImmutable() => _methods.Count == _methods.Capacity ? _methods.MoveToImmutable() : _methods.ToImmutable();

    private void Add(MethodModel method, string name, INamedTypeSymbol declaring, ISymbol target)
    {
        if (RequestRules.FindProblem(method.Parameters, pin) is { } problem)
            problems.Add(Descriptors.ParametersMustFormValidRequest, target, name, problem);

        // The class has one public method of a signature, and none of its own name; the others it implements for their interface.
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
    }
}
