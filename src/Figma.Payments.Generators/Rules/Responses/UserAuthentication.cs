using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether an application might sign in only users who have paid, so that a user who is signed in isn't certainly one of all.</summary>
internal sealed class UserAuthentication(MethodUses uses)
{
    /// <summary>The events that only answer a request that is already refused.</summary>
    private static readonly HashSet<string> LaterEvents = new(StringComparer.Ordinal)
    {
        "OnAccessDenied", "OnAuthenticationFailed", "OnChallenge", "OnForbidden", "OnRedirectToAccessDenied", "OnRedirectToIdentityProvider", "OnRedirectToIdentityProviderForSignOut", "OnRedirectToLogin", "OnRedirectToLogout",
        "OnRedirectToReturnUrl", "OnRemoteFailure", "OnRemoteSignOut", "OnSignedOutCallbackRedirect", "OnSigningOut",
    };

    /// <summary>The methods that sign in a user, or issue a token.</summary>
    private static readonly string[] Grants = ["SignIn", "SignInAsync", "CreateToken", "WriteToken"];

    public bool MayRejectUsers(IReadOnlyList<INamedTypeSymbol> types) =>
        types.Any(IsPart)
        || uses.FindProperties("EventsType").Any(static found => IsOfAuthentication(found.Reference.Property.ContainingType))
        || uses.FindProperties("Events").Any(static found => IsOfAuthentication(found.Reference.Property.ContainingType) && !IsHarmless(found.Reference))
        || Grants.SelectMany(uses.FindCalls).Any(static found => found.Call.IsCallOfPlatform() && found.Body.Reads.Any(static read => ResponseTypes.IsResponse(read.Type) || ResponseTypes.ReadsState(read)));

    /// <summary>Determines whether a type of the project takes part in the authentication.</summary>
    private static bool IsPart(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(static each => each.Is("IAuthenticationHandler", "Authentication", "AspNetCore", "Microsoft") || each.Is("IClaimsTransformation", "Authentication", "AspNetCore", "Microsoft"))
        || type.BaseType.WithBaseTypes().Any(static each => each.Name.EndsWith("Events", StringComparison.Ordinal) && each is INamedTypeSymbol named && IsOfAuthentication(named));

    private static bool IsOfAuthentication(INamedTypeSymbol type)
    {
        for (INamespaceSymbol? space = type.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            if (space.IsNamed("Authentication", "AspNetCore", "Microsoft"))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether the events of an authentication are used only to set some that reject nobody.</summary>
    private static bool IsHarmless(IPropertyReferenceOperation events) => events.Parent switch
    {
        IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } => IsHarmlessEvent(assignment),
        ISimpleAssignmentOperation { Value: var value } assignment when assignment.Target == events => value.WithoutConversions() is IObjectCreationOperation { Arguments.IsEmpty: true } creation
            && creation.IsCallOfPlatform()
            && (creation.Initializer?.Initializers.All(IsHarmlessEvent) ?? true),
        IMemberInitializerOperation { Initializer: var initializer } => initializer.Initializers.All(IsHarmlessEvent),
        _ => false,
    };

    private static bool IsHarmlessEvent(IOperation assignment) => assignment is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: var handler }
        && (LaterEvents.Contains(name) || (name == "OnMessageReceived" && OnlyReadsToken(handler.WithoutConversions())));

    /// <summary>Determines whether the handler of an event only reads a token from the request, as the one for SignalR does.</summary>
    private static bool OnlyReadsToken(IOperation handler) => handler is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } && lambda.Body.WithDescendants().All(static part => part switch
    {
        IThrowOperation => false,
        IInvocationOperation { TargetMethod.ContainingType: var type } => type.IsOfPlatform() && !IsOfAuthentication(type),
        IObjectCreationOperation => part.IsCallOfPlatform(),
        IPropertyReferenceOperation { Property.ContainingType: var type } => type.IsOfPlatform() || IsOfAuthentication(type),
        _ => true,
    });
}
