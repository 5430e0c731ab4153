using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether methods might return less to a user who has no access: their code, or that of the methods whose results they use, makes a choice by something that can be a store of buyers.</summary>
internal sealed class ChoosingMethods
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<AccessPartition, ChoosingMethods>> All = new();

    private readonly AccessPartition _partition;
    private readonly MethodUses _uses;
    private readonly DenyingMethods _methods;
    private readonly Reachability _choosing;

    private ChoosingMethods(Compilation compilation, AccessPartition partition)
    {
        _partition = partition;
        _uses = MethodUses.Of(compilation);
        _methods = DenyingMethods.Of(compilation);
        _choosing = new(method => Read((IMethodSymbol)method));
    }

    public static ChoosingMethods Of(Compilation compilation, AccessPartition partition) =>
        All.GetValue(compilation, static _ => new()).GetOrAdd(partition, key => new ChoosingMethods(compilation, key));

    /// <summary>Determines whether the code that a call runs might choose what a body returns or does. A condition is judged where it is used.</summary>
    /// <param name="operation">The call, the creation of an object, or the use of a property or of a method as a delegate.</param>
    /// <param name="body">The body that contains it. What its member wraps can have the same interface.</param>
    public bool MayChoose(IOperation operation, ResponseBody body) =>
        FindRun(operation, body).Any(method => !SymbolEqualityComparer.Default.Equals(method, body.Member) && _choosing.Leads(method));

    /// <summary>Returns the methods that an operation runs, if its result is used. Those that receive a message or a job do what was granted.</summary>
    private IEnumerable<IMethodSymbol> FindRun(IOperation operation, ResponseBody body) => IsUsed(operation, body) ? _methods.FindRun(operation) : _methods.FindHandlers(operation);

    private static bool IsUsed(IOperation operation, ResponseBody body) =>
        operation is IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation or IMethodReferenceOperation
        && !Refusals.IsBooleanOrTask(operation.Type)
        && !(operation is IInvocationOperation call && (call.IsCallOfPlatform() || TellingMethods.Contains(call.TargetMethod)))
        && !(IgnoredResults.IsStatement(operation) && body.FindFunction(operation) is { } function && body.ReturnsValue(function));

    private (bool Chooses, IEnumerable<ISymbol> Called) Read(IMethodSymbol method)
    {
        HashSet<ISymbol> called = new(_methods.FindImplementations(method), SymbolEqualityComparer.Default);

        if (_uses.FindCode(method) is not { } code)
            return (false, called);

        ResponseBody body = _uses.FindReads(method, code);

        if (new DenyingConditions(body, new ResponseEvaluator(body.Locals), _partition).FindChoices().Any())
            return (true, []);

        foreach (IOperation part in code.WithDescendants())
            called.UnionWith(FindRun(part, body));

        return (false, called);
    }
}
