using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
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

    private readonly Dictionary<IOperation, List<IOperation>> _denials = [];
    private readonly Dictionary<IOperation, List<IOperation>> _choices = [];
    private readonly Compilation _compilation;
    private readonly AccessPartition _partition;
    private readonly MethodUses _uses;
    private readonly DenyingMethods _methods;
    private readonly InjectedServices _services;
    private readonly Lazy<ILookup<ISymbol, INamedTypeSymbol>> _decorators;
    private readonly Lazy<List<IMethodSymbol>> _interceptors;

    private DecidingCode(Compilation compilation, AccessPartition partition)
    {
        _compilation = compilation;
        _partition = partition;
        _uses = MethodUses.Of(compilation);
        _methods = DenyingMethods.Of(compilation);
        _services = InjectedServices.Of(compilation);
        _decorators = new(() => FindClasses().SelectMany(static type => PipelineParts.FindDecorated(type).Select(declared => (Declared: declared.OriginalDefinition, Type: type)))
            .ToLookup(static pair => (ISymbol)pair.Declared, static pair => pair.Type, SymbolEqualityComparer.Default));
        _interceptors = new(() => [.. FindClasses().SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>()).Where(PipelineParts.Intercepts)]);
    }

    public static DecidingCode Of(Compilation compilation, AccessPartition partition) =>
        All.GetValue(compilation, static _ => new()).GetOrAdd(partition, key => new DecidingCode(compilation, key));

    /// <summary>Determines whether the code of a type might deny access.</summary>
    /// <param name="type">The type.</param>
    /// <param name="called">A method whose calls aren't a reason, or null.</param>
    public bool Contains(INamedTypeSymbol type, IMethodSymbol? called = null) =>
        type.GetMembers().OfType<IMethodSymbol>().Select(static method => method.PartialImplementationPart ?? method).Any(method => _uses.FindBody(method) is { } code && Contains(code, method, called));

    /// <summary>Determines whether the code of a method might deny access. One whose code isn't found might.</summary>
    public bool Contains(IMethodSymbol method, IMethodSymbol? called = null) =>
        _uses.FindBody(method) is not { } code || Contains(code, method, called);

    /// <summary>Determines whether the code of a method tests the status or might deny access for another reason.</summary>
    public bool TestsOrContains(IMethodSymbol method, IMethodSymbol? called = null) => Contains(method, called) || StatusTests.Of(_compilation, _partition).IsAnyIn(method);

    /// <summary>Determines whether code around a member might deny access: a decorator of its type, a behavior or an interceptor.</summary>
    public bool IsAround(IMethodSymbol member) =>
        _interceptors.Value.Exists(method => !SymbolEqualityComparer.Default.Equals(method, member) && Contains(method, member))
        || PipelineParts.FindOwnDeclarations(member.ContainingType).SelectMany(declared => _decorators.Value[declared.OriginalDefinition]).Any(type => !SymbolEqualityComparer.Default.Equals(type, member.ContainingType) && Contains(type, member));

    /// <summary>Determines whether another method that receives the request of a member might deny access, such as a pre-processor of a mediator.</summary>
    public bool IsForSameRequest(IMethodSymbol member) => member.Parameters
        .SelectMany(parameter => RequestHandlers.Of(_compilation).Find(parameter.Type))
        .Any(method => !method.IsAbstract && !SymbolEqualityComparer.Default.Equals(method, member) && TestsOrContains(method, member));

    /// <summary>Determines whether a method that ASP.NET Core calls before a member of the same type, such as <c>OnConnectedAsync</c> of a hub, might deny access. One that calls the member is judged as its caller.</summary>
    public bool IsBefore(ISymbol member)
    {
        List<IMethodSymbol> earlier = [.. MemberPolicies.FindEarlierMethods(member)];

        if (earlier.Count == 0)
            return false;

        HashSet<ISymbol> callers = new(_uses.FindReads(member).Select(static found => found.Body.Member), SymbolEqualityComparer.Default);
        return earlier.Exists(method => !callers.Contains(method) && TestsOrContains(method));
    }

    /// <summary>Determines whether the endpoints of a type might deny access, also by the creation of a service or by what they return to some users.</summary>
    public bool ContainsInEndpoint(INamedTypeSymbol type) =>
        _services.MayDeny(type)
        || type.GetMembers().OfType<IMethodSymbol>().Select(static method => method.PartialImplementationPart ?? method).Any(method => (method.DeclaredAccessibility == Accessibility.Public && _services.MayDeny(method)) || (_uses.FindBody(method) is { } code && IsDeciding(code, method)));

    /// <summary>Determines whether an endpoint that is a method might deny access, also by the creation of a service or by what it returns to some users.</summary>
    public bool ContainsInEndpoint(IMethodSymbol method) => _services.MayDeny(method) || _uses.FindBody(method) is not { } code || IsDeciding(code, method);

    /// <summary>Determines whether an endpoint that is a function in a body might deny access, also by the creation of a service or by what it returns to some users.</summary>
    public bool ContainsInEndpoint(ResponseBody body, IOperation function, IMethodSymbol symbol) => _services.MayDeny(symbol) || IsDeciding(function.Root(), () => body, function.Syntax.Span);

    private IEnumerable<INamedTypeSymbol> FindClasses() => _compilation.Assembly.GlobalNamespace.FindTypes().Where(static type => type.TypeKind == TypeKind.Class);

    private bool IsDeciding(IOperation code, IMethodSymbol method) => IsDeciding(code, () => _uses.FindReads(method, code), code.Syntax.Span);

    private bool IsDeciding(IOperation root, Func<ResponseBody> read, TextSpan span) => Contains(root, read, span) || FindOnce(_choices, root, read, FindChoices).Exists(choice => span.Contains(choice.Syntax.Span));

    private bool Contains(IOperation code, IMethodSymbol method, IMethodSymbol? called) => Contains(code, () => _uses.FindReads(method, code), code.Syntax.Span, called);

    private bool Contains(IOperation root, Func<ResponseBody> read, TextSpan span, IMethodSymbol? called = null) =>
        FindOnce(_denials, root, read, Find).Exists(denial => span.Contains(denial.Syntax.Span) && !(called is not null && Calls(denial, called)));

    private static List<IOperation> FindOnce(Dictionary<IOperation, List<IOperation>> known, IOperation root, Func<ResponseBody> read, Func<ResponseBody, IEnumerable<IOperation>> find)
    {
        lock (known)
        {
            if (!known.TryGetValue(root, out List<IOperation>? found))
                known.Add(root, found = [.. find(read())]);

            return found;
        }
    }

    /// <summary>Determines whether an operation calls a method, also by an interface or a base class.</summary>
    private static bool Calls(IOperation operation, IMethodSymbol method) => operation is IInvocationOperation { TargetMethod: var target }
        && target.Name == method.Name
        && method.ContainingType.AllInterfaces.Concat(method.ContainingType.WithBaseTypes()).Any(each => SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, target.ContainingType.OriginalDefinition));

    private IEnumerable<IOperation> Find(ResponseBody body)
    {
        ConditionSources sources = new(body);
        ChoosingMethods choosing = ChoosingMethods.Of(_compilation, _partition);
        return new DenyingConditions(body, new ResponseEvaluator(body.Locals), _partition).Find()
            .Concat(body.Reads.Where(read => MayThrowToDeny(read, body.Member, sources) || (choosing.MayChoose(read, body) && !sources.AreUnderstood(read))));
    }

    /// <summary>Returns the choices by what can be a store of buyers, and the reads of one.</summary>
    private IEnumerable<IOperation> FindChoices(ResponseBody body) => new DenyingConditions(body, new ResponseEvaluator(body.Locals), _partition).FindChoices();

    private bool MayThrowToDeny(IOperation read, ISymbol member, ConditionSources sources) => _services.MayDeny(read, member) || read switch
    {
        IInvocationOperation call when ThrowingRequests.MayDeny(call) => true,
        IInvocationOperation { TargetMethod: var method } call when method.MethodKind == MethodKind.DelegateInvoke || call.IsCallOfPlatform() || TellingMethods.Contains(method) || IgnoredResults.IsClientMethodCall(call) => false,

        // The response of another method can refuse access.
        IInvocationOperation { TargetMethod: var method } call => Refusals.IsResponse(call.Type) || (_methods.DemandsByName(method) && IgnoredResults.IsStatement(call)) || ((_methods.DemandsByName(method) || _methods.DeniesByCode(call, member)) && !sources.AreUnderstood(call)),
        IObjectCreationOperation or IPropertyReferenceOperation => _methods.DeniesByCode(read, member) && !sources.AreUnderstood(read),
        _ => false,
    };
}
