using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether methods might deny access to a user: by their own code, by that of the methods that they call, or by that of the methods that implement them.</summary>
internal sealed class DenyingMethods
{
    private static readonly ConditionalWeakTable<Compilation, DenyingMethods> All = new();

    private readonly MethodUses _uses;
    private readonly RequestHandlers _handlers;
    private readonly ConcurrentDictionary<ISymbol, bool> _throwing = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _throwingOnly = new(SymbolEqualityComparer.Default);
    private readonly Reachability _denying;
    private readonly Reachability _notHarmless;
    private readonly Reachability _deciding;

    private DenyingMethods(Compilation compilation)
    {
        _uses = MethodUses.Of(compilation);
        _handlers = RequestHandlers.Of(compilation);
        _denying = new(method => Read((IMethodSymbol)method, Reading.Denials));
        _notHarmless = new(method => Read((IMethodSymbol)method, Reading.Effects));
        _deciding = new(method => Read((IMethodSymbol)method, Reading.Choices));
    }

    /// <summary>Specifies what a method is read for.</summary>
    private enum Reading
    {
        /// <summary>It throws an exception, or reads a response.</summary>
        Denials,

        /// <summary>It also does anything that isn't certainly harmless.</summary>
        Effects,

        /// <summary>It also makes a choice.</summary>
        Choices,
    }

    public static DenyingMethods Of(Compilation compilation) => All.GetValue(compilation, static key => new DenyingMethods(key));

    /// <summary>Determines whether the code of a method or an accessor of this compilation contains a <c>throw</c>, other than for a value that a request must contain.</summary>
    public bool Throws(IMethodSymbol method) => _throwing.GetOrAdd(method.PartialImplementationPart ?? method, key => FindThrow((IMethodSymbol)key));

    /// <summary>Determines whether the body of a constructor contains such a <c>throw</c>. A primary constructor has none.</summary>
    public bool ThrowsInBody(IMethodSymbol constructor) => _uses.FindCode(constructor) is IConstructorBodyOperation && Throws(constructor);

    /// <summary>Determines whether the body of a constructor, or code that it runs, throws an exception for some users or reads a response.</summary>
    public bool DeniesInBody(IMethodSymbol constructor) => _uses.FindCode(constructor) is IConstructorBodyOperation && _denying.Leads(constructor.OriginalDefinition);

    /// <summary>Determines whether a method that is called only for its effect might deny access. One without code might, and so might one that calls it, throws an exception, reads a response, or uses ASP.NET Core.</summary>
    public bool MayDeny(IMethodSymbol method) => method.MethodKind == MethodKind.DelegateInvoke || _notHarmless.Leads(method.OriginalDefinition);

    /// <summary>Determines whether a method has no effect but an exception: it calls only .NET, and reads and writes only its own variables.</summary>
    public bool OnlyThrows(IMethodSymbol method) => _throwingOnly.GetOrAdd((method.ReducedFrom ?? method).OriginalDefinition, key => HasOnlyThrows((IMethodSymbol)key));

    /// <summary>Determines whether a method that is called only for its effect after a test denies access, where most calls are what is granted: its name demands something, and no code of it says what it does.</summary>
    public bool DemandsByName(IMethodSymbol method) => method.MethodKind == MethodKind.DelegateInvoke || (!HasCode(method) && IsDemand(method));

    /// <summary>Determines whether the code that a call runs throws an exception for some users or reads a response. A method without code doesn't.</summary>
    /// <param name="operation">The call, the creation of an object, or the use of a property or of a method as a delegate.</param>
    /// <param name="caller">The member that contains the call. What it wraps can have the same interface.</param>
    public bool DeniesByCode(IOperation operation, ISymbol caller) => Leads(_denying, operation, caller);

    /// <summary>Determines whether the code that a call runs also makes a choice, so that it might not grant what its name says.</summary>
    public bool DecidesByCode(IInvocationOperation call, ISymbol caller) => Leads(_deciding, call, caller);

    /// <summary>Returns the methods of this compilation whose code an operation runs, also by a mediator.</summary>
    public IEnumerable<IMethodSymbol> FindRun(IOperation operation) => FindCalled(operation).SelectMany(FindCode).Concat(FindHandlers(operation));

    /// <summary>Returns the methods of this compilation that a call of a method can run instead of it.</summary>
    public IEnumerable<IMethodSymbol> FindImplementations(IMethodSymbol method) => IsDispatched(method) ? FindCode(method) : [];

