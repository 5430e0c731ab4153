using System;
using System.Collections.Immutable;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes what refuses access in ASP.NET Core and HTTP, and what grants it, by symbol.</summary>
internal static class Refusals
{
    /// <summary>Determines whether the value of an expression is a response that refuses access.</summary>
    public static bool IsRefusal(IOperation value) => FindStatusCode(value) is 401 or 402 or 403;

    /// <summary>Determines whether the value of an expression is a response for any error.</summary>
    public static bool IsError(IOperation value) => FindStatusCode(value) >= 400;

    /// <summary>Determines whether executing the expression refuses access, without returning from the method.</summary>
    public static bool Refuses(IOperation effect) => effect switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => IsStatusCodeProperty(target.Property)
            ? IsRefusalCode(assignment.Value)
            : target.Property.Name == "Result" && IsAspNetCore(target.Property.ContainingType) && IsRefusal(Unwrap(assignment.Value)),
        IInvocationOperation { TargetMethod: { Name: "Fail" } method } => method.ContainingType.Is("AuthorizationHandlerContext", "Authorization", "AspNetCore", "Microsoft"),
        IInvocationOperation { TargetMethod: { Name: "ForbidAsync" or "ChallengeAsync" } method } => IsAspNetCore(method.ContainingType),
        _ => false,
    };

    /// <summary>Determines whether the call always throws an exception, such as a throw helper.</summary>
    public static bool IsThrowHelper(IOperation effect) => effect is IInvocationOperation call && IsDoesNotReturn(call.TargetMethod);

    /// <summary>Determines whether executing the expression grants access.</summary>
    public static bool Grants(IOperation effect) => effect is IInvocationOperation { TargetMethod: var method }
        && ((AccessNames.IsGrantingMethod(method.Name) && !AccessNames.IsLock(method.ContainingType.Name))
            || (method.Name == "Succeed" && method.ContainingType.Is("AuthorizationHandlerContext", "Authorization", "AspNetCore", "Microsoft")));

    /// <summary>Determines whether the property is the status code of an HTTP response.</summary>
    public static bool IsStatusCodeProperty(IPropertySymbol property) => property.Name == "StatusCode"
        && (property.ContainingType.Is("HttpResponse", "Http", "AspNetCore", "Microsoft")
            || property.ContainingType.Is("HttpListenerResponse", "Net", "System")
            || property.ContainingType.Is("HttpResponseMessage", "Http", "Net", "System"));

    /// <summary>Determines whether the parameter is the status code of a response that the method or constructor creates.</summary>
    public static bool IsStatusCodeParameter(IParameterSymbol? parameter) =>
        parameter is { Name: "statusCode", ContainingSymbol.ContainingType: { } type } && (IsAspNetCore(type) || IsHttpResponseMessage(type));

    /// <summary>Determines whether the expression is 401, 402 or 403.</summary>
    public static bool IsRefusalCode(IOperation value) => FindNumber(value) is 401 or 402 or 403;

    /// <summary>Returns the expression without conversions and the tasks that contain it.</summary>
    public static IOperation Unwrap(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    continue;
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    continue;
                case IAwaitOperation awaited:
                    value = awaited.Operation;
                    continue;
                case IInvocationOperation { TargetMethod: { Name: "FromResult" } method, Arguments: [var argument] } when IsTask(method.ContainingType):
                    value = argument.Value;
                    continue;
                case IObjectCreationOperation { Type: INamedTypeSymbol { Arity: 1 } type, Arguments: [var argument] } when IsTask(type):
                    value = argument.Value;
                    continue;
                default:
                    return value;
            }
        }
    }

    /// <summary>Determines whether the type is a task.</summary>
    public static bool IsTask(INamedTypeSymbol type) => type.Name is "Task" or "ValueTask" && type.ContainingNamespace.IsNamed("Tasks", "Threading", "System");

    /// <summary>Determines whether the type is one of ASP.NET Core, or derives from one.</summary>
    public static bool IsAspNetCore(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            for (INamespaceSymbol? space = type.ContainingNamespace; space is not null; space = space.ContainingNamespace)
            {
                if (space.Name == "AspNetCore" && space.ContainingNamespace.IsNamed("Microsoft"))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Returns the HTTP status code of a response that an expression creates, 500 for an error whose code isn't known, or null if it creates none.</summary>
    private static long? FindStatusCode(IOperation value)
    {
        switch (value)
        {
            case IInvocationOperation call when IsFactory(call.TargetMethod):
                return FindStatusCodeArgument(call.Arguments) ?? OfName(call.TargetMethod.Name);
            case IObjectCreationOperation { Type: INamedTypeSymbol type } creation when IsHttpResponseMessage(type):
                return FindStatusCodeArgument(creation.Arguments);
            case IObjectCreationOperation { Type: INamedTypeSymbol type } creation when type.ContainingNamespace.IsNamed("Mvc", "AspNetCore", "Microsoft"):
                return FindStatusCodeArgument(creation.Arguments) ?? FindInitializedStatusCode(creation) ?? OfName(TrimEnd(TrimEnd(type.Name, "Result"), "Object"));
            default:
                return null;
        }
    }

    private static bool IsFactory(IMethodSymbol method) =>
        method.ContainingType.Is("Results", "Http", "AspNetCore", "Microsoft")
        || method.ContainingType.Is("TypedResults", "Http", "AspNetCore", "Microsoft")
        || method.ContainingType.Is("ControllerBase", "Mvc", "AspNetCore", "Microsoft")
        || method.ContainingType.Is("PageModel", "RazorPages", "Mvc", "AspNetCore", "Microsoft");

    private static long? OfName(string name) => name switch
    {
        "Unauthorized" or "Challenge" => 401,
        "Forbid" => 403,
        "BadRequest" or "ValidationProblem" => 400,
        "NotFound" => 404,
        "Conflict" => 409,
        "UnprocessableEntity" => 422,
        "Problem" or "InternalServerError" => 500,
        _ => null,
    };

    private static long? FindStatusCodeArgument(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "statusCode" })
                return FindNumber(argument.Value) ?? 500;
        }

        return null;
    }

    private static long? FindInitializedStatusCode(IObjectCreationOperation creation)
    {
        if (creation.Initializer is null)
            return null;

        foreach (IOperation initializer in creation.Initializer.Initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "StatusCode" } } assignment)
                return FindNumber(assignment.Value);
        }

        return null;
    }

    private static long? FindNumber(IOperation value) => value.WithoutConversions().ConstantValue is { HasValue: true, Value: int code } ? code : null;

    private static bool IsHttpResponseMessage(INamedTypeSymbol type) => type.Is("HttpResponseMessage", "Http", "Net", "System");

    private static bool IsDoesNotReturn(IMethodSymbol method)
    {
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass.Is("DoesNotReturnAttribute", "CodeAnalysis", "Diagnostics", "System"))
                return true;
        }

        return false;
    }

    private static string TrimEnd(string name, string end) => name.EndsWith(end, StringComparison.Ordinal) ? name.Substring(0, name.Length - end.Length) : name;
}
