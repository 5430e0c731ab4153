using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether users certainly get access only because a call to a client method returned, whatever its result.</summary>
/// <remarks>
/// A call that is made for another purpose, for example to try an access token or to measure time, looks the same. So the name of the function, or what it does, must show that somebody is to be rejected.
/// The whole function must be understood: nothing else in it, and none of its callers, may decide.
/// </remarks>
internal sealed class IgnoredChecks
{
    private readonly ResponseBody _body;
    private readonly SurroundingNames _names;
    private readonly Dictionary<IOperation, bool> _functions = [];
    private readonly Lazy<OtherDecisions> _others;
    private readonly Lazy<bool> _mayCallerDecide;
    private readonly Lazy<HashSet<IOperation?>> _creators;
    private readonly Lazy<ILookup<ISymbol, IOperation>> _localCalls;
    private bool? _hasDisabledCode;

    public IgnoredChecks(ResponseBody body)
    {
        _body = body;
        _names = new(body);
        _others = new(() => OtherDecisions.Of(body, AccessPartition.BySuccess));
        _mayCallerDecide = new(() => Callers.MayAnyDecide(body, AccessPartition.BySuccess));
        _localCalls = new(() => body.Reads.OfType<IInvocationOperation>().Where(static call => call.TargetMethod.MethodKind == MethodKind.LocalFunction)
            .ToLookup(static ISymbol (call) => call.TargetMethod.OriginalDefinition, static IOperation (call) => call, SymbolEqualityComparer.Default));
        _creators = new(() => [.. body.Reads.Where(CreatesClient).Select(body.FindFunction)]);
    }

    /// <summary>Determines whether the result of a call is ignored, and users get access after it.</summary>
    public bool Grants(IInvocationOperation call) =>
        IgnoredResults.FindStatement(call) is { } statement
        && !(IgnoredResults.FindLocal(statement) is { } local && _body.FindUses(local).Any())
        && _body.FindFunction(call) is { } function
        && IsOfRequest(call)
        && IsOfKnownClient(call, function)
        && !ClientImplementations.Contain(call.Instance?.Type, _body.Compilation)
        && !MessageHandlers.Of(_body.Compilation).MayChangeResponse
        && !ExpectedCalls.Contains(call)
        && IsGranting(function, call)
        && !_others.Value.MayDecide(call, call.Syntax.Span);

    private bool IsGranting(IOperation function, IInvocationOperation call)
    {
        if (!_functions.TryGetValue(function, out bool isGranting))
            _functions.Add(function, isGranting = FindGrantingFunction(function, call));

        return isGranting;
    }

    private bool FindGrantingFunction(IOperation function, IInvocationOperation call) =>
        PlainFunction.Read(function) is { } plain
        && !(_hasDisabledCode ??= HasDisabledCode(function.Root().Syntax))
        && !_names.FindWithRoutes(call).Any(PaidNames.HasOtherPurpose)
        && !HasUnknownAttribute(function)
        && !(_body.Member is IMethodSymbol { IsOverride: true, ContainingType: var type } && type.GetMembers("HandleAsync").Any())
        && (IsEndpoint(function)
            ? (plain.RefusesPayment || plain.Grants || (plain.Delivers && IsForPayers(function))) && !IsBound(function)
            : ((plain.RefusesPayment && plain.Responds) || FindName(function) is { } name && PaidNames.RequiresPayment(name) && !plain.Responds) && IsCalledUnconditionally(function));

    /// <summary>Determines whether the user of a request is the one whom the function serves: it receives the user, the token or the request. Any other user can be known to have paid.</summary>
    private bool IsOfRequest(IInvocationOperation call) =>
        ResourceParameters.FindClientMethod(call.TargetMethod.OriginalDefinition, call.Instance?.Type) is { } method
        && call.Arguments.Where(argument => argument.Parameter is { } parameter && IsUser(method.Parameters[parameter.Ordinal])).ToList() is { Count: > 0 } users
        && users.All(argument => argument.IsImplicit || argument.Value.IsNull() || IsOfRequest(argument.Value, 0));

    private bool IsOfRequest(IOperation value, int depth) =>
        depth < 8
        && (value.WithoutConversions() is ILocalReferenceOperation local
            ? _body.Locals.Find(local.Local) is { } initial && IsOfRequest(initial, depth + 1)
            : value.WithDescendants().Any(static part => part switch
            {
                IParameterReferenceOperation { Parameter: { Type: var type, ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } } => IsRequest(type),
                IPropertyReferenceOperation { Property.Name: "User" or "HttpContext" or "Request", Instance: IInstanceReferenceOperation } property => property.Property.ContainingType.IsOfPlatform(),
                _ => false,
            }));

    private static bool IsUser(IParameterSymbol parameter) => ParameterParser.TryParse(parameter, out _) is { Role: PaymentsRole.UserId or PaymentsRole.PluginPaymentToken };