    private bool Leads(Reachability methods, IOperation operation, ISymbol caller) =>
        FindRun(operation).Any(each => !SymbolEqualityComparer.Default.Equals(each, caller) && methods.Leads(each));

    private (bool HasProperty, IEnumerable<ISymbol> Next) Read(IMethodSymbol method, Reading reading)
    {
        if (Throws(method))
            return (true, []);

        bool isDispatched = IsDispatched(method);

        if (reading == Reading.Effects && (isDispatched || _uses.FindCode(method) is null))
            return (true, []);

        HashSet<ISymbol> next = new(FindImplementations(method), SymbolEqualityComparer.Default);

        if (_uses.FindCode(method) is not { } body)
            return (IsDemand(method), next);

        foreach (IOperation part in body.WithDescendants())
        {
            if (IsDenial(part, reading))
                return (true, []);

            if (part is IInvocationOperation call && (call.IsCallOfPlatform() || TellingMethods.Contains(call.TargetMethod)))
            {
                next.UnionWith(_handlers.FindReaders(call).Where(HasCode));
                continue;
            }

            foreach (IMethodSymbol called in FindCalled(part))
            {
                // A property and a constructor have no name that demands something.
                if (called.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ReducedExtension)
                    next.Add(called.OriginalDefinition);
                else
                    next.UnionWith(FindCode(called));
            }

            next.UnionWith(FindHandlers(part));
        }

        return (false, next);
    }

