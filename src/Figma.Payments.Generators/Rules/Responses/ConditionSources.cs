using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether a condition reads nothing that can tell who has bought: only what a request contains, files, texts, and members in whose names no word is about a right or a purchase.</summary>
/// <remarks>The code of a member of this compilation is read, too. What isn't understood can be a store of buyers.</remarks>
/// <param name="body">The code that contains the conditions, or all of the code of a member that a condition uses.</param>
/// <param name="called">Receives the members that the code of a member uses, which are judged elsewhere; null for conditions.</param>
/// <param name="areServicesUnderstood">A value that indicates whether a condition may ask another service for something that isn't about the user, or the configuration.</param>
internal sealed class ConditionSources(ResponseBody body, ISet<IMethodSymbol>? called = null, bool areServicesUnderstood = false)
{
    private const int MaxDepth = 32;

    /// <summary>The namespaces of .NET whose types keep nothing that another part of the program has stored there under a name of its own.</summary>
    private static readonly HashSet<string> Understood = new(StringComparer.Ordinal)
    {
        "System", "System.Collections", "System.Collections.Concurrent", "System.Collections.Frozen", "System.Collections.Generic", "System.Collections.Immutable", "System.Collections.ObjectModel",
        "System.Collections.Specialized", "System.Globalization", "System.IO", "System.Linq", "System.Net.Mail", "System.Numerics", "System.Text", "System.Text.Json", "System.Text.Json.Nodes",
        "System.Text.RegularExpressions", "System.Threading.RateLimiting", "System.Threading.Tasks", "Microsoft.AspNetCore.Mvc.ModelBinding",
        "Microsoft.Azure.Functions.Worker.Http", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.FileProviders", "Microsoft.Extensions.Options", "Microsoft.Extensions.Primitives",
    };

    /// <summary>The types of ASP.NET Core that are a part of a request.</summary>
    private static readonly HashSet<string> OfRequest = new(StringComparer.Ordinal)
    {
        "HostString", "HttpMethods", "HttpRequest", "HttpRequestJsonExtensions", "IFormCollection", "IFormFile", "IFormFileCollection", "IHeaderDictionary", "IQueryCollection", "IRequestCookieCollection", "PathString", "QueryString",
    };

    /// <summary>The members of ASP.NET Core that lead to the request, its user, or the arguments of an endpoint. Others, such as <c>Items</c>, keep what another part of the program stores there.</summary>
    private static readonly HashSet<string> OfContext = new(StringComparer.Ordinal)
    {
        "ActionArguments", "Arguments", "Connection", "ConnectionId", "Context", "GetArgument", "GetHttpContext", "HttpContext", "ModelState", "Request", "RequestAborted", "RequestServices", "Resource",
        "RouteData", "TraceIdentifier", "TryValidateModel", "User", "UserIdentifier",
    };

    private readonly MemberJudgments _judgments = MemberJudgments.Of(body.Compilation);
    private readonly Dictionary<ISymbol, bool> _locals = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _users = new(SymbolEqualityComparer.Default);
    private readonly bool _isMember = called is not null;
    private readonly Lazy<bool> _isForAllUsers = new(() => called is not null && Constructors.AreForAllUsers(body.Member));
    private TextSpan _read;

    public bool AreUnderstood(IOperation code)
    {
        _read = code.Syntax.Span;
        return AreUnderstood(code, 0);
    }

    /// <summary>Determines whether an operation is understood, apart from its operands.</summary>
    public bool IsUnderstood(IOperation part) => IsUnderstood(part, 0);

    private bool AreUnderstood(IOperation code, int depth) => code.WithDescendants().All(part => IsUnderstood(part, depth));

