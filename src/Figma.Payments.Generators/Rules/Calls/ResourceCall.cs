using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>A call with resource IDs, and what its arguments alone say about them.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Method">The called method.</param>
/// <param name="Resources">The parameters for resource IDs.</param>
/// <param name="Arguments">The argument of each resource ID, in the order of the parameters, or null in invalid code.</param>
/// <param name="Presences">The presence of each resource ID.</param>
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

        if (method is null || methods.Find(method, receiver) is not { } resources || IsInExpressionTree(operation) || ExpectedCalls.Contains(operation))
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

    /// <summary>Gets a value that indicates whether each unknown resource ID is the value of a member or of another call: it can be anything at each read.</summary>
    public bool IsReadInPlace => With(Presence.Unknown).All(id => Arguments[id] is { } argument && argument.Value.WithoutValuePreservingConversions()
        is IPropertyReferenceOperation or IInvocationOperation or IFieldReferenceOperation { Field.ContainingType.IsTupleType: false });

    /// <summary>Returns the name of the user ID that the call certainly specifies next to a payment token, or null if it doesn't. The token already stands for the user.</summary>
    public string? FindUserNextToToken()
    {
        if (Resources is not { Token: { } token, User: { } user } || Presences[token] != Presence.Given)
            return null;

        ImmutableArray<IArgumentOperation> arguments = Operation is IInvocationOperation call ? call.Arguments : ((IObjectCreationOperation)Operation).Arguments;
        IArgumentOperation? argument = arguments.FirstOrDefault(each => each.Parameter?.Ordinal == user);
        return argument is not null && ArgumentPresence.Of(argument) == Presence.Given ? Method.Parameters[user].Name : null;
    }

    public Location Location => CallSyntax.LocationOf(Operation);

    public string NamesOf(ImmutableArray<int> ids) => string.Join(", ", ids.Select(id => $"'{Resources.Names[id]}'"));

    public string AllNames => string.Join(", ", Resources.Names.Select(static name => $"'{name}'"));

    /// <summary>Returns the resource IDs with a presence.</summary>
    public ImmutableArray<int> With(Presence presence) =>
        Enumerable.Range(0, Presences.Length).Where(id => Presences[id] == presence).ToImmutableArray();

    // An expression tree, for example the Setup of a mocking library, describes a call without making it.
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
