using System;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes what refuses access in ASP.NET Core and HTTP, and what grants it, by symbol.</summary>
internal static class Refusals
{
    /// <summary>Limits how many methods that return the result of each other are read.</summary>
    private const int MaxDepth = 4;

    /// <summary>The status code of a response for an error that isn't known.</summary>
    private const int UnknownError = 999;

    /// <summary>Determines whether the value of an expression is a response that refuses access.</summary>
    public static bool IsRefusal(IOperation value, AccessPartition partition) => partition.IsRefusal(FindStatusCode(value));

    /// <summary>Determines whether the value of an expression is a response that rejects the request for what it contains, whether or not the user has paid.</summary>
    /// <param name="value">The expression.</param>
    /// <param name="kind">The kind of the condition that leads to it.</param>
    public static bool IsInputError(IOperation value, ConditionKind kind) => IsInputError(FindStatusCode(value), kind);

    /// <summary>Determines whether the value of an expression is a response that rejects the request for what it contains, and that is never used for anything else.</summary>
    public static bool RejectsContent(IOperation value) => FindStatusCode(value) is 400 or 413 or 415 or 422;

    /// <summary>Determines whether an assignment sets a response that rejects the request for what it contains, or its status code.</summary>
    public static bool SetsInputError(ISimpleAssignmentOperation assignment, ConditionKind kind) => assignment.Target is IPropertyReferenceOperation { Property: var target } && (IsStatusCodeProperty(target)
        ? IsInputError(FindNumber(assignment.Value), kind)
        : target.Name == "Result" && IsAspNetCore(target.ContainingType) && IsInputError(Unwrap(assignment.Value), kind));

    /// <summary>Determines whether an exception rejects an argument.</summary>
    public static bool IsArgumentException(IThrowOperation thrown) =>
        thrown.Exception?.WithoutConversions().Type is { } type && (type.Is("ArgumentNullException", "System") || type.Is("ArgumentException", "System") || type.Is("ArgumentOutOfRangeException", "System"));

    /// <summary>Determines whether the value of an expression might be a response that refuses access, or one for an error. Every response might, unless it is on a list.</summary>
    /// <remarks>Null isn't a response: the caller goes on. Of a choice, another condition than the decision is judged elsewhere.</remarks>
    public static bool MayRefuse(IOperation value)
    {
        if (value.IsNull())
            return true;

        switch (value)
        {
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                return MayRefuse(Unwrap(choice.WhenTrue)) && MayRefuse(Unwrap(whenFalse));
            case ISwitchExpressionOperation choice:
                return choice.Arms.All(static arm => MayRefuse(Unwrap(arm.Value)));
        }

        if (!MayBeResponse(value.Type))
            return value is IThrowOperation;

        return value switch
        {
            IInvocationOperation call when IsFactory(call.TargetMethod) => !IsSuccess(FindStatusCode(value), call.TargetMethod.Name),
            IInvocationOperation call => !ContinuesPipeline(call),
            IObjectCreationOperation { Type: INamedTypeSymbol type } when IsHttpResponseMessage(type) => FindStatusCode(value) >= 300,
            IObjectCreationOperation { Type: INamedTypeSymbol type } when IsMvc(type) => !IsSuccess(FindStatusCode(value), NameOfResult(type)),
            IPropertyReferenceOperation { Property: { Name: "Empty", ContainingType: var type } } => !IsAspNetCore(type),
            IObjectCreationOperation or IAnonymousObjectCreationOperation or IArrayCreationOperation => MayBeResponse(value.Type, isObject: false),
            _ => value.ConstantValue is not { HasValue: true },
        };
    }

