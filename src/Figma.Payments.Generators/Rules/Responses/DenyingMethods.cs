using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether methods might throw an exception for a user who has no access.</summary>
internal sealed class DenyingMethods(MethodUses uses)
{
    private const int MaxDepth = 8;

    private readonly Dictionary<ISymbol, bool> _throws = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _denies = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _mayDeny = new(SymbolEqualityComparer.Default);

    /// <summary>Determines whether the code of a method or an accessor of this compilation contains a <c>throw</c>, other than for a value that a request must contain.</summary>
    public bool Throws(IMethodSymbol method)
    {
        if (!_throws.TryGetValue(method, out bool throws))
        {
            throws = method.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax().DescendantNodes().Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax))
                && (uses.FindBody(method) is not { } body || body.WithDescendants().OfType<IThrowOperation>().Any(static thrown => !IsForMissingInput(thrown)));
            _throws.Add(method, throws);
        }

        return throws;
    }

    /// <summary>Determines whether a method that is called only for its effect might deny access. One without code might, and so might one that calls it, throws an exception, reads a response, or uses ASP.NET Core.</summary>
    public bool MayDeny(IMethodSymbol method) => Denies(method, isCodeRequired: true, 0);

    /// <summary>Determines whether such a method might deny access after a test, where most calls are what is granted. One without code might only if its name demands something.</summary>
    public bool Denies(IMethodSymbol method) => Denies(method, isCodeRequired: false, 0);

    private bool Denies(IMethodSymbol method, bool isCodeRequired, int depth)
    {
        if (depth > MaxDepth || method.MethodKind == MethodKind.DelegateInvoke || Throws(method))
            return true;

        method = method.OriginalDefinition;
        Dictionary<ISymbol, bool> judged = isCodeRequired ? _mayDeny : _denies;

        if (!judged.TryGetValue(method, out bool denies))
        {
            // A method that calls itself denies if it does so elsewhere.
            judged[method] = false;
            judged[method] = denies = method.IsAbstract || method.IsVirtual || method.IsOverride || uses.FindBody(method) is not { } body
                ? isCodeRequired || AccessNames.IsDemand(method.Name) || AccessNames.IsAboutAccess(method.Name) || AccessNames.IsAboutAccess(method.ContainingType.Name)
                    || uses.FindImplementations(method).Any(each => Denies(each, isCodeRequired, depth + 1))
                : body.WithDescendants().Any(part => IsDenial(part, isCodeRequired, depth));
        }

        return denies;
    }

    private bool IsDenial(IOperation part, bool isCodeRequired, int depth) => part switch
    {
        IPropertyReferenceOperation { Property: var property } =>
            ResponseTypes.IsOfResponse(property) || (property.GetMethod is { } getter && Throws(getter)) || (property.SetMethod is { } setter && Throws(setter)) || (isCodeRequired && !IsHarmless(property)),
        IInvocationOperation { TargetMethod: var method } call => ResponseTypes.IsResponse(call.Type)
            || method.Name == "EnsureSuccessStatusCode"
            || (call.IsCallOfPlatform() || TellingMethods.Contains(method) ? isCodeRequired && !IsHarmless(method) : Denies(method, isCodeRequired, depth + 1)),
        IObjectCreationOperation { Constructor: { } constructor } => Throws(constructor),
        _ => part.FindOperator() is { } @operator && Throws(@operator),
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
    private static bool IsForMissingInput(IThrowOperation thrown) =>
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
