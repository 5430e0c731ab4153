using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether a response or a status is certainly what Figma returned. Code between the client and the test might have handled or replaced it.</summary>
internal sealed class ResponseOrigins(ResponseLocals locals)
{
    private const int MaxDepth = 300;

    // A local that depends on itself is Figma's if its other values are.
    private readonly Dictionary<ILocalSymbol, bool> _locals = new(SymbolEqualityComparer.Default);

    public bool IsFigma(IOperation operation) => IsFigma(operation, 0);

    private bool IsFigma(IOperation? operation, int depth)
    {
        if (operation is null || depth > MaxDepth)
            return false;

        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation { Type.IsReferenceType: true } or IThrowOperation:
            case IParameterReferenceOperation { Type: var type } when ResponseTypes.IsResponse(type):

            // The input of a pattern, which is judged where it is read.
            case IInstanceReferenceOperation:
                return true;
            case IConversionOperation { OperatorMethod: null } conversion:
                return Of(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Of(parenthesized.Operand);
            case IAwaitOperation awaited:
                return Of(awaited.Operation);
            case IConditionalAccessOperation access:
                return Of(access.WhenNotNull);
            case IConditionalAccessInstanceOperation:
                return Of(ResponseEvaluator.FindAccess(operation)?.Operation);
            case ICoalesceOperation coalesce:
                return Of(coalesce.Value) && Of(coalesce.WhenNull);
            case ICoalesceAssignmentOperation assignment:
                return Of(assignment.Target) && Of(assignment.Value);
            case ISimpleAssignmentOperation assignment:
                return Of(assignment.Value);
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                return Of(choice.WhenTrue) && Of(whenFalse);
            case ISwitchExpressionOperation choice:
                return choice.Arms.All(arm => Of(arm.Value));
            case ILocalReferenceOperation local:
                return IsFigma(local.Local, depth + 1);

            // A status that isn't read from a response has been stored for a purpose.
            case IFieldReferenceOperation { Field: var field }:
                return ResponseTypes.IsResponse(field.Type) && !ResponseTypes.IsStatus(field.Type) && !field.ContainingType.IsTupleType;
            case IPropertyReferenceOperation { Property: var property, Instance: var instance }:
                return ResponseTypes.IsOfResponse(property) || (property.Name == "Result" && Refusals.IsTask(property.ContainingType)) || property.ContainingType.IsNullableValue()
                    ? Of(instance)
                    : ResponseTypes.IsResponse(property.Type) && !ResponseTypes.IsStatus(property.Type) && IsWithoutCode(property);
            case IArrayElementReferenceOperation element:
                return Of(element.ArrayReference);
            case IArrayCreationOperation { Initializer.ElementValues: { IsEmpty: false } values }:
                return values.All(Of);
            case IInvocationOperation call:
                return IsFigma(call, depth + 1);
            default:
                return false;
        }

        bool Of(IOperation? part) => IsFigma(part, depth + 1);
    }

    private bool IsFigma(ILocalSymbol local, int depth)
    {
        if (!_locals.TryGetValue(local, out bool isFigma))
        {
            _locals[local] = true;
            IReadOnlyList<IOperation?> values = locals.FindAll(local);
            _locals[local] = isFigma = values.Count > 0 && values.All(value => value is IPatternOperation pattern ? IsFigma(FindInput(pattern), depth) : IsFigma(value, depth));
        }

        return isFigma;
    }

    private bool IsFigma(IInvocationOperation call, int depth)
    {
        IMethodSymbol method = call.TargetMethod;

        if (method.MethodKind == MethodKind.DelegateInvoke)
            return false;

        if (call.Instance is { } instance
            && method.Name is "ConfigureAwait" or "AsTask" or "WaitAsync" or "GetAwaiter" or "GetResult" or "GetValueOrDefault" or "GetInformationOrThrow"
            && (ResponseTypes.IsResponse(instance.Type) || instance.Type is INamedTypeSymbol { ContainingNamespace: var space } && space.IsNamed("CompilerServices", "Runtime", "System")))
        {
            return IsFigma(instance, depth);
        }

        if (!method.ContainingType.IsOfPlatform())
            return IsClientMethod(method, call.Instance) || (method.ContainingType.TypeKind != TypeKind.Interface && method.DeclaringSyntaxReferences.IsEmpty && IsOfLibrary(method.ContainingNamespace));

        return method.ContainingType.Name == "EndpointFilterInvocationContext" || IsMadeOfFigma(call, depth);
    }

