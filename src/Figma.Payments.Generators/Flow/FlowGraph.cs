using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>A control-flow graph with the facts that the analysis needs repeatedly.</summary>
internal sealed class FlowGraph(ControlFlowGraph graph)
{
    private Dictionary<CaptureId, IOperation?>? _captures;
    private int[]? _lastPredecessors;
    private HashSet<object>? _tested;
    private bool? _writesMembers;
    private ITypeSymbol? _typeInitializationException;

    public ControlFlowGraph Graph { get; } = graph;

    /// <summary>Gets the type of the exception of a failed initializer of a static field, or null if the project doesn't reference it.</summary>
    public ITypeSymbol? TypeInitializationException =>
        _typeInitializationException ??= Graph.OriginalOperation.SemanticModel?.Compilation.GetTypeByMetadataName("System.TypeInitializationException");

    /// <summary>Returns the variable or the element of a tuple that a flow capture aliases in an assignment, or null if there is none.</summary>
    public IOperation? FindCaptured(CaptureId id) =>
        FindCapturedValue(id) is (ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation) and var captured ? captured : null;

    /// <summary>Returns the value of a flow capture, or null if it is captured in several places.</summary>
    public IOperation? FindCapturedValue(CaptureId id) => (_captures ??= FindCaptures()).TryGetValue(id, out IOperation? value) ? value : null;

    /// <summary>Determines whether a branch condition contains a variable.</summary>
    public bool IsTested(object variable) =>
        (_tested ??= [.. Graph.Blocks.Where(static block => block.ConditionKind != ControlFlowConditionKind.None).SelectMany(static block => block.BranchValue!.DescendantsAndSelf()).Select(static part => ProgramVariable.OwnerOf(part)).OfType<object>()]).Contains(variable);

    /// <summary>Gets a value that indicates whether the graph writes anything but its variables, which called methods could then read.</summary>
    public bool WritesMembers => _writesMembers ??= Graph.AllOperations().Any(WritesMember);

    /// <summary>Determines whether an operation writes anything but variables of the graph.</summary>
    public bool WritesMember(IOperation operation)
    {
        IOperation? target = operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation step => step.Target,
            _ => null,
        };

