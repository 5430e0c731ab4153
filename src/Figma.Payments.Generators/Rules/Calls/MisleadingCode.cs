using System.Linq;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>
/// Finds code with which the compiler's nullable analysis can err. It believes the contracts of the code being compiled, also of members that the compiler calls implicitly,
/// such as <c>GetEnumerator</c>. An operation that isn't on the list might call such a member.
/// </summary>
internal static class MisleadingCode
{
    /// <summary>Determines whether a body contains code with which the compiler's nullable analysis can err.</summary>
    public static bool IsIn(IOperation body) =>
        body.Syntax.DescendantNodesAndSelf().Any(static node => node.IsKind(SyntaxKind.SuppressNullableWarningExpression))
        || body.DescendantsAndSelf().Any(static operation => !IsUnderstood(operation));

    private static bool IsUnderstood(IOperation operation) => operation switch
    {
        // The compiler believes the contract of a removed call, as of Debug.Assert, and that only null equals null.
        IInvocationOperation call => !SkippableCode.IsRemoved(call) && call.TargetMethod is not { Name: "Equals", ContainingType.SpecialType: not SpecialType.System_String } && IsProven(call.TargetMethod),

        // Members that are named. The methods of an object creation, of a query and of the parts of an interpolated string are calls of their own.
        IObjectCreationOperation creation => IsProven(creation.Constructor),
        IPropertyReferenceOperation property => IsProven(property.Property),
        IFieldReferenceOperation field => IsProven(field.Field),
        IEventReferenceOperation created => IsProven(created.Event),

        // Of a user-defined operator '==' the compiler believes that only null equals null.
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: { } equality } =>
            !MethodContracts.IsOfSource(equality) || (IsProven(equality) && equality.Parameters.All(static parameter => parameter.Type.IsNonNullableValue())),
        // The elements of a tuple can have conversions of their own.
        IConversionOperation { Conversion.IsIdentity: false, Type: INamedTypeSymbol { IsTupleType: true } } => false,
        IConversionOperation or IBinaryOperation or IUnaryOperation or ICompoundAssignmentOperation or IIncrementOrDecrementOperation => IsProven(operation.FindOperator()),

        // Members that the compiler calls implicitly. The oldest supported compiler considers the result of 'await' non-null.
        IAwaitOperation await => !operation.Type.IsNullableValue() && IsAwaitable(await.Operation.Type),
        IForEachLoopOperation loop => HasProvenEnumerator(loop),
        IRecursivePatternOperation pattern => IsProven(pattern.DeconstructSymbol),
        IListPatternOperation list => IsProven(list.LengthSymbol) && IsProven(list.IndexerSymbol),
        ISlicePatternOperation slice => IsProven(slice.SliceSymbol),
        IImplicitIndexerReferenceOperation element => IsProven(element.LengthSymbol) && IsProven(element.IndexerSymbol),
        IUsingOperation block => IsDisposable(block.Resources, block.IsAsynchronous),
        IUsingDeclarationOperation declaration => IsDisposable(declaration.DeclarationGroup, declaration.IsAsynchronous),

        // The parts of a deconstruction such as '(p, w) = (x, p)' are assigned one by one.
        IDeconstructionAssignmentOperation => false,

        // No members.
        ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or ILiteralOperation or IDefaultValueOperation or ITypeOfOperation or INameOfOperation
            or ISizeOfOperation or ITupleOperation or IParenthesizedOperation or IDeclarationExpressionOperation or IDiscardOperation or IArgumentOperation or IMethodReferenceOperation
            or IDelegateCreationOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or IAnonymousObjectCreationOperation or IObjectOrCollectionInitializerOperation
            or IMemberInitializerOperation or ITypeParameterObjectCreationOperation or IWithOperation or ITranslatedQueryOperation or IArrayCreationOperation or IArrayInitializerOperation
            or IArrayElementReferenceOperation or IRangeOperation or IInterpolatedStringOperation or IInterpolatedStringContentOperation or IInterpolatedStringHandlerCreationOperation
            or IInterpolatedStringAdditionOperation or IInterpolatedStringHandlerArgumentPlaceholderOperation or IUtf8StringOperation => true,
        ISimpleAssignmentOperation or ICoalesceAssignmentOperation or IEventAssignmentOperation or ICoalesceOperation or IConditionalOperation or IConditionalAccessOperation
            or IConditionalAccessInstanceOperation or IIsTypeOperation or IIsPatternOperation or IPatternOperation or IPropertySubpatternOperation or ISwitchExpressionOperation
            or ISwitchExpressionArmOperation or IThrowOperation => true,
        IBlockOperation or IMethodBodyBaseOperation or ISymbolInitializerOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IVariableDeclaratorOperation
            or IExpressionStatementOperation or IReturnOperation or IWhileLoopOperation or IForLoopOperation or ISwitchOperation or ISwitchCaseOperation or ICaseClauseOperation
            or IBranchOperation or ILabeledOperation or ITryOperation or ICatchClauseOperation or ILockOperation or IEmptyOperation or IAttributeOperation => true,
        _ => operation.Syntax.IsKind(SyntaxKind.CollectionExpression) && (operation.Type is IArrayTypeSymbol || IsOfPlatform(operation.Type)),
    };

    /// <summary>Determines whether a member has no nullability contract, or is compiled.</summary>
    private static bool IsProven(ISymbol? member) => member switch
    {
        IMethodSymbol method => !MethodContracts.IsUnproven(method),
        IPropertySymbol property => IsProven(property.GetMethod) && IsProven(property.SetMethod),
        IEventSymbol created => IsProven(created.AddMethod) && IsProven(created.RemoveMethod),
        IFieldSymbol field => field.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty || !MethodContracts.HasContract(field),
        _ => true,
    };

    // A method of the type precedes the extensions.
    private static bool IsAwaitable(ITypeSymbol? type) => IsOfPlatform(type) && !type!.GetMembers(WellKnownMemberNames.GetAwaiter).IsEmpty;

    private static bool HasProvenEnumerator(IForEachLoopOperation loop) =>
        !loop.IsAsynchronous
        && loop.Syntax is ForEachStatementSyntax syntax
        && loop.SemanticModel?.GetForEachStatementInfo(syntax) is { GetEnumeratorMethod: { } getEnumerator } enumerator
        && IsProven(getEnumerator) && IsProven(enumerator.MoveNextMethod) && IsProven(enumerator.CurrentProperty) && IsProven(enumerator.DisposeMethod)
        && IsProven(enumerator.CurrentConversion.MethodSymbol) && IsProven(enumerator.ElementConversion.MethodSymbol);

    // Only 'await using' and ref structs are disposed by a method of their own.
    private static bool IsDisposable(IOperation resources, bool isAsynchronous) => resources.FindResourceTypes().All(type => IsDisposable(type, isAsynchronous));

    private static bool IsDisposable(ITypeSymbol? type, bool isAsynchronous) => (!isAsynchronous && type is { IsRefLikeType: false }) || IsOfPlatform(type);

    private static bool IsOfPlatform(ITypeSymbol? type) => type is INamedTypeSymbol named && named.IsOfPlatform();
}