    private static bool IsRequest(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String or SpecialType.System_Int64
        || (type.WithoutNullable() is INamedTypeSymbol bare && (bare.IsOfLibrary("UserId") || bare.IsOfLibrary("PluginPaymentToken")
            || Refusals.IsAspNetCore(bare) || bare.Is("ClaimsPrincipal", "Claims", "Security", "System")));

    /// <summary>Determines whether a member contains code that another build compiles, in which the result might be checked.</summary>
    private static bool HasDisabledCode(SyntaxNode member) => member.ContainsDirectives && member.DescendantTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia));

    /// <summary>Determines whether an attribute might have the code called only for some users.</summary>
    private bool HasUnknownAttribute(IOperation function) =>
        new ISymbol?[] { FindSymbol(function), _body.Member }.Concat(FindTypes()).Any(static symbol => symbol?.GetAttributes().Any(static attribute => attribute.AttributeClass?.IsOfPlatform() != true) == true);

    /// <summary>Returns the types around the code, and those that they derive from.</summary>
    private IEnumerable<ISymbol> FindTypes()
    {
        for (INamedTypeSymbol? type = _body.Member.ContainingType; type is not null; type = type.ContainingType)
        {
            foreach (ITypeSymbol each in type.WithBaseTypes())
                yield return each;
        }
    }

    /// <summary>Determines whether code of the project takes part before an endpoint is called: it authenticates users, or binds or validates the parameters.</summary>
    private bool IsBound(IOperation function) =>
        ApplicationPolicies.Of(_body.Compilation) is var policies && (policies.AuthenticatesUsers || policies.ValidatesModels || (FindSymbol(function) as IMethodSymbol)?.Parameters.Any(ParameterPolicies.IsBound) == true);

    private ISymbol FindSymbol(IOperation function) => function switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation local => local.Symbol,
        _ => _body.Member,
    };

    /// <summary>Determines whether ASP.NET Core calls a function for each request.</summary>
    private bool IsEndpoint(IOperation function) => function switch
    {
        IAnonymousFunctionOperation or ILocalFunctionOperation => EndpointPolicies.Of(_body).IsAdded(function),
        _ => _body.Member is IMethodSymbol { ContainingType: { } type } method
            && ((MemberPolicies.IsController(type) && method.DeclaredAccessibility == Accessibility.Public) || PipelineParts.Find(type) is not null
                || MethodUses.Of(_body.Compilation).FindReferences(method).Any(static found => EndpointPolicies.IsEndpoint(found.Use))),
    };

    /// <summary>Determines whether the path or the name of an endpoint says that it is for payers.</summary>
    private bool IsForPayers(IOperation function) =>
        _names.FindRoutes(function, out bool isRead).Any(PaidNames.IsPath) && isRead
        || (FindName(function) is { } name && PaidNames.IsAction(name))
        || (function is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && _body.Member.ContainingType is { } type && MemberPolicies.IsController(type) && PaidNames.IsController(type.Name));

    private bool IsCalledUnconditionally(IOperation function) => function switch
    {
        IAnonymousFunctionOperation => false,
        ILocalFunctionOperation { Symbol.OriginalDefinition: var local } => !_mayCallerDecide.Value && !_body.FindUses(local).Any() && _localCalls.Value[local].All(static call => call.IsUnconditionalIn(call.FindFunction() ?? call.Root())),
        _ => !_mayCallerDecide.Value,
    };

    private string? FindName(IOperation function) => function switch
    {
        ILocalFunctionOperation { Symbol.Name: var name } => name,
        IAnonymousFunctionOperation => null,
        _ => _body.Member is IMethodSymbol { MethodKind: MethodKind.Ordinary, Name: var name } ? name : null,
    };

    /// <summary>Determines whether the client existed before the function that calls it. A function that creates one might only try an access token.</summary>
    private bool IsOfKnownClient(IInvocationOperation call, IOperation function) => !_creators.Value.Contains(function) && IsKnownClient(call.Instance, function);

    private bool IsKnownClient(IOperation? client, IOperation? function) => client?.WithoutConversions() switch
    {
        IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation => true,
        ILocalReferenceOperation local => _body.Locals.Find(local.Local) is { } value && ((_body.FindFunction(local.Local) ?? local.Root()) != function || IsKnownClient(value, function)),
        IConditionalAccessInstanceOperation instance => IsKnownClient(ResponseEvaluator.FindAccess(instance)?.Operation, function),
        _ => false,
    };

    /// <summary>Determines whether an operation creates a client or the options of one, other than by dependency injection.</summary>
    private static bool CreatesClient(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Type: INamedTypeSymbol type } => type.IsOfLibrary("PaymentsClientOptions") || LibrarySymbols.IsGeneratedClient(type),
        IInvocationOperation { TargetMethod: { IsStatic: true, IsExtensionMethod: false, ContainingType: var type } } => LibrarySymbols.IsGeneratedClient(type),
        _ => false,
    };
}
