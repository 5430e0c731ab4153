using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>A call that takes the ids, with what each argument says of itself.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Method">What is called.</param>
/// <param name="Resources">Its ids.</param>
/// <param name="Arguments">The argument of each id, in the order of the ids; null where the code does not bind.</param>
/// <param name="Presences">What each says.</param>
internal sealed record ResourceCall(
    IOperation Operation,
    IMethodSymbol Method,
    ResourceParameters Resources,
    ImmutableArray<IArgumentOperation?> Arguments,
    ImmutableArray<Presence> Presences)
{
    public static ResourceCall? Find(IOperation operation, ResourceMethodCache methods)
    {
        (IMethodSymbol? method, ITypeSymbol? receiver, ImmutableArray<IArgumentOperation> arguments) = operation switch
        {
            IInvocationOperation call => (call.TargetMethod, call.Instance?.Type, call.Arguments),
            IObjectCreationOperation { Constructor: { } constructor } creation => (constructor, null, creation.Arguments),
            _ => (null, null, ImmutableArray<IArgumentOperation>.Empty),
        };

        if (method is null || methods.Find(method, receiver) is not { } resources || IsInExpressionTree(operation))
            return null;

        ImmutableArray<IArgumentOperation?> found = resources.Ordinals
            .Select(ordinal => arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal))
            .ToImmutableArray();

        return new ResourceCall(
            operation,
            method,
            resources,
            found,
            found.Select(static argument => argument is null ? Presence.Unknown : ArgumentPresence.Of(argument)).ToImmutableArray());
    }

    public bool IsOpen => Presences.Contains(Presence.Unknown);

    /// <summary>Whether each id of which nothing is known is a member's value, or another call's: it may be anything, each time and whatever the others are.</summary>
    public bool IsReadInPlace => With(Presence.Unknown).All(id => Arguments[id] is { } argument && argument.Value.WithoutValuePreservingConversions()
        is IPropertyReferenceOperation or IInvocationOperation or IFieldReferenceOperation { Field.ContainingType.IsTupleType: false });

    public Location Location => CallSyntax.LocationOf(Operation);

    public string NamesOf(ImmutableArray<int> ids) => string.Join(", ", ids.Select(id => $"'{Resources.Names[id]}'"));

    public string AllNames => string.Join(", ", Resources.Names.Select(static name => $"'{name}'"));

    /// <summary>The ids of which that is known.</summary>
    public ImmutableArray<int> With(Presence presence) =>
        Enumerable.Range(0, Presences.Length).Where(id => Presences[id] == presence).ToImmutableArray();

    // An expression tree describes a call, as a mocking library's Setup does, and makes none.
    private static bool IsInExpressionTree(IOperation operation)
    {
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IConversionOperation { Operand: IAnonymousFunctionOperation, Type: { Name: "Expression" } type } && type.ContainingNamespace.IsNamed("Expressions", "Linq", "System"))
                return true;
        }

        return false;
    }
}
