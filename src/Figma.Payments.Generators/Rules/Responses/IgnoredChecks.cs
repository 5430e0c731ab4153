using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether users certainly get access only because a call to a client method returned, whatever its result.</summary>
/// <remarks>A call that is made for another purpose, for example to try an access token or to measure time, looks the same. So there must be evidence that somebody is to be rejected.</remarks>
internal sealed class IgnoredChecks
{
    private readonly ResponseBody _body;
    private readonly SurroundingNames _names;
    private readonly GrantingCode _granting;
    private readonly Lazy<OtherDecisions> _others;
    private readonly Lazy<bool> _mayCallerDecide;
    private readonly Lazy<HashSet<IOperation?>> _creators;

    public IgnoredChecks(ResponseBody body)
    {
        _body = body;
        _names = new(body);
        _granting = new(body);
        _others = new(() => OtherDecisions.Of(body, AccessPartition.BySuccess));
        _mayCallerDecide = new(() => Callers.MayAnyDecide(body, AccessPartition.BySuccess));
        _creators = new(() => [.. body.Reads.Where(CreatesClient).Select(body.FindFunction)]);
    }

    /// <summary>Determines whether the result of a call is ignored, and users get access after it.</summary>
    public bool Grants(IInvocationOperation call) =>
        IgnoredResults.FindStatement(call) is { } statement
        && !(IgnoredResults.FindLocal(statement) is { } local && _body.FindUses(local).Any())
        && !IsGivenToUnknownCode(statement)
        && !ExpectedCalls.Contains(call)
        && !ClientImplementations.Contain(call.Instance?.Type, _body.Compilation)
        && !MessageHandlers.Of(_body.Compilation).MayChangeResponse
        && IsEvident(call, statement)
        && IsOfKnownClient(call)
        && !_names.HaveOtherPurpose(call)
        && !_others.Value.MayDecide(call, call.Syntax.Span)
        && !(_body.FindFunction(call) is not IAnonymousFunctionOperation && _mayCallerDecide.Value);

    private bool IsEvident(IInvocationOperation call, IOperation statement)
    {
        IReadOnlyList<IOperation> following = _granting.FindFollowing(statement);

        return _granting.Grants(following)
            || (_granting.Requires(_body.FindFunction(call)) && GrantingCode.OnlySucceeds(following))
            || (_granting.IsGrantingFunction(_body.FindFunction(call)) && _granting.MayOnlyGrant(following))
            || (RefusingClauses.Refuse(statement) && _granting.MayOnlyGrant(following))
            || (_granting.Delivers(_body.FindFunction(call), following) && RefusingClauses.OnlyRefuse(statement) && NameProduct(call, following));
    }

    /// <summary>Determines whether the names around a call, or what follows it, name what users pay for, and no technical purpose.</summary>
    private bool NameProduct(IInvocationOperation call, IReadOnlyList<IOperation> following) =>
        (_names.NamePaidProduct(call, following) || (!IsByToken(call) && _names.FindWithRoutes(call).Any(AccessNames.NamesDelivery)))
        && !_names.FindWithRoutes(call).Any(AccessNames.IsTechnical);

    /// <summary>Determines whether the request sends a payment token, which can be to identify the user only.</summary>
    private static bool IsByToken(IInvocationOperation call) => call.Arguments.Any(static argument => argument.Value.WithoutConversions().Type.WithoutNullable().IsOfLibrary("PluginPaymentToken"));

    /// <summary>Determines whether a method receives the code that contains the call, other than one of .NET and ASP.NET Core. It might assert that the call throws.</summary>
    private static bool IsGivenToUnknownCode(IOperation statement)
    {
        for (IOperation? around = statement.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation lambda && lambda.FindReceivingCall()?.IsCallOfPlatform() == false)
                return true;
        }

        return false;
    }

    /// <summary>Determines whether the client existed before the function that calls it. A function that creates one might only try an access token.</summary>
    private bool IsOfKnownClient(IInvocationOperation call) => !_creators.Value.Contains(_body.FindFunction(call)) && IsKnownClient(call.Instance, _body.FindFunction(call));

    private bool IsKnownClient(IOperation? client, IOperation? function) => client?.WithoutConversions() switch
    {
        IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation => true,
        IInvocationOperation { TargetMethod.Name: "GetRequiredService" or "GetService" or "GetRequiredKeyedService" or "GetKeyedService" } service => service.IsCallOfPlatform(),
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
