using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether a middleware of this compilation always calls the next one, and therefore denies nobody access.</summary>
internal sealed class Middlewares(MethodUses uses)
{
    /// <summary>The operations that run no code of their own. Any other might leave the middleware.</summary>
    private static readonly HashSet<OperationKind> Understood =
    [
        OperationKind.AnonymousFunction, OperationKind.AnonymousObjectCreation, OperationKind.Argument, OperationKind.ArrayCreation, OperationKind.ArrayInitializer, OperationKind.Await, OperationKind.Binary, OperationKind.Block,
        OperationKind.CatchClause, OperationKind.Coalesce, OperationKind.CoalesceAssignment, OperationKind.CompoundAssignment, OperationKind.Conditional, OperationKind.ConditionalAccess,
        OperationKind.ConditionalAccessInstance, OperationKind.ConstantPattern, OperationKind.Conversion, OperationKind.DeclarationExpression, OperationKind.DeclarationPattern, OperationKind.Decrement,
        OperationKind.DefaultValue, OperationKind.DelegateCreation, OperationKind.Discard, OperationKind.Empty, OperationKind.ExpressionStatement, OperationKind.FieldReference, OperationKind.Increment,
        OperationKind.InstanceReference, OperationKind.InterpolatedString, OperationKind.InterpolatedStringText, OperationKind.Interpolation, OperationKind.IsPattern, OperationKind.IsType, OperationKind.Literal,
        OperationKind.LocalReference, OperationKind.MethodBody, OperationKind.NameOf, OperationKind.NegatedPattern, OperationKind.ObjectOrCollectionInitializer, OperationKind.ParameterReference,
        OperationKind.Return, OperationKind.SimpleAssignment, OperationKind.Try, OperationKind.TypeOf, OperationKind.Unary, OperationKind.Using, OperationKind.UsingDeclaration,
        OperationKind.VariableDeclaration, OperationKind.VariableDeclarationGroup, OperationKind.VariableDeclarator, OperationKind.VariableInitializer,
    ];

    /// <summary>The namespaces of .NET whose methods throw no exception for what a user has or hasn't. Any other, such as that of <c>HttpClient</c>, might.</summary>
    private static readonly HashSet<string> Quiet = new(StringComparer.Ordinal)
    {
        "Microsoft.AspNetCore.Antiforgery", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Http.Extensions", "Microsoft.AspNetCore.Http.Features", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Primitives", "System.Collections.Concurrent", "System.Collections.Generic", "System.Diagnostics", "System.Diagnostics.Metrics", "System.Linq",
        "System.Runtime.CompilerServices", "System.Security.Claims", "System.Security.Principal", "System.Text", "System.Threading", "System.Threading.Tasks",
    };

    /// <summary>The types of the namespace <c>System</c>, and of those for streams and cultures, with such methods.</summary>
    private static readonly HashSet<string> QuietTypes = new(StringComparer.Ordinal)
    {
        "Action", "Array", "AsyncDisposable", "BinaryReader", "Boolean", "Char", "CultureInfo", "DateOnly", "DateTime", "DateTimeOffset", "Decimal", "Double", "Enum", "EventArgs", "Func", "GC", "Guid", "HashCode", "IAsyncDisposable",
        "IDisposable", "IProgress", "Int32", "Int64", "Math", "MemoryExtensions", "MemoryStream", "Nullable", "Object", "Random", "ReadOnlySpan", "Span", "Stream", "StreamReader", "StreamWriter", "String", "StringComparer", "TextReader",
        "TimeOnly", "TimeProvider", "TimeSpan", "Tuple", "Type", "ValueTuple", "Version",
    };

    /// <summary>The first parts of the names of methods that throw an exception if something is missing or isn't valid.</summary>
    private static readonly string[] Demanding = ["Aggregate", "Average", "Demand", "ElementAt", "Ensure", "Exact", "First", "Last", "Max", "Min", "Parse", "Single", "ThrowIf", "Validate", "Verify"];

