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

    /// <summary>Determines whether a method that is called only for its effect, after a test, might deny access: it or a method that it calls contains a <c>throw</c> or reads a response, or nothing but its name is known, and that demands something.</summary>
    public bool Denies(IMethodSymbol method) => Denies(method, 0);

    private bool Denies(IMethodSymbol method, int depth)
    {
        if (depth > MaxDepth || method.MethodKind == MethodKind.DelegateInvoke || Throws(method))
            return true;

        method = method.OriginalDefinition;

        if (!_denies.TryGetValue(method, out bool denies))
        {
            // A method that calls itself denies if it does so elsewhere.
            _denies[method] = false;
            _denies[method] = denies = method.IsAbstract || method.IsVirtual || uses.FindBody(method) is not { } body
                ? AccessNames.IsDemand(method.Name) || AccessNames.IsAboutAccess(method.Name) || AccessNames.IsAboutAccess(method.ContainingType.Name)
                : body.WithDescendants().Any(part => IsDenial(part, depth));
        }

        return denies;
    }

    private bool IsDenial(IOperation part, int depth) => part switch
    {
        IPropertyReferenceOperation { Property: var property } => ResponseTypes.IsOfResponse(property) || (property.GetMethod is { } getter && Throws(getter)),
        IInvocationOperation call => ResponseTypes.IsResponse(call.Type)
            || call.TargetMethod.Name == "EnsureSuccessStatusCode"
            || (!call.IsCallOfPlatform() && !TellingMethods.Contains(call.TargetMethod) && Denies(call.TargetMethod, depth + 1)),
        IObjectCreationOperation { Constructor: { } constructor } => Throws(constructor),
        _ => false,
    };

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
            { ConstantValue: { HasValue: true, Value: string text } } => !AccessNames.IsAboutAccess(text),
            IParameterReferenceOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation or IArgumentOperation or IConversionOperation { OperatorMethod: null } or ILiteralOperation
                or IFieldReferenceOperation { Field.IsConst: true } or IInstanceReferenceOperation => true,
            _ => false,
        });
}