    private static bool IsClientMethod(IMethodSymbol method, IOperation? instance) =>
        ResourceParameters.FindClientMethod(method.OriginalDefinition, instance?.Type) is not null
        && !(instance?.SemanticModel is { Compilation: var compilation } && (ClientImplementations.Contain(instance.Type, compilation) || MessageHandlers.Of(compilation).MayChangeResponse));

    /// <summary>Determines whether a method of .NET gets responses of Figma, and none of another origin, such as <c>Task.WhenAll</c> or a cache that calls a lambda.</summary>
    private bool IsMadeOfFigma(IInvocationOperation call, int depth)
    {
        bool isAny = false;

        foreach (IOperation? given in call.Arguments.Select(static argument => argument.Value).Append(call.Instance!))
        {
            IOperation? value = given?.WithoutConversions();

            if (value is IDelegateCreationOperation creation)
                value = creation.Target;

            bool? isFigma = value switch
            {
                null => null,
                IAnonymousFunctionOperation lambda => ResponseTypes.Contains(lambda.Symbol.ReturnType) ? FindReturned(lambda).All(returned => IsFigma(returned, depth + 1)) : null,
                IMethodReferenceOperation { Method: var method } reference => ResponseTypes.Contains(method.ReturnType) ? IsClientMethod(method, reference.Instance) : null,
                _ => ResponseTypes.Contains(value.Type) ? IsFigma(value, depth + 1) : null,
            };

            if (isFigma == false)
                return false;

            isAny |= isFigma == true;
        }

        return isAny;
    }

    private static IEnumerable<IOperation?> FindReturned(IAnonymousFunctionOperation lambda) =>
        lambda.Body.WithDescendants().OfType<IReturnOperation>().Select(static statement => statement.ReturnedValue);

    /// <summary>Determines whether reading a property executes no code of the developer's, other than a return of a field.</summary>
    private static bool IsWithoutCode(IPropertySymbol property) =>
        !property.DeclaringSyntaxReferences.IsEmpty && !property.IsAbstract && property.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { ExpressionBody: { } body } => IsField(body.Expression, property.ContainingType),
            PropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors.All(accessor =>
                accessor is { Body: null, ExpressionBody: null } || (accessor.IsKind(SyntaxKind.GetAccessorDeclaration) && accessor.ExpressionBody is { } body && IsField(body.Expression, property.ContainingType))),
            _ => false,
        });

    private static bool IsField(ExpressionSyntax expression, INamedTypeSymbol type) => expression switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => IsField(suppressed.Operand, type),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => IsField(name, type),

        // The parameter of a primary constructor isn't a member.
        IdentifierNameSyntax { Identifier.ValueText: var name } => type.GetMembers(name).All(static member => member is IFieldSymbol),
        _ => false,
    };

    /// <summary>Returns the operation whose value a pattern is matched with, or null if it isn't known.</summary>
    public static IOperation? FindInput(IPatternOperation pattern)
    {
        for (IOperation? around = pattern.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case INegatedPatternOperation or IBinaryPatternOperation or IPatternCaseClauseOperation or ISwitchCaseOperation:
                    continue;
                case IPropertySubpatternOperation { Member: IPropertyReferenceOperation { Property: var property } member, Parent: IRecursivePatternOperation outer }:
                    return ResponseTypes.IsOfResponse(property) ? FindInput(outer) : member;
                case IIsPatternOperation match:
                    return match.Value;
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice }:
                    return choice.Value;
                case ISwitchOperation choice:
                    return choice.Value;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool IsOfLibrary(INamespaceSymbol space) =>
        space is { IsGlobalNamespace: false } && (space.IsNamed("Payments", "Figma") || IsOfLibrary(space.ContainingNamespace));
}