    /// <summary>Determines whether a lambda that is passed to <c>Use</c> always calls the next middleware.</summary>
    public bool Continues(IOperation use) =>
        use.WithoutConversions() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } && AlwaysCallsNext(lambda.Body);

    /// <summary>Determines whether a class that is passed to <c>UseMiddleware</c> always calls the next middleware.</summary>
    public bool Continues(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, BaseType.SpecialType: SpecialType.System_Object } middleware
        && middleware.GetMembers().OfType<IMethodSymbol>().Where(static method => method is { Name: "Invoke" or "InvokeAsync", MethodKind: MethodKind.Ordinary }).ToList() is [{ IsStatic: false } invoke]
        && uses.FindBody(invoke) is { } body
        && AlwaysCallsNext(body);

    /// <summary>Determines whether an endpoint filter returns nothing but the result of the next one, or a response to a request that isn't valid.</summary>
    public bool OnlyRejectsInput(IOperation filter) => filter.WithDescendants().All(part => part switch
    {
        IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } when !IsIn<ICatchClauseOperation>(part, filter) && !IsIn<IAnonymousFunctionOperation>(part, filter) => IsNextOrInputError(value, filter),

        // Another part of the program can store there that the user has paid.
        IPropertyReferenceOperation { Property: { Name: not ("Request" or "Response" or "TraceIdentifier" or "RequestAborted"), ContainingType: var type } } when IsOfHttp(type, "HttpContext") => false,
        IForEachLoopOperation { IsAsynchronous: false, Collection: var sequence } => sequence.WithoutConversions().Type is INamedTypeSymbol type && type.IsOfPlatform(),
        IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue } => true,

        // The arguments of the endpoint can be replaced.
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType: var type } } } => !IsOfObjects(type),
        IInvocationOperation { TargetMethod: { Name: "Add" or "Insert" or "Remove" or "RemoveAt" or "Clear", ContainingType: var type } } => !IsOfObjects(type),
        _ => IsHarmless(part, filter),
    });

    private static bool IsOfObjects(INamedTypeSymbol collection) => collection.TypeArguments is [{ SpecialType: SpecialType.System_Object }] or [];

    private bool IsNextOrInputError(IOperation value, IOperation filter) => WithoutAwait(value) switch
    {
        IConditionalOperation { WhenTrue: var whenTrue, WhenFalse: { } whenFalse } => IsNextOrInputError(whenTrue, filter) && IsNextOrInputError(whenFalse, filter),
        ILocalReferenceOperation { Local: var local } => IsNextOnly(local, filter),
        var other => IsNext(other) || Refusals.RejectsContent(Refusals.Unwrap(other)),
    };

    /// <summary>Determines whether a local variable has no other value than the result of the next filter.</summary>
    private bool IsNextOnly(ILocalSymbol local, IOperation filter) =>
        filter.WithDescendants().All(part => part switch
        {
            IVariableDeclaratorOperation { Symbol: var declared } declarator when SymbolEqualityComparer.Default.Equals(declared, local) => declarator.GetVariableInitializer() is { Value: var value } && IsNext(WithoutAwait(value)),
            ILocalReferenceOperation { Local: var used } when SymbolEqualityComparer.Default.Equals(used, local) => !IsWritten(part),
            _ => true,
        });

    private bool AlwaysCallsNext(IOperation body) =>
        body.WithDescendants().All(part => IsHarmless(part, body)) && body.WithDescendants().OfType<IInvocationOperation>().Any(call => IsNext(call) && call.IsUnconditionalIn(body));

    /// <summary>Determines whether an operation neither leaves the middleware nor calls code that might, nor changes what the next one decides by.</summary>
    private bool IsHarmless(IOperation part, IOperation body) => part switch
    {
        // What a catch clause does, or a lambda that runs when the response begins, comes too late to deny access.
        _ when IsIn<ICatchClauseOperation>(part, body) && !(part is IInvocationOperation call && IsNext(call)) => true,
        IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } => IsIn<IAnonymousFunctionOperation>(part, body) || IsNext(WithoutAwait(value)),
        IReturnOperation { IsImplicit: false } or IThrowOperation => IsIn<IAnonymousFunctionOperation>(part, body),
        IInvocationOperation call => IsNext(call) || TellingMethods.Contains(call.TargetMethod) || (call.IsCallOfPlatform() && IsQuiet(call.TargetMethod) && call.TargetMethod.Name != "SetEndpoint"),
        IObjectCreationOperation => part.IsCallOfPlatform(),
        IMethodReferenceOperation { Method.ContainingType: var type } => type.IsOfPlatform(),
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false, ContainingType: var type } } } => !IsOfHttp(type, "HttpContext") && !IsOfHttp(type, "HttpRequest"),
        IAssignmentOperation { Target: IParameterReferenceOperation } => false,
        IPropertyReferenceOperation { Property: { IsIndexer: true } } indexer => IsQuiet(indexer),
        IPropertyReferenceOperation { Property.ContainingType: var type } => type.IsOfPlatform() || type.IsAnonymousType,
        _ => Understood.Contains(part.Kind) && (part.FindOperator() is not { } method || method.ContainingType.IsOfPlatform()),
    };

    /// <summary>Determines whether a method of .NET throws no exception for what a user has or hasn't.</summary>
    private static bool IsQuiet(IMethodSymbol method)
    {
        string space = method.ContainingNamespace?.ToDisplayString() ?? "";

        return (Quiet.Contains(space) || (space is "System" or "System.IO" or "System.Globalization" && QuietTypes.Contains(method.ContainingType.Name)))
            && (method.Name.EndsWith("OrDefault", StringComparison.Ordinal) || !Array.Exists(Demanding, name => method.Name.StartsWith(name, StringComparison.Ordinal)));
    }

    /// <summary>Determines whether an indexer returns null or an empty value for what is missing, or is only written.</summary>
    private static bool IsQuiet(IPropertyReferenceOperation indexer) =>
        indexer.Property.ContainingType.IsOfPlatform()
        && ((indexer.Parent is ISimpleAssignmentOperation assignment && assignment.Target == indexer)
            || Refusals.IsAspNetCore(indexer.Property.ContainingType)
            || (indexer.Instance is IPropertyReferenceOperation { Property: { Name: "Items", ContainingType: var type } } && IsOfHttp(type, "HttpContext")));

    private static bool IsIn<T>(IOperation part, IOperation body)
        where T : IOperation
    {
        for (IOperation? around = part.Parent; around is not null && around != body; around = around.Parent)
        {
            if (around is T)
                return true;
        }

        return false;
    }

    private static IOperation WithoutAwait(IOperation value) => value.WithoutConversions() switch
    {
        IAwaitOperation awaited => WithoutAwait(awaited.Operation),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } => WithoutAwait(task),
        var other => other,
    };

    private bool IsNext(IOperation operation) => operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } instance } && instance.WithoutConversions() switch
    {
        IParameterReferenceOperation parameter => IsNext(parameter.Type) || (parameter.Type is INamedTypeSymbol { Name: "Func", TypeArguments: [INamedTypeSymbol { Name: "Task" }] }),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => IsNext(field.Type) && uses.FindMemberReferences(field).Select(static found => found.Reference).Where(IsWritten).ToList() is { Count: > 0 } writes && writes.All(IsParameterAssigned),
        _ => false,
    };

    private static bool IsNext(ITypeSymbol? type) => type is not null && (IsOfHttp(type, "RequestDelegate") || IsOfHttp(type, "EndpointFilterDelegate"));

    private static bool IsOfHttp(ITypeSymbol type, string name) => type.Is(name, "Http", "AspNetCore", "Microsoft");

    private static bool IsWritten(IOperation field) =>
        field.Parent is IArgumentOperation { Parameter.RefKind: not RefKind.None } || (field.Parent is IAssignmentOperation assignment && assignment.Target == field);

    private static bool IsParameterAssigned(IOperation field) => field.Parent is ISimpleAssignmentOperation { Value: var value } && value.WithoutConversions() switch
    {
        IParameterReferenceOperation => true,
        ICoalesceOperation { Value: IParameterReferenceOperation, WhenNull: var missing } => missing.WithoutConversions() is IThrowOperation,
        _ => false,
    };
}