    private bool IsDenial(IOperation part, Reading reading) => part switch
    {
        IPropertyReferenceOperation { Property: var property } => ResponseTypes.IsOfResponse(property) || (reading == Reading.Effects && !IsHarmless(property)),
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.DelegateInvoke } } call => reading != Reading.Choices || !IsEvent(call),
        IInvocationOperation { TargetMethod: var method } call => ResponseTypes.IsResponse(call.Type)
            || ThrowingRequests.MayDeny(call)
            || (reading == Reading.Effects && (call.IsCallOfPlatform() || TellingMethods.Contains(method)) && !IsHarmless(method))
            || (reading == Reading.Choices && Refusals.IsBooleanOrTask(call.Type) && !call.IsCallOfPlatform()),
        IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ILoopOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } => reading == Reading.Choices,
        _ => part.FindOperator() is { } @operator && Throws(@operator),
    };

    private bool FindThrow(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax().DescendantNodes().Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax))
        && (_uses.FindBody(method) is not { } body || body.WithDescendants().OfType<IThrowOperation>().Any(static thrown => !IsForMissingInput(thrown)));

    private bool HasOnlyThrows(IMethodSymbol method) =>
        !IsDispatched(method)
        && (method.MethodKind != MethodKind.LocalFunction || method.IsStatic)
        && _uses.FindCode(method) is { } body
        && body.WithDescendants().All(part => part switch
        {
            IInvocationOperation call => call.IsCallOfPlatform() && !Refusals.IsAspNetCore(call.TargetMethod.ContainingType),
            IObjectCreationOperation { Type: INamedTypeSymbol type } => type.IsException() || (type.IsOfPlatform() && !Refusals.IsAspNetCore(type)),
            IPropertyReferenceOperation { Property.ContainingType: var type } => type.IsOfPlatform() && !Refusals.IsAspNetCore(type),
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, ContainingSymbol: var owner } } => SymbolEqualityComparer.Default.Equals(owner, method),
            IFieldReferenceOperation { Field: var field } => field.IsConst || field.ContainingType.IsOfPlatform(),
            IMethodReferenceOperation or IParameterReferenceOperation or IAnonymousFunctionOperation or ILocalFunctionOperation => part == body,
            _ => part.FindOperator() is not { ContainingType: var type } || type.IsOfPlatform(),
        });

    /// <summary>Returns the methods, constructors and accessors that an operation calls.</summary>
    private static IEnumerable<IMethodSymbol> FindCalled(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.DelegateInvoke } method }:
                yield return method;
                break;
            case IMethodReferenceOperation { Method: var method }:
                yield return method;
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                yield return constructor;
                break;
            case IPropertyReferenceOperation { Property: var property } reference:
                bool isWritten = reference.Parent is IAssignmentOperation assignment && assignment.Target == reference;

                if (isWritten && property.SetMethod is { } setter)
                    yield return setter;

                if (!(isWritten && reference.Parent is ISimpleAssignmentOperation) && property.GetMethod is { } getter)
                    yield return getter;

                break;
        }
    }

    /// <summary>Returns the methods of this compilation whose code a call of a method can run.</summary>
    private IEnumerable<IMethodSymbol> FindCode(IMethodSymbol method)
    {
        method = method.OriginalDefinition;

        if (HasCode(method))
            yield return method;

        if (!IsDispatched(method))
            yield break;

        foreach (IMethodSymbol each in _uses.FindImplementations(method).Where(each => IsDispatched(each) || HasCode(each)))
            yield return each.OriginalDefinition;
    }

    /// <summary>Returns the methods that receive an argument of a call, such as a handler of a request that is passed to a mediator: the call passes an object of this compilation as something else, or to code that isn't found.</summary>
    public IEnumerable<IMethodSymbol> FindHandlers(IOperation operation) => operation is not IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.DelegateInvoke } method } call ? []
        : call.IsCallOfPlatform() ? _handlers.FindReaders(call).Where(HasCode)
        : call.Arguments
            .Select(argument => (argument.Value.WithoutConversions().Type, argument.Parameter))
            .Where(argument => argument.Type is not null && (!SymbolEqualityComparer.Default.Equals(argument.Type, argument.Parameter?.Type) || !FindCode(method).Any()))
            .SelectMany(argument => _handlers.Find(argument.Type!))
            .Where(HasCode);

    private bool HasCode(IMethodSymbol method) => _uses.FindCode(method.OriginalDefinition) is not null;

    private static bool IsDispatched(IMethodSymbol method) => method.IsAbstract || method.IsVirtual || method.IsOverride;

    private static bool IsDemand(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary && (AccessNames.IsDemand(method.Name) || AccessNames.IsAboutAccess(method.Name) || AccessNames.IsAboutAccess(method.ContainingType.Name));

    private static bool IsEvent(IInvocationOperation call) => call.Instance?.WithoutConversions() switch
    {
        IEventReferenceOperation => true,
        IConditionalAccessInstanceOperation instance => ResponseEvaluator.FindAccess(instance)?.Operation.WithoutConversions() is IEventReferenceOperation,
        _ => false,
    };

    private static bool IsHarmless(IPropertySymbol property) => property.ContainingType.IsOfPlatform() ? !property.IsIndexer && !Refusals.IsAspNetCore(property.ContainingType) : property.IsAuto() && !property.IsAbstract;

    /// <summary>Determines whether a method of .NET only logs, counts or keeps something. Any other might throw an exception for something that isn't found.</summary>
    private static bool IsHarmless(IMethodSymbol method)
    {
        INamespaceSymbol space = method.ContainingNamespace;

        return TellingMethods.Contains(method)
            || (space.IsNamed("System") && method.ContainingType.Name is "String" or "Object" or "Math" or "DateTime" or "DateTimeOffset" or "TimeSpan" or "TimeProvider" or "Guid")
            || method.ContainingType.Is("Interlocked", "Threading", "System")
            || space.IsNamed("Diagnostics", "System") || space.IsNamed("Metrics", "Diagnostics", "System") || space.IsNamed("Text", "System")
            || space.IsNamed("Tasks", "Threading", "System") || space.IsNamed("Generic", "Collections", "System") || space.IsNamed("Concurrent", "Collections", "System");
    }

    /// <summary>Determines whether an exception is thrown only if .NET returns null, as in <c>User.FindFirst("sub") ?? throw</c>.</summary>
    public static bool IsForMissingInput(IThrowOperation thrown) =>
        thrown.WithConversionsAround().Parent is ICoalesceOperation choice
        && thrown.Exception?.WithoutConversions().Type is INamedTypeSymbol type
        && type.IsOfPlatform()
        && type.Name is "ArgumentException" or "ArgumentNullException" or "InvalidOperationException" or "FormatException"
        && choice.Value.WithDescendants().All(static part => part switch
        {
            IInvocationOperation => part.IsCallOfPlatform(),
            IPropertyReferenceOperation { Property: { Name: not ("Items" or "Session"), ContainingType: var owner } } => owner.IsOfPlatform(),
            { ConstantValue: { HasValue: true, Value: string text } } => !AccessNames.IsAboutAccess(text) && !BuyerNames.NamesBuyers(text),
            IParameterReferenceOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation or IArgumentOperation or IConversionOperation { OperatorMethod: null } or ILiteralOperation
                or IFieldReferenceOperation { Field.IsConst: true } or IInstanceReferenceOperation => true,
            _ => false,
        });
}