    /// <summary>Determines whether the value of an expression is a text, or a response with content that isn't only a Boolean.</summary>
    public static bool HasContent(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: string } } => true,
        IInvocationOperation { TargetMethod: { Name: "Ok" or "Json" or "Text" or "Content" or "Bytes" or "Stream" or "File" or "PhysicalFile" } factory } call => IsFactory(factory) && call.Arguments.Any(static argument => !argument.IsImplicit && !argument.Value.WithoutConversions().Type.IsBoolean()),
        IInvocationOperation { TargetMethod: { Name: "View" or "Page" } factory } call => IsFactory(factory) && call.Arguments.IsEmpty,
        _ => false,
    };

    /// <summary>Determines whether the call executes the rest of the pipeline of a middleware or an endpoint filter.</summary>
    public static bool ContinuesPipeline(IInvocationOperation call) => call.TargetMethod is { MethodKind: MethodKind.DelegateInvoke, ContainingType: var type } && (IsAspNetCore(type) || IsNext(call));

    /// <summary>Determines whether a call continues with the delegate that a lambda receives from ASP.NET Core, as in <c>app.Use((context, next) => next())</c>.</summary>
    private static bool IsNext(IInvocationOperation call) =>
        call.Instance is IParameterReferenceOperation { Parameter: { ContainingSymbol: var lambda } }
        && call.FindFunction() is IAnonymousFunctionOperation { Symbol: var symbol } function
        && SymbolEqualityComparer.Default.Equals(lambda, symbol)
        && function.FindReceivingCall() is IInvocationOperation { TargetMethod: { Name: "Use", ContainingType: var receiver } }
        && IsAspNetCore(receiver);

    /// <summary>Determines whether executing the expression refuses access, without returning from the method.</summary>
    public static bool Refuses(IOperation effect, AccessPartition partition) => effect switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => IsStatusCodeProperty(target.Property)
            ? IsRefusalCode(assignment.Value, partition)
            : target.Property.Name == "Result" && IsAspNetCore(target.Property.ContainingType) && IsRefusal(Unwrap(assignment.Value), partition),
        IInvocationOperation { TargetMethod: { Name: "ForbidAsync" or "ChallengeAsync" } method } => partition.IsRefusal(method.Name == "ForbidAsync" ? 403 : 401) && IsAspNetCore(method.ContainingType),
        _ => false,
    };

    /// <summary>Returns the value that an assignment sets as the status code of a response, or null if the expression is something else.</summary>
    public static IOperation? FindStatusCodeSet(IOperation effect) =>
        effect is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value } && IsStatusCodeProperty(property) ? value : null;

    /// <summary>Returns the response that an expression sets as the result of a filter or sends, or null if the expression is something else.</summary>
    public static IOperation? FindResponseSet(IOperation effect) => effect switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: var type } }, Value: var value } => IsAspNetCore(type) ? value : null,
        IInvocationOperation { TargetMethod.Name: "ExecuteAsync" or "ExecuteResultAsync" or "ExecuteResult", Instance: { } sent } => IsResponse(sent.Type) ? sent : null,
        _ => null,
    };

    /// <summary>Determines whether the value of an expression that might refuse access is an exception, or a response that the code contains. Other code can choose any other.</summary>
    public static bool IsKnownError(IOperation value) => value is IThrowOperation || (FindStatusCode(value) is { } code ? code != UnknownError : value is IInvocationOperation call && IsFactory(call.TargetMethod));

    /// <summary>Determines whether the call always throws an exception, such as a throw helper.</summary>
    public static bool IsThrowHelper(IOperation effect) => effect is IInvocationOperation call && IsDoesNotReturn(call.TargetMethod);

    /// <summary>Returns the <c>throw</c> that a throw helper of a developer executes, or null if it isn't one or does anything else.</summary>
    public static IThrowOperation? FindThrow(IOperation effect) => IsThrowHelper(effect) ? OneStatementMethods.FindResult((IInvocationOperation)effect) as IThrowOperation : null;

    /// <summary>Determines whether executing the expression grants access.</summary>
    public static bool Grants(IOperation effect, AccessPartition partition) => effect is IInvocationOperation call && Granting.IsGrant(call, partition);

    /// <summary>Determines whether the property is the status code of an HTTP response.</summary>
    public static bool IsStatusCodeProperty(IPropertySymbol property) => property.Name == "StatusCode"
        && (property.ContainingType.Is("HttpResponse", "Http", "AspNetCore", "Microsoft")
            || property.ContainingType.Is("HttpListenerResponse", "Net", "System")
            || property.ContainingType.Is("HttpResponseMessage", "Http", "Net", "System"));

    /// <summary>Determines whether the parameter is the status code of a response that the method or constructor creates.</summary>
    public static bool IsStatusCodeParameter(IParameterSymbol? parameter) =>
        parameter is { Name: "statusCode", ContainingSymbol.ContainingType: { } type } && (IsAspNetCore(type) || IsHttpResponseMessage(type));

    /// <summary>Determines whether the expression is the status code of a refusal.</summary>
    public static bool IsRefusalCode(IOperation value, AccessPartition partition) => partition.IsRefusal(FindNumber(value));

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

    /// <summary>Determines whether the type is <c>bool</c> or a task with such a result.</summary>
    public static bool IsBooleanOrTask(ITypeSymbol? type) => type.IsBoolean() || (type is INamedTypeSymbol { Arity: 1 } task && IsTask(task) && task.TypeArguments[0].IsBoolean());

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

    /// <summary>Returns the HTTP status code of a response that an expression creates, <see cref="UnknownError"/> if it isn't known, or null if the expression creates none.</summary>
    private static long? FindStatusCode(IOperation value) => FindStatusCode(value, 0);

    private static long? FindStatusCode(IOperation value, int depth)
    {
        switch (value)
        {
            case IInvocationOperation call when IsFactory(call.TargetMethod):
                return FindStatusCodeArgument(call.Arguments) ?? OfName(call.TargetMethod.Name);
            case IObjectCreationOperation { Type: INamedTypeSymbol type } creation when IsHttpResponseMessage(type):
                return FindStatusCodeArgument(creation.Arguments) ?? FindInitializedStatusCode(creation);
            case IObjectCreationOperation { Type: INamedTypeSymbol type } creation when IsMvc(type):
                return FindStatusCodeArgument(creation.Arguments) ?? FindInitializedStatusCode(creation) ?? OfName(NameOfResult(type));
            case IInvocationOperation call when depth < MaxDepth && IsResponse(call.Type) && OneStatementMethods.FindResult(call) is { } response:
                return FindStatusCode(response, depth + 1);
            default:
                return null;
        }
    }

    /// <summary>Determines whether the method creates a response of ASP.NET Core.</summary>
    public static bool IsFactory(IMethodSymbol method) =>
        method.ContainingType.Is("Results", "Http", "AspNetCore", "Microsoft")
        || method.ContainingType.Is("TypedResults", "Http", "AspNetCore", "Microsoft")
        || method.ContainingType.Is("ControllerBase", "Mvc", "AspNetCore", "Microsoft")
        || method.ContainingType.Is("Controller", "Mvc", "AspNetCore", "Microsoft")
        || method.ContainingType.Is("PageModel", "RazorPages", "Mvc", "AspNetCore", "Microsoft");

    /// <summary>Determines whether a status code says that a request isn't valid, that it comes at the wrong time, or that it failed. What isn't found or known can be a payer, unless the condition asks for something else.</summary>
    private static bool IsInputError(long? statusCode, ConditionKind kind) => statusCode switch
    {
        500 or 502 or 503 or 504 => kind is ConditionKind.Lookup or ConditionKind.Content or ConditionKind.Service,
        304 or 400 or 413 or 415 or 422 or 429 => kind is ConditionKind.Lookup or ConditionKind.Content,
        401 or 404 or 405 or 409 or 410 => kind == ConditionKind.Lookup,
        _ => false,
    };

    private static bool IsMvc(INamedTypeSymbol type) => type.ContainingNamespace.IsNamed("Mvc", "AspNetCore", "Microsoft");

    private static string NameOfResult(INamedTypeSymbol type) => TrimEnd(TrimEnd(type.Name, "Result"), "Object");

    /// <summary>Determines whether a response with the status code, or without one by its factory, is what users get whom nothing refuses.</summary>
    private static bool IsSuccess(long? statusCode, string name) => statusCode is { } code
        ? code < 300
        : name is "Ok" or "Created" or "CreatedAtAction" or "CreatedAtRoute" or "Accepted" or "AcceptedAtAction" or "AcceptedAtRoute" or "NoContent"
            or "Json" or "Text" or "Content" or "Bytes" or "Stream" or "Empty" or "View" or "PartialView" or "ViewComponent" or "Page" or "Partial"
            or "File" or "FileContent" or "FileStream" or "PhysicalFile" or "VirtualFile";

    /// <summary>Determines whether a value of the type is certainly a response of ASP.NET Core or HTTP, or a task of one.</summary>
    public static bool IsResponse(ITypeSymbol? type) => MayBeResponse(type, isObject: false);

    /// <summary>Determines whether a value of the type might be a response of ASP.NET Core or HTTP, or a task of one.</summary>
    private static bool MayBeResponse(ITypeSymbol? type, bool isObject = true) => type switch
    {
        null => isObject,
        { TypeKind: TypeKind.Dynamic or TypeKind.TypeParameter or TypeKind.Error } or { SpecialType: SpecialType.System_Object } => isObject,
        INamedTypeSymbol { Arity: 1 } task when IsTask(task) => MayBeResponse(task.TypeArguments[0], isObject),
        INamedTypeSymbol named => IsHttpResponseMessage(named)
            || (named.Name == "ActionResult" && IsMvc(named))
            || IsResponseInterface(named)
            || named.AllInterfaces.Any(IsResponseInterface),
        _ => false,
    };

    private static bool IsResponseInterface(INamedTypeSymbol type) =>
        type.Is("IResult", "Http", "AspNetCore", "Microsoft") || type.Is("IActionResult", "Mvc", "AspNetCore", "Microsoft");

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
            // The details contain the status code.
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "problemDetails" })
                return UnknownError;

            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "statusCode" })
                return FindNumber(argument.Value) ?? UnknownError;
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
                return FindNumber(assignment.Value) ?? UnknownError;
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