    /// <summary>Determines whether an operation is understood, apart from its operands.</summary>
    /// <param name="part">The operation.</param>
    /// <param name="depth">The number of variables that lead to it.</param>
    private bool IsUnderstood(IOperation part, int depth) => part switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } when BuyerNames.NamesBuyers(text) => false,
        IParameterReferenceOperation { Parameter: var parameter } =>
            IsNeutral(parameter.Name, parameter.Type) && !ParameterPolicies.IsBound(parameter) && (_isMember || !IsPassed(parameter)) && (_isMember || !parameter.Type.IsBoolean() || parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }),
        ILocalReferenceOperation { Local: var local } => IsNeutral(local.Name, local.Type) && ((_isMember && IsRead(local)) || IsUnderstood(local, depth + 1)),
        IFieldReferenceOperation reference when Assignments.IsTarget(reference) => true,
        IPropertyReferenceOperation { Property: { IsIndexer: false } property } reference when Assignments.IsTarget(reference) && !property.ContainingType.IsOfPlatform() => property.SetMethod is not { } setter || IsUnderstood(setter),
        IFieldReferenceOperation { Field: var field } reference => field.ContainingType.IsOfPlatform()
            ? IsNeutral(field.Name, field.Type)
            : IsNeutral(field, reference.Instance) && IsNeutral(field.Name, field.Type) && (field.IsConst || !IsState(reference)),
        IPropertyReferenceOperation { Property: { IsIndexer: true } } reference when reference.Arguments.Any(argument => IsUser(argument.Value)) => false,
        IPropertyReferenceOperation { Property: var property } reference => IsUnderstood(reference, property),
        IInvocationOperation { TargetMethod: { Name: "FindFirst" or "FindFirstValue" or "HasClaim" } } call when call.Arguments.Any(static argument => argument.Value.ConstantValue is { HasValue: true, Value: string claim } && !BuyerNames.IsIdentity(claim)) => false,
        IInvocationOperation { TargetMethod: var method } call => (!IsByUser(call) || OnlyKnowsUser(call)) && (IsForAll(call) || IsUnderstood(method, call.Instance, call.Type)) && DenyingMethods.Of(body.Compilation).FindHandlers(call).All(handler => SymbolEqualityComparer.Default.Equals(handler, body.Member) || IsUnderstood(handler)),
        IMethodReferenceOperation { Method: var method } reference => IsUnderstood(method, reference.Instance, method.ReturnType),
        IObjectCreationOperation { Constructor: { } constructor } creation => IsUnderstood(constructor, instance: null, creation.Type),
        IThrowOperation { Exception: { } exception } when part.WithConversionsAround().Parent is not ICoalesceOperation && exception.WithoutConversions().Type is { } type && AccessNames.IsRefusingException(type.Name, isIdentityUsed: false) => false,
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IInvalidOperation or { Kind: OperationKind.None } => false,
        IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method, NarrowedType: var type } => IsNeutral(type) && IsUnderstood(method, instance: null, type: null),
        ITypeOfOperation { TypeOperand: var type } => IsNeutral(type),
        IIsTypeOperation { TypeOperand: var type } => IsNeutral(type),
        IPatternOperation { NarrowedType: var type } => IsNeutral(type),
        _ => part.FindOperator() is not { } @operator || IsUnderstood(@operator, instance: null, part.Type),
    };

    private bool IsUnderstood(ILocalSymbol local, int depth)
    {
        if (depth > MaxDepth)
            return false;

        if (!_locals.TryGetValue(local, out bool isUnderstood))
        {
            _locals[local] = true;
            _locals[local] = isUnderstood = body.Locals.FindAll(local) switch
            {
                [IPatternOperation pattern] => ResponseOrigins.FindInput(pattern) is { } input && AreUnderstood(input, depth),
                [{ } value] => AreUnderstood(value, depth),

                // What a method returns in an out parameter is as well known as the method.
                [null] => FindReturning(local) is { } call && AreUnderstood(call, depth),
                [] => local.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction },
                _ => false,
            };
        }

        return isUnderstood;
    }

    /// <summary>Determines whether the code that is read contains everything that a local variable is assigned.</summary>
    private bool IsRead(ILocalSymbol local) => local.DeclaringSyntaxReferences.All(declaration => _read.Contains(declaration.Span));

    private IInvocationOperation? FindReturning(ILocalSymbol local)
    {
        foreach (IOperation use in body.FindUses(local))
        {
            IOperation written = use.Parent is IDeclarationExpressionOperation declaration ? declaration : use;

            if (written.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation call })
                return call;
        }

        return null;
    }

    private bool IsUnderstood(IPropertyReferenceOperation reference, IPropertySymbol property)
    {
        if (IsOfLibrary(property.ContainingType))
            return !ResponseTypes.IsOfResponse(property) || ResponseTypes.ReadsOther(reference);

        if (!IsNeutral(property.Type))
            return false;

        if (property.ContainingType.IsOfPlatform())
            return IsUnderstood(property.ContainingType, property.Name);

        return IsNeutral(property, reference.Instance)
            && !BuyerNames.NamesBuyers(property.Name)
            && !(property.IsAuto() && IsState(reference))
            && (property.GetMethod is not { } getter || IsUnderstood(getter));
    }

    private bool IsUnderstood(IMethodSymbol method, IOperation? instance, ITypeSymbol? type)
    {
        // A lambda in a variable can contain anything, and what a client returns is a response.
        if (method.MethodKind == MethodKind.DelegateInvoke || ResponseTypes.Contains(type))
            return false;

        if (IsOfLibrary(method.ContainingType) || TellingMethods.Contains(method))
            return true;

        if (!IsNeutral(type))
            return false;

        if (method.ContainingType.IsOfPlatform())
            return IsUnderstood(method.ContainingType, method.Name);

        return IsNeutral(method, instance) && !BuyerNames.NamesBuyers(method.Name) && IsUnderstood(method);
    }

    /// <summary>Determines whether the code of a method is understood. One without code is known by its name.</summary>
    private bool IsUnderstood(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;

        if (called is null)
            return _judgments.IsUnderstood(method);

        called.Add(method);
        return true;
    }

    /// <summary>Determines whether another part of the program might have computed the value of a field or an automatic property: one of the type itself, or of a service, of an object that the program creates, or of one that belongs to the user.</summary>
    private bool IsState(IMemberReferenceOperation reference)
    {
        // The receiver of a call is a service, whose methods are read, or a collection.
        if (reference.WithConversionsAround().Parent is IInvocationOperation { Instance: { } receiver } && receiver.WithoutConversions() == reference)
            return reference.Type is INamedTypeSymbol type && type.IsOfPlatform() && _judgments.IsFilled(reference.Member.OriginalDefinition);

        if (_isMember && Constructors.AssignsAlone(reference, body.Member))
            return false;

        return reference.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
            || reference.Instance.WithoutConversions() is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }
            || IsUser(reference.Instance)
            || _judgments.IsComputed(reference.Member.OriginalDefinition);
    }

    /// <summary>Determines whether other code of the program passes a parameter, whose value it might have computed.</summary>
    private bool IsPassed(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
        && parameter.Type.WithoutNullable() is { SpecialType: not SpecialType.System_String } type
        && !(type is INamedTypeSymbol named && (IsOfLibrary(named) || named.IsOfPlatform()))
        && _judgments.IsCalled(method.OriginalDefinition);

    /// <summary>Determines whether a call looks something up for the user, so that its store can be one of buyers, whatever its name.</summary>
    private bool IsByUser(IInvocationOperation call) =>
        !IsOfLibrary(call.TargetMethod.ContainingType)
        && call.TargetMethod.ContainingNamespace is { } space && !space.IsNamed("System") && !space.IsNamed("Claims", "Security", "System")
        && call.Arguments.Any(argument => IsUser(argument.Value) || (IsRequest(argument.Value.WithoutConversions().Type) && !call.IsCallOfPlatform() && !_judgments.HasCode(call.TargetMethod)))
        && !TellingMethods.Contains(call.TargetMethod);

    /// <summary>Determines whether a call uses what a cache keeps for all users: its key is a constant.</summary>
    private static bool IsForAll(IInvocationOperation call) =>
        call.TargetMethod.ContainingNamespace is { Name: "Memory" or "Distributed" } space
        && space.IsNamed(space.Name, "Caching", "Extensions", "Microsoft")
        && IsNeutral(call.Type)
        && call.Arguments.Any(static argument => argument is { Parameter.Name: "key", Value: var key } && key.WithoutConversions().ConstantValue.HasValue);

    /// <summary>Determines whether a type contains the user beside all else that belongs to a request.</summary>
    private static bool IsRequest(ITypeSymbol? type) => type.Is("HttpContext", "Http", "AspNetCore", "Microsoft") || type.Is("HttpRequest", "Http", "AspNetCore", "Microsoft");

    /// <summary>Determines whether a call tells only that the user is known, or whether there were too many requests.</summary>
    private static bool OnlyKnowsUser(IInvocationOperation call) => (BuyerNames.IsUserStore(call.TargetMethod.ContainingType.Name) && BuyerNames.IsLookup(call.TargetMethod.Name)) || (call.TargetMethod.Name.StartsWith("Try", StringComparison.Ordinal) && BuyerNames.IsLimiter(call.TargetMethod.ContainingType.Name));

    /// <summary>Determines whether a value contains the user of the request, or was looked up for it.</summary>
    private bool IsUser(IOperation value) => value.WithDescendants().Any(part => part switch
    {
        ILocalReferenceOperation { Local: var local } => IsUser(local.Name, local.Type) || IsUser(local),
        IParameterReferenceOperation { Parameter: var parameter } => IsUser(parameter.Name, parameter.Type),
        IPropertyReferenceOperation { Property: var property } => IsUser(property.Name, property.Type) || (property.GetMethod is { } getter && _judgments.ReadsUser(getter)),
        IFieldReferenceOperation { Field: var field } => IsUser(field.Name, field.Type),
        IInvocationOperation { TargetMethod: var method } => _judgments.ReadsUser(method),
        _ => false,
    });

    private bool IsUser(ILocalSymbol local)
    {
        if (!_users.TryGetValue(local, out bool isUser))
        {
            // A local that depends on itself is what its other values are.
            _users[local] = false;
            _users[local] = isUser = body.Locals.FindAll(local).Any(value => (value is IPatternOperation pattern ? ResponseOrigins.FindInput(pattern) : value) is { } source && IsUser(source));
        }

        return isUser;
    }

    /// <summary>Determines whether a variable or a member with a name and a type says who the user is.</summary>
    public static bool IsUser(string name, ITypeSymbol type) =>
        type.WithoutNullable() is { } bare && (bare.IsOfLibrary("UserId") || bare.IsOfLibrary("PluginPaymentToken") || bare.Is("ClaimsPrincipal", "Claims", "Security", "System") || BuyerNames.IsUser(name));

    /// <summary>Determines whether a member of a type of .NET only reads what a request or its user brings, or works on values that are read elsewhere.</summary>
    private bool IsUnderstood(INamedTypeSymbol type, string member)
    {
        ApplicationPolicies policies = ApplicationPolicies.Of(body.Compilation);
        string space = type.ContainingNamespace?.ToDisplayString() ?? "";

        return space switch
        {
            "System" => type.Name is not ("Activator" or "AppContext" or "AppDomain" or "Environment" or "Lazy"),
            "System.Net" => type.Name is "HttpListenerContext" or "HttpListenerRequest" or "IPAddress",
            "System.ComponentModel.DataAnnotations" => !policies.ValidatesModels,
            "System.Security.Claims" => !policies.AuthenticatesUsers && member is "FindFirst" or "FindFirstValue" or "Claims" or "Identity" or "Identities" or "Type" or "Value",
            "System.Security.Principal" => member is "Name" or "IsAuthenticated",
            "System.Threading" => type.Name is "CancellationToken" or "Interlocked" or "Volatile" or "Monitor" or "Lock" or "SemaphoreSlim",
            "System.Net.Http.Headers" or "Microsoft.Net.Http.Headers" => type.Name.EndsWith("HeaderValue", StringComparison.Ordinal),
            "Microsoft.AspNetCore.Hosting" or "Microsoft.Extensions.Hosting" => member is "ContentRootFileProvider" or "ContentRootPath" or "WebRootFileProvider" or "WebRootPath",
            "Microsoft.AspNetCore.Http" when type.Name == "IHeaderDictionary" => !policies.ChangesRequests,
            "Microsoft.AspNetCore.Http" when OfRequest.Contains(type.Name) => true,
            "Microsoft.AspNetCore.Routing" => !policies.ChangesRequests,
            "Microsoft.Extensions.Configuration" when _isForAllUsers.Value => true,
            "System.Net.Http" or "System.Net.Http.Json" or "Microsoft.Extensions.Configuration" => areServicesUnderstood && member is not ("Send" or "SendAsync"),
            _ => Understood.Contains(space) || (space.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) && OfContext.Contains(member)),
        };
    }

    /// <summary>Determines whether the name of the type that declares a member isn't about a right or a purchase. That of the code itself doesn't matter.</summary>
    private bool IsNeutral(ISymbol used, IOperation? instance) =>
        instance is IInstanceReferenceOperation
        || SymbolEqualityComparer.Default.Equals(used.ContainingType?.OriginalDefinition, body.Member.ContainingType?.OriginalDefinition)
        || IsNeutral(used.ContainingType);

    private static bool IsNeutral(string name, ITypeSymbol? type) => !BuyerNames.NamesBuyers(name) && IsNeutral(type);

    public static bool IsNeutral(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsNeutral(array.ElementType),
        INamedTypeSymbol named => IsOfLibrary(named) || ((named.IsOfPlatform() || !BuyerNames.NamesBuyers(named.Name)) && named.TypeArguments.All(IsNeutral)),
        _ => true,
    };

    private static bool IsOfLibrary(INamedTypeSymbol type) => type.ContainingNamespace.IsNamed("Payments", "Figma");
}