        return target is not null && !IsVariable(target);
    }

    /// <summary>Determines whether a target is a variable of the graph, an element of a tuple in one, or consists of such. What isn't on the list, such as a reference, can be a member.</summary>
    private bool IsVariable(IOperation target) => target switch
    {
        ITupleOperation tuple => tuple.Elements.All(IsVariable),
        IDeclarationExpressionOperation declaration => IsVariable(declaration.Expression),
        IParenthesizedOperation parenthesized => IsVariable(parenthesized.Operand),
        IFieldReferenceOperation { Instance: { } tuple } when IsTupleElement(target) => IsVariable(tuple),
        IFlowCaptureReferenceOperation { Id: var id } => FindCaptured(id) is { } captured && IsVariable(captured),
        IDiscardOperation => true,
        ILocalReferenceOperation { Local.IsRef: false } => true,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => !IsOfPrimaryConstructor(parameter),
        _ => false,
    };

    // Any method can write it.
    private static bool IsOfPrimaryConstructor(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax);

    private static bool IsTupleElement(IOperation? operation) => operation is IFieldReferenceOperation { Field.ContainingType.IsTupleType: true };

    /// <summary>Returns the last block with a branch to a block, or the block itself if no later block has one.</summary>
    public int FindLastPredecessor(int block) => (_lastPredecessors ??= FindLastPredecessors())[block];

    /// <summary>Returns the blocks of the loops with a header.</summary>
    public IEnumerable<BasicBlock> FindLoop(int block)
    {
        HashSet<int> after = Reach(block, Graph.Blocks.Select(static each => Successors(each).ToArray()).ToArray());
        List<int>[] predecessors = [.. Graph.Blocks.Select(static _ => new List<int>())];

        foreach (BasicBlock each in Graph.Blocks)
        {
            foreach (int successor in Successors(each))
                predecessors[successor].Add(each.Ordinal);
        }

        HashSet<int> before = Reach(block, [.. predecessors.Select(static each => each.ToArray())]);
        HashSet<int> loop = [.. after.Where(before.Contains)];

        // The end of a finally region has no successors: it continues as the region was entered.
        foreach (ControlFlowRegion region in loop.ToArray().SelectMany(each => Finallies(Graph.Blocks[each])))
            loop.UnionWith(Enumerable.Range(region.FirstBlockOrdinal, region.LastBlockOrdinal - region.FirstBlockOrdinal + 1));

        return loop.Select(each => Graph.Blocks[each]);
    }

    /// <summary>Returns the blocks that can follow some blocks, and these blocks.</summary>
    public HashSet<int> FindReachable(IEnumerable<int> blocks)
    {
        List<int>[] edges = [.. Graph.Blocks.Select(static each => Successors(each).ToList())];

        // A finally region continues wherever a branch through it leads.
        foreach (ControlFlowBranch branch in Graph.Blocks.SelectMany(static each => new[] { each.ConditionalSuccessor, each.FallThroughSuccessor }).OfType<ControlFlowBranch>())
        {
            foreach (ControlFlowRegion region in branch.FinallyRegions)
            {
                if (branch.Destination is { } destination)
                    edges[region.LastBlockOrdinal].Add(destination.Ordinal);
            }
        }

        HashSet<int> reachable = [];

        foreach (int block in blocks)
            reachable.UnionWith(Reach(block, [.. edges.Select(static each => each.ToArray())]));

        return reachable;
    }

    /// <summary>Determines whether an operation or a descendant can throw an exception that developers usually expect.</summary>
    public static bool CanThrow(IOperation operation) => operation.DescendantsAndSelf().Any(static inner => !IsHarmless(inner));

    /// <summary>Determines whether only initializers of static fields can throw in an operation. The runtime wraps their exceptions in a <see cref="System.TypeInitializationException"/>.</summary>
    public static bool OnlyInitializesTypes(IOperation operation) => operation.DescendantsAndSelf().All(static inner => IsHarmless(inner) || inner is IFieldReferenceOperation { Instance: null });

    /// <summary>Determines whether the evaluation of an operation, without its operands, certainly completes. What isn't on the list can throw.</summary>
    public static bool IsHarmless(IOperation operation) => operation.ConstantValue.HasValue || operation switch
    {
        // Variables and values without any code of their own.
        ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureOperation or IFlowCaptureReferenceOperation or IInstanceReferenceOperation
            or ILiteralOperation or IDefaultValueOperation or ITypeOfOperation or INameOfOperation or ISizeOfOperation or ITupleOperation
            or IExpressionStatementOperation or IDeclarationExpressionOperation or IDiscardOperation or IArgumentOperation or IFlowAnonymousFunctionOperation
            or IAnonymousFunctionOperation or IParenthesizedOperation or IStaticLocalInitializationSemaphoreOperation or ICaughtExceptionOperation => true,

        // Tests of values. The members that a property pattern reads are operations of their own.
        IIsNullOperation or IIsPatternOperation or IConstantPatternOperation or IDiscardPatternOperation
            or INegatedPatternOperation or IBinaryPatternOperation or IRelationalPatternOperation => true,
        IIsTypeOperation test => IsPlainTypeTest(test.ValueOperand.Type, test.TypeOperand),
        IDeclarationPatternOperation declaration => IsPlainTypeTest(declaration.InputType, declaration.MatchedType),
        ITypePatternOperation typed => IsPlainTypeTest(typed.InputType, typed.MatchedType),
        IRecursivePatternOperation recursive => recursive.DeconstructSymbol is null && IsPlainTypeTest(recursive.InputType, recursive.MatchedType),
        IPropertySubpatternOperation property => property.Member is IFieldReferenceOperation { Field.ContainingType.IsTupleType: true },

        // A write to a variable copies the value. Any other target can be code, or a member of null.
        ISimpleAssignmentOperation assignment => IsHarmlessTarget(assignment.Target),
        IDeconstructionAssignmentOperation deconstruction => CopiesElements(deconstruction) && IsHarmlessTarget(deconstruction.Target),

        // A static field runs the initializers of its type, and a field of null throws.
        IFieldReferenceOperation field => field.Instance is { Type.IsValueType: true } or IInstanceReferenceOperation || field.Field.IsConst || field.Parent is IPropertySubpatternOperation,

        // Implicit built-in conversions always succeed.
        IConversionOperation conversion => conversion.Conversion.Exists && conversion.Conversion.MethodSymbol is null && !conversion.IsChecked
            && conversion.Operand.Type is not { TypeKind: TypeKind.Dynamic }
            && !IsOfArrayToSpan(conversion)
            && (conversion.Conversion.IsIdentity || conversion.Type.WithoutNullable() is not INamedTypeSymbol { IsTupleType: true } to || (conversion.Operand.Type.WithoutNullable() is INamedTypeSymbol { IsTupleType: true } from && FlowTypes.HaveSameElements(from, to)))
            && (conversion.Conversion.IsImplicit || conversion.Conversion.IsIdentity || (conversion.IsTryCast && IsPlainTypeTest(conversion.Operand.Type, conversion.Type))),

        // Arithmetic of the built-in integers wraps around. Division and 'decimal' can throw, and so does 'ToString' of an operand.
        IBinaryOperation binary => !IsOwnOperator(binary) && IsPlainArithmetic(binary.OperatorKind, binary.IsChecked, binary.Type) && !HasText(binary),
        ICompoundAssignmentOperation compound => compound.OperatorMethod is null && compound.OutConversion.MethodSymbol is null && compound.InConversion.MethodSymbol is null
            && IsPlainArithmetic(compound.OperatorKind, compound.IsChecked, compound.Type) && IsPlain(compound.Value.Type) && (compound.Type is not { SpecialType: SpecialType.System_String } || IsPlainText(compound.Value)),
        IUnaryOperation unary => unary is { OperatorMethod: null, OperatorKind: not UnaryOperatorKind.Hat } && !unary.IsChecked && IsPlain(unary.Type) && IsPlain(unary.Operand.Type),
        IIncrementOrDecrementOperation step => step.OperatorMethod is null && !step.IsChecked && IsPlain(step.Type),
        ITupleBinaryOperation => false,

        // Members of Nullable<T> that call no code of T.
        IPropertyReferenceOperation property => property.Property is { Name: "HasValue", ContainingType: var owner } && owner.IsNullableValue(),
        IInvocationOperation call => call.TargetMethod is { Name: "GetValueOrDefault" or "get_HasValue", ContainingType: var owner } && owner.IsNullableValue()
            || call.TargetMethod is { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String }
            || call.TargetMethod is { Name: "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object },
        IObjectCreationOperation creation => creation.Type.IsNullableValue() || IsPlainException(creation),

        // A method group of a null receiver throws.
        IDelegateCreationOperation delegation => delegation.Target is IFlowAnonymousFunctionOperation or IAnonymousFunctionOperation or IMethodReferenceOperation { Instance: null or IInstanceReferenceOperation },
        IMethodReferenceOperation => true,
        _ => false,
    };

    private static bool IsHarmlessTarget(IOperation target) => target switch
    {
        // What a capture stands for is known only in its graph (see AssignsUnseen).
        ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation or IFlowCaptureReferenceOperation => true,
        IParenthesizedOperation parenthesized => IsHarmlessTarget(parenthesized.Operand),
        IDeclarationExpressionOperation declaration => IsHarmlessTarget(declaration.Expression),
        ITupleOperation tuple => tuple.Elements.All(IsHarmlessTarget),
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } => true,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } outer } => IsHarmlessTarget(outer),
        _ => false,
    };

    /// <summary>Determines whether an operation assigns a property or an element through a flow capture: <c>Region ??= "eu"</c>.</summary>
    public bool AssignsUnseen(IOperation operation) => operation is IAssignmentOperation { Target: IFlowCaptureReferenceOperation target } && !IsVariable(target);

    /// <summary>Determines whether an exception of another assembly is created from texts, numbers and other exceptions. A constructor can enumerate what it gets.</summary>
    public static bool IsPlainException(IObjectCreationOperation creation) =>
        creation.Type.IsException() && creation.Constructor is { } constructor && !MethodContracts.IsOfSource(constructor)
        && (constructor.Parameters.IsEmpty
            || constructor.Parameters is [{ Type.SpecialType: SpecialType.System_String }]
            || (creation.Type is { Name: not "AggregateException", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
                && constructor.Parameters.All(static parameter => parameter.Type.IsException() || parameter.Type.SpecialType == SpecialType.System_String)));

    /// <summary>Determines whether a deconstruction calls no code: only tuples whose elements have the types of the targets are deconstructed without a call.</summary>
    public static bool CopiesElements(IDeconstructionAssignmentOperation deconstruction) =>
        FlowTypes.CanCopyElements(deconstruction.Value.WithoutValuePreservingConversions().Type, deconstruction.Target);

    // An object can decide itself whether it has an interface (IDynamicInterfaceCastable).
    public static bool IsPlainTypeTest(ITypeSymbol? own, ITypeSymbol? matched) =>
        matched is not { TypeKind: TypeKind.Interface or TypeKind.TypeParameter } || SymbolEqualityComparer.Default.Equals(own, matched) || own is { IsSealed: true };

    // An array of objects can be one of strings, which a Span<object> doesn't accept.
    private static bool IsOfArrayToSpan(IConversionOperation conversion) =>
        conversion.Type is { Name: "Span", IsRefLikeType: true } && conversion.Operand.Type is IArrayTypeSymbol { ElementType.IsValueType: false };

    private static bool IsPlainArithmetic(BinaryOperatorKind kind, bool isChecked, ITypeSymbol? type) =>
        !isChecked && kind is not (BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder) && IsPlain(type);

    // Delegates of different types can't be combined.
    private static bool IsPlain(ITypeSymbol? type) =>
        type is not { TypeKind: TypeKind.Dynamic or TypeKind.Delegate } && type.WithoutNullable() is not { SpecialType: SpecialType.System_Decimal };

    private static bool HasText(IBinaryOperation binary) =>
        binary is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } && !(IsPlainText(binary.LeftOperand) && IsPlainText(binary.RightOperand));

    // The text of a negative number contains a sign of the current culture, which can be a class of the project. The text of any other object is whatever its 'ToString' returns.
    public static bool IsPlainText(IOperation operand) =>
        operand.WithoutValuePreservingConversions() is var bare
        && (bare.IsNull() || bare.Type.WithoutNullable() is { SpecialType: SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 });

    // A lifted user-defined operator isn't called if an operand is null.
    private static bool IsOwnOperator(IBinaryOperation binary) =>
        (binary.LeftOperand.Type is { TypeKind: TypeKind.Dynamic } || binary.RightOperand.Type is { TypeKind: TypeKind.Dynamic })
        || binary.OperatorMethod is { ContainingType.SpecialType: not SpecialType.System_String }
        && !(binary.IsLifted && (binary.LeftOperand.IsNull() || binary.RightOperand.IsNull()));

    /// <summary>Determines whether an operation writes a variable before its evaluation is complete. Only an assignment as a whole is its last step.</summary>
    public static bool WritesDuringEvaluation(IOperation operation) => operation.DescendantsAndSelf().Any(inner =>
        inner is IAssignmentOperation or IIncrementOrDecrementOperation or IDeclarationPatternOperation or IRecursivePatternOperation or IListPatternOperation
            or IArgumentOperation { Parameter: null or { RefKind: RefKind.Ref or RefKind.Out } }
        && !(inner is ISimpleAssignmentOperation or ICompoundAssignmentOperation or IIncrementOrDecrementOperation && operation is IExpressionStatementOperation statement && statement.Operation == inner));

    /// <summary>
    /// Determines whether a filter of the graph runs before a written <c>finally</c> region inside its <c>try</c>. The analysis doesn't follow that order.
    /// </summary>
    public bool HasFilterBeforeFinally() => Regions(Graph.Root).Any(region =>
        region.Kind == ControlFlowRegionKind.TryAndCatch
        && region.NestedRegions.Any(static handler => handler.Kind == ControlFlowRegionKind.FilterAndHandler)
        && Regions(region.NestedRegions[0]).Any(inner => inner.Kind == ControlFlowRegionKind.Finally && IsWritten(inner)));

    private static IEnumerable<ControlFlowRegion> Regions(ControlFlowRegion region) => region.NestedRegions.SelectMany(Regions).Prepend(region);

    public static ControlFlowRegion? FindRegion(BasicBlock block, ControlFlowRegionKind kind)
    {
        // The enclosing region of a nested function's root is in the graph of the enclosing function.
        for (ControlFlowRegion? region = block.EnclosingRegion; region is not null && region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion)
        {
            if (region.Kind == kind)
                return region;
        }

        return null;
    }

    /// <summary>
    /// Determines whether the code handles exceptions of a block. The <c>finally</c> regions that the compiler generates for <c>foreach</c> and
    /// <c>using</c> only call <c>Dispose</c>, and the exception leaves them again: they don't count.
    /// </summary>
    public bool HasHandlers(BasicBlock block) => Handlers(block).Any(handler => handler.Kind != ControlFlowRegionKind.Finally || IsWritten(handler));

    private bool IsWritten(ControlFlowRegion region)
    {
        for (int block = region.FirstBlockOrdinal; block <= region.LastBlockOrdinal; block++)
        {
            if (Graph.Blocks[block].RootOperations().Any(static operation => !operation.IsImplicit))
                return true;
        }

        return false;
    }

    /// <summary>Returns the handlers of the exceptions of a block.</summary>
    public static IEnumerable<ControlFlowRegion> Handlers(BasicBlock block)
    {
        for (ControlFlowRegion region = block.EnclosingRegion; region.Kind != ControlFlowRegionKind.Root && region.EnclosingRegion is { } around; region = around)
        {
            if (region.Kind != ControlFlowRegionKind.Try)
                continue;

            foreach (ControlFlowRegion handler in around.NestedRegions)
            {
                if (handler.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally)
                    yield return handler;
            }
        }
    }

    /// <summary>Returns the blocks that can follow a block, including handlers and <c>finally</c> regions.</summary>
    private static IEnumerable<int> Successors(BasicBlock block)
    {
        foreach (ControlFlowBranch? branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
        {
            foreach (ControlFlowRegion region in branch?.FinallyRegions ?? ImmutableArray<ControlFlowRegion>.Empty)
                yield return region.FirstBlockOrdinal;

            if (branch?.Destination is { } destination)
                yield return destination.Ordinal;
        }

        foreach (ControlFlowRegion handler in Handlers(block))
            yield return handler.FirstBlockOrdinal;
    }

    private static IEnumerable<ControlFlowRegion> Finallies(BasicBlock block)
    {
        foreach (ControlFlowBranch? branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
        {
            foreach (ControlFlowRegion region in branch?.FinallyRegions ?? ImmutableArray<ControlFlowRegion>.Empty)
                yield return region;
        }

        foreach (ControlFlowRegion handler in Handlers(block))
        {
            if (handler.Kind == ControlFlowRegionKind.Finally)
                yield return handler;
        }
    }

    private Dictionary<CaptureId, IOperation?> FindCaptures()
    {
        Dictionary<CaptureId, IOperation?> captures = [];

        // A capture that is assigned in several places aliases nothing.
        foreach (IFlowCaptureOperation capture in Graph.Blocks.SelectMany(static block => block.Operations).OfType<IFlowCaptureOperation>())
            captures[capture.Id] = captures.ContainsKey(capture.Id) ? null : capture.Value;

        return captures;
    }

    private int[] FindLastPredecessors()
    {
        int[] last = [.. Graph.Blocks.Select(static block => block.Ordinal)];

        foreach (BasicBlock block in Graph.Blocks)
        {
            foreach (int successor in Successors(block))
                last[successor] = System.Math.Max(last[successor], block.Ordinal);
        }

        return last;
    }

    private static HashSet<int> Reach(int start, int[][] edges)
    {
        HashSet<int> reached = [start];
        Stack<int> open = new([start]);

        while (open.Count > 0)
        {
            foreach (int next in edges[open.Pop()])
            {
                if (reached.Add(next))
                    open.Push(next);
            }
        }

        return reached;
    }
}
