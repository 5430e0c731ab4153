using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether code that is executed before or after a wrong test might deny access for another reason than a response.</summary>
/// <remarks>The code of each body is read once, and only if a test is about to be reported.</remarks>
internal sealed class DecidingCode
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<AccessPartition, DecidingCode>> All = new();

    private readonly Dictionary<IOperation, List<TextSpan>> _denials = [];
    private readonly Compilation _compilation;
    private readonly AccessPartition _partition;
    private readonly MethodUses _uses;
    private readonly DenyingMethods _methods;

    private DecidingCode(Compilation compilation, AccessPartition partition)
    {
        _compilation = compilation;
        _partition = partition;
        _uses = MethodUses.Of(compilation);
        _methods = new(_uses);
    }

    public static DecidingCode Of(Compilation compilation, AccessPartition partition) =>
        All.GetValue(compilation, static _ => new()).GetOrAdd(partition, key => new DecidingCode(compilation, key));

    /// <summary>Determines whether the code of a type, other than that of a member, might deny access.</summary>
    public bool Contains(INamedTypeSymbol type, ISymbol? except = null) =>
        type.GetMembers().OfType<IMethodSymbol>().Any(method => !method.IsImplicitlyDeclared && !method.IsAbstract && !SymbolEqualityComparer.Default.Equals(method, except) && Contains(method));

    /// <summary>Determines whether the code of a method might deny access. One whose code isn't found might.</summary>
    public bool Contains(IMethodSymbol method) =>
        _uses.FindBody(method) is not { } code ? method.MethodKind is not (MethodKind.Constructor or MethodKind.PropertyGet or MethodKind.PropertySet) : Contains(code, () => ResponseBody.Read(ImmutableArray.Create(code), method, _compilation), code.Syntax.Span);

    /// <summary>Determines whether the code of a function in a body might deny access.</summary>
    public bool Contains(ResponseBody body, IOperation function) => Contains(function.Root(), () => body, function.Syntax.Span);

    private bool Contains(IOperation root, Func<ResponseBody> read, TextSpan span)
    {
        lock (_denials)
        {
            if (!_denials.TryGetValue(root, out List<TextSpan>? denials))
                _denials.Add(root, denials = [.. Find(read()).Select(static denial => denial.Syntax.Span)]);

            return denials.Exists(denial => span.Contains(denial));
        }
    }

    private IEnumerable<IOperation> Find(ResponseBody body) =>
        new DenyingConditions(body, new ResponseEvaluator(body.Locals), _partition).Find().Concat(body.Reads.Where(MayThrowToDeny));

    private bool MayThrowToDeny(IOperation read) => read switch
    {
        IInvocationOperation call => MayThrowToDeny(call),
        IObjectCreationOperation { Constructor: { } constructor } => _methods.Throws(constructor),
        IPropertyReferenceOperation { Property: var property } => (property.GetMethod is { } getter && _methods.Throws(getter)) || (property.SetMethod is { } setter && _methods.Throws(setter)),
        _ => false,
    };

    private bool MayThrowToDeny(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;

        if (method.Name is "EnsureSuccessStatusCode" or "Abort")
            return true;

        if (method.MethodKind == MethodKind.DelegateInvoke || call.IsCallOfPlatform() || TellingMethods.Contains(method) || IgnoredResults.IsClientMethodCall(call))
            return false;

        // The response of another method can refuse access.
        return Refusals.IsResponse(call.Type) || _methods.Throws(method) || (_uses.FindBody(method) is not null ? _methods.Denies(method) : AccessNames.IsDemand(method.Name) || _uses.FindImplementations(method).Any(_methods.Denies));
    }
}
