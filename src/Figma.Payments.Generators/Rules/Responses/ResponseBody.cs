using System.Collections.Generic;
using System.Collections.Immutable;
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

    private ResponseBody(ImmutableArray<IOperation> blocks, ISymbol member)
    {
        ImmutableArray<IOperation>.Builder reads = ImmutableArray.CreateBuilder<IOperation>();
        ImmutableArray<IOperation>.Builder decisions = ImmutableArray.CreateBuilder<IOperation>();
        Stack<(IOperation Operation, IOperation Function)> open = new();

        foreach (IOperation block in blocks)
        {
            IOperation root = block.Root();
            open.Push((block, root));

            while (open.Count > 0)
            {
                (IOperation operation, IOperation function) = open.Pop();
                Locals.Visit(operation);

                switch (operation)
                {
                    case IAnonymousFunctionOperation lambda:
                        _functions[lambda.Symbol] = lambda;
                        _containing[lambda] = function;
                        function = lambda;
                        break;
                    case ILocalFunctionOperation local:
                        _functions[local.Symbol] = local;
                        _containing[local] = function;
                        function = local;
                        break;
                    case IBlockOperation list:
                        Number(list.Operations);
                        break;
                    case ISwitchCaseOperation section:
                        Number(section.Body);
                        break;
                    case IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or IReturnOperation { ReturnedValue: not null } or IPropertyInitializerOperation
                        or ICoalesceOperation { WhenNull: IThrowOperation or IConversionOperation { Operand: IThrowOperation } }:
                        decisions.Add(operation);
                        _containing[operation] = function;
                        break;
                    case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation { Field.IsConst: false } or IPropertyReferenceOperation
                        or IInvocationOperation or IArrayElementReferenceOperation or IConditionalAccessInstanceOperation or IObjectCreationOperation:
                        reads.Add(operation);
                        _containing[operation] = function;
                        break;
                }

                foreach (IOperation child in operation.ChildOperations.Reverse())
                    open.Push((child, function));
            }
        }

        Member = member;
        Reads = reads.ToImmutable();
        Decisions = decisions.ToImmutable();
    }

    /// <summary>Gets the member that contains the operations.</summary>
    public ISymbol Member { get; }

    /// <summary>Gets the local variables.</summary>
    public ResponseLocals Locals { get; } = new();

    /// <summary>Gets the operations that read something, in source order.</summary>
    public ImmutableArray<IOperation> Reads { get; }

    /// <summary>Gets the operations that choose between two or more continuations, in source order.</summary>
    public ImmutableArray<IOperation> Decisions { get; }

    public static ResponseBody Read(ImmutableArray<IOperation> blocks, ISymbol member) => new(blocks, member);

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
            ImmutableArray<IOperation> statements = around switch
            {
                IBlockOperation block => block.Operations,
                ISwitchCaseOperation section => section.Body,
                _ => ImmutableArray<IOperation>.Empty,
            };

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

    private void Number(ImmutableArray<IOperation> statements)
    {
        for (int i = 0; i < statements.Length; i++)
            _positions[statements[i]] = i;
    }
}
