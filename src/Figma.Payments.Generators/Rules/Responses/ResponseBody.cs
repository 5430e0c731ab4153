using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>The operations of a member, and what a rule needs to know about all of them: it walks them once.</summary>
internal sealed class ResponseBody
{
    private readonly Dictionary<ISymbol, IOperation> _functions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, IOperation> _containing = [];
    private readonly Dictionary<IOperation, int> _positions = [];
    private readonly Dictionary<IOperation, Loop> _loops = [];
    private readonly Lazy<ILookup<ISymbol, IOperation>> _readsOfLocals;

    private ResponseBody(ImmutableArray<IOperation> blocks, ISymbol member, Compilation compilation)
    {
        Compilation = compilation;

        ImmutableArray<IOperation>.Builder reads = ImmutableArray.CreateBuilder<IOperation>();
        ImmutableArray<IOperation>.Builder decisions = ImmutableArray.CreateBuilder<IOperation>();
        ImmutableArray<IOperation>.Builder implicitCalls = ImmutableArray.CreateBuilder<IOperation>();
        Stack<(IOperation Operation, IOperation Function, Loop? Loop)> open = new();

        foreach (IOperation block in blocks)
        {
            IOperation root = block.Root();
            open.Push((block, root, null));

            while (open.Count > 0)
            {
                (IOperation operation, IOperation function, Loop? loop) = open.Pop();
                Locals.Visit(operation);

                switch (operation)
                {
                    case IAnonymousFunctionOperation lambda:
                        _functions[lambda.Symbol] = lambda;
                        _containing[lambda] = function;
                        function = lambda;
                        loop = null;
                        break;
                    case ILocalFunctionOperation local:
                        _functions[local.Symbol] = local;
                        _containing[local] = function;
                        function = local;
                        loop = null;
                        break;
                    case IBlockOperation list:
                        Number(list.Operations);
                        break;
                    case ISwitchCaseOperation section:
                        Number(section.Body);
                        break;
                    case IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or IReturnOperation { ReturnedValue: not null } or IPropertyInitializerOperation
                        or ICoalesceOperation { WhenNull: IThrowOperation or IConversionOperation { Operand: IThrowOperation } } or ICatchClauseOperation:
                        decisions.Add(operation);
                        _containing[operation] = function;

                        if (loop is not null)
                            _loops[operation] = loop;

                        break;
                    case ILoopOperation repeated:
                        decisions.Add(repeated);
                        implicitCalls.Add(repeated);
                        _containing[repeated] = function;
                        _loops[repeated] = loop = new Loop(loop, IsConditional(repeated));
                        break;
                    case IDeconstructionAssignmentOperation or IRecursivePatternOperation { DeconstructSymbol: not null } or IUsingOperation or IUsingDeclarationOperation:
                    case var _ when operation.FindOperator() is not null:
                        implicitCalls.Add(operation);
                        _containing[operation] = function;
                        break;
                    case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation { Field.IsConst: false } or IPropertyReferenceOperation
                        or IInvocationOperation or IArrayElementReferenceOperation or IConditionalAccessInstanceOperation or IObjectCreationOperation or IMethodReferenceOperation:
                        reads.Add(operation);
                        _containing[operation] = function;
                        break;
                }

                if (operation is IReturnOperation { Kind: not OperationKind.YieldReturn } or IThrowOperation)
                    loop?.Leave();

                foreach (IOperation child in operation.ChildOperations.Reverse())
                    open.Push((child, function, loop));
            }
        }

        Member = member;
        Reads = reads.ToImmutable();
        Decisions = decisions.ToImmutable();
        ImplicitCalls = implicitCalls.ToImmutable();
        _readsOfLocals = new(() => Reads.Where(static read => read is ILocalReferenceOperation or IMethodReferenceOperation).ToLookup(
            static read => read is ILocalReferenceOperation local ? local.Local : (ISymbol)((IMethodReferenceOperation)read).Method.OriginalDefinition, SymbolEqualityComparer.Default));
    }

    /// <summary>Gets the member that contains the operations.</summary>
    public ISymbol Member { get; }

    /// <summary>Gets the compilation that contains the member.</summary>
    public Compilation Compilation { get; }

    /// <summary>Gets the local variables.</summary>
    public ResponseLocals Locals { get; } = new();

    /// <summary>Gets the lambdas and the local functions.</summary>
    public IEnumerable<IOperation> Functions => _functions.Values;

    /// <summary>Gets the operations that read something, in source order.</summary>
    public ImmutableArray<IOperation> Reads { get; }

    /// <summary>Gets the operations that choose between two or more continuations, in source order.</summary>
    public ImmutableArray<IOperation> Decisions { get; }

    /// <summary>Gets the operations that call an operator, a method of a sequence, <c>Deconstruct</c> or <c>Dispose</c> without naming it.</summary>
    public ImmutableArray<IOperation> ImplicitCalls { get; }

    public static ResponseBody Read(ImmutableArray<IOperation> blocks, ISymbol member, Compilation compilation) => new(blocks, member, compilation);

    /// <summary>Returns the reads of a local variable, or the uses of a local function as a delegate.</summary>
    public IEnumerable<IOperation> FindUses(ISymbol local) => _readsOfLocals.Value[local];

    /// <summary>Determines whether a decision is part of a loop that might not execute it.</summary>
    public bool IsInLoop(IOperation decision) => _loops.TryGetValue(decision, out Loop? loop) && loop.IsConditionalAnywhere;

    /// <summary>Determines whether a loop might end before the function does, or might not.</summary>
    public bool MayBeLeft(ILoopOperation loop) => _loops[loop] is { IsConditional: true, IsLeft: true };

    /// <summary>Returns the lambda or the local function that contains a read, a decision or a function, the root of its tree, or null for the root.</summary>
    public IOperation? FindFunction(IOperation operation) => _containing.TryGetValue(operation, out IOperation? function) ? function : null;

    /// <summary>Returns the function around a function, or null for the root. The root of an initializer is a decision that contains itself.</summary>
    public IOperation? FindOuterFunction(IOperation function) => FindFunction(function) is { } outer && outer != function ? outer : null;

    /// <summary>Returns the function that declares a local variable or a parameter, or null if no function of the body does.</summary>
    public IOperation? FindFunction(ISymbol variable) => _functions.TryGetValue(variable.ContainingSymbol, out IOperation? function) ? function : null;

    /// <summary>Determines whether a function returns a value, other than a task without one.</summary>
    public bool ReturnsValue(IOperation function)
    {
        ITypeSymbol? returned = function switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol.ReturnType,
            ILocalFunctionOperation local => local.Symbol.ReturnType,
            _ => (Member as IMethodSymbol)?.ReturnType,
        };

        return returned is { SpecialType: not SpecialType.System_Void } && returned is not INamedTypeSymbol { Arity: 0, Name: "Task" or "ValueTask" };
    }

    /// <summary>Returns the statements that follow a statement, in its block and in the blocks around it, up to the end of the function or of a loop.</summary>
    public IEnumerable<IOperation> FindFollowing(IOperation statement)
    {
        for (IOperation inner = statement; inner.Parent is { } around; inner = around)
        {
            ImmutableArray<IOperation> statements = FindStatements(around);

            if (!statements.IsEmpty && _positions.TryGetValue(inner, out int position))
            {
                for (int next = position + 1; next < statements.Length; next++)
                    yield return statements[next];
            }
            else if (around is not (IConditionalOperation or ISwitchOperation or ISwitchCaseOperation or IUsingOperation or ILockOperation or ILabeledOperation))
            {
                yield break;
            }
        }
    }

    /// <summary>Returns the statement that is executed after a statement that doesn't leave its block: the next one, the loop around it, or a <c>finally</c> block; otherwise, null if the function ends.</summary>
    public IOperation? FindNext(IOperation statement)
    {
        for (IOperation inner = statement; inner.Parent is { } around and not (IAnonymousFunctionOperation or ILocalFunctionOperation); inner = around)
        {
            ImmutableArray<IOperation> statements = FindStatements(around);

            if (!statements.IsEmpty && _positions.TryGetValue(inner, out int position) && position + 1 < statements.Length)
                return statements[position + 1];

            if (around is ILoopOperation)
                return around;

            if (around is ITryOperation { Finally: { } last } && inner != last)
                return last;
        }

        return null;
    }

    /// <summary>Determines whether a loop can end by its condition or at the end of a sequence.</summary>
    public static bool IsConditional(ILoopOperation loop) => loop switch
    {
        IWhileLoopOperation { Condition: var condition } => condition is not (null or { ConstantValue: { HasValue: true, Value: true } }),
        IForLoopOperation { Condition: var condition } => condition is not (null or { ConstantValue: { HasValue: true, Value: true } }),
        _ => true,
    };

    private static ImmutableArray<IOperation> FindStatements(IOperation list) => list switch
    {
        IBlockOperation block => block.Operations,
        ISwitchCaseOperation section => section.Body,
        _ => ImmutableArray<IOperation>.Empty,
    };

    private void Number(ImmutableArray<IOperation> statements)
    {
        for (int i = 0; i < statements.Length; i++)
            _positions[statements[i]] = i;
    }

    /// <summary>A loop.</summary>
    /// <param name="outer">The loop around it in the same function.</param>
    /// <param name="isConditional">A value that indicates whether the loop ends by its condition or at the end of a sequence.</param>
    private sealed class Loop(Loop? outer, bool isConditional)
    {
        public bool IsConditional => isConditional;

        public bool IsConditionalAnywhere { get; } = isConditional || outer is { IsConditionalAnywhere: true };

        /// <summary>Gets a value that indicates whether code in the loop returns or throws.</summary>
        public bool IsLeft { get; private set; }

        public void Leave()
        {
            for (Loop? each = this; each is { IsLeft: false }; each = each.Outer)
                each.IsLeft = true;
        }

        private Loop? Outer => outer;
    }
}
