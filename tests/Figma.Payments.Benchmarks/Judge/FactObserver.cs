using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Benchmarks.Judge;

/// <summary>Collects what the flow analysis of a graph claims at the reads of variables. A claim must hold at each visit of the read.</summary>
/// <param name="graph">The graph.</param>
/// <param name="escapes">The escape analysis of the whole body.</param>
/// <param name="function">The function, or null for other code.</param>
internal sealed class FactObserver(ControlFlowGraph graph, EscapeAnalysis escapes, IMethodSymbol? function) : FlowObserver
{
    private const int MaxConstants = 6;

    private readonly Dictionary<ExpressionSyntax, Claims> _claims = [];
    private readonly Dictionary<SyntaxNode, int> _falseReads = [];
    private readonly HashSet<int> _visited = [];
    private readonly Dictionary<(ExpressionSyntax Later, ExpressionSyntax Earlier), int> _pairs = [];
    private readonly object[] _constants = FindConstants(graph);

    /// <inheritdoc/>
    public override void OnBlock(FlowAnalysis analysis, FlowState state) => _visited.Add(analysis.CurrentBlock);

    /// <inheritdoc/>
    public override void OnRead(FlowAnalysis analysis, IOperation reference, FlowState state, ValueSummary value)
    {
        if (reference.IsImplicit || FindSymbol(reference) is not { } symbol || reference.Syntax is not ExpressionSyntax)
            return;

        if (state.PathCondition.IsFalse)
        {
            _falseReads[reference.Syntax] = _falseReads.GetValueOrDefault(reference.Syntax) + 1;
            return;
        }

        IOperation read = reference;

        // The element of a tuple is read through the variable.
        while (read.Parent is IFieldReferenceOperation field && ProgramVariables.FindTupleElement(field) is { } index)
        {
            value = analysis.Domain.Element(value, index, field.Type);
            read = field;
        }

        if (read.Syntax is not ExpressionSyntax expression || read.IsImplicit)
            return;

        if (!_claims.TryGetValue(expression, out Claims? claims))
            _claims.Add(expression, claims = new Claims());

        claims.Blocks.Add(analysis.CurrentBlock);

        if (escapes.CanTrack(symbol, function) && !FlowTypes.IsOpaque(read.Type))
            Intersect(claims, analysis, state.PathCondition, value, read.Type);
        else
            claims.IsUnknown = true;
    }

    /// <inheritdoc/>
    public override void OnCall(FlowAnalysis analysis, IOperation call, FlowState state, ValueSummary?[] arguments)
    {
        IEnumerable<IArgumentOperation> passed = call is IInvocationOperation invocation ? invocation.Arguments : ((IObjectCreationOperation)call).Arguments;

        // Nothing can change a variable or throw between the reads and the call.
        if (state.PathCondition.IsFalse || !passed.All(static argument => argument.Parameter is { RefKind: RefKind.None } && IsVariableOrConstant(argument.Value)))
            return;

        (ExpressionSyntax Syntax, ValueSummary Value)[] variables =
        [
            .. passed
                .Where(argument => argument.Parameter!.Ordinal < arguments.Length && IsNullableVariable(argument.Value))
                .Select(argument => ((ExpressionSyntax)argument.Value.WithoutValuePreservingConversions().Syntax, arguments[argument.Parameter!.Ordinal]!)),
        ];

        for (int later = 1; later < variables.Length; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                (ExpressionSyntax, ExpressionSyntax) pair = (variables[later].Syntax, variables[earlier].Syntax);
                int excluded = FindExcluded(analysis, state.PathCondition, variables[earlier].Value, variables[later].Value);
                _pairs[pair] = excluded & _pairs.GetValueOrDefault(pair, 15);
            }
        }
    }

    /// <summary>Returns the facts that hold at all visits.</summary>
    public IEnumerable<Fact> FindFacts(FlowAnalysis analysis)
    {
        foreach ((ExpressionSyntax expression, Claims claims) in _claims)
        {
            if (!claims.IsUnknown && claims.Blocks.All(analysis.IsComplete))
            {
                foreach (Fact fact in claims.ToFacts(expression))
                    yield return fact;
            }
        }

        foreach (((ExpressionSyntax later, ExpressionSyntax earlier), int excluded) in _pairs)
        {
            if (excluded is not 0 && _claims.TryGetValue(later, out Claims? claims) && claims.Blocks.All(analysis.IsComplete))
                yield return new Fact(FactKind.Pair, later, earlier.ToString(), excluded.ToString(CultureInfo.InvariantCulture));
        }

        foreach (ExpressionSyntax expression in FindUnreachable(analysis))
            yield return new Fact(FactKind.Unreachable, expression);

        foreach (Fact fact in FindDecidedConditions(analysis))
            yield return fact;
    }

    // The bits: both null, only the earlier null, only the later null, neither null.
    private static int FindExcluded(FlowAnalysis analysis, Formula reached, ValueSummary earlier, ValueSummary later)
    {
        BddManager bdd = analysis.Bdd;
        Formula isEarlierNull = analysis.Domain.IsNull(earlier);
        Formula isLaterNull = analysis.Domain.IsNull(later);
        int excluded = 0;
        int bit = 1;

        foreach (Formula first in new[] { isEarlierNull, bdd.Not(isEarlierNull) })
        {
            foreach (Formula second in new[] { isLaterNull, bdd.Not(isLaterNull) })
            {
                if (bdd.Excludes(reached, bdd.And(first, second)))
                    excluded |= bit;

                bit <<= 1;
            }
        }

        return excluded;
    }

    private static ISymbol? FindSymbol(IOperation reference) => reference switch
    {
        ILocalReferenceOperation { IsDeclaration: false } local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static bool CanBeNull(ITypeSymbol? type) => type is { IsValueType: false } || type.IsNullableValue();

    private static bool IsVariableOrConstant(IOperation value) =>
        value.ConstantValue.HasValue || value.WithoutValuePreservingConversions() is ILocalReferenceOperation or IParameterReferenceOperation or IDefaultValueOperation;

    private bool IsNullableVariable(IOperation value) =>
        value.WithoutValuePreservingConversions() is { IsImplicit: false, Syntax: IdentifierNameSyntax } bare && CanBeNull(bare.Type) && FindSymbol(bare) is { } symbol && escapes.CanTrack(symbol, function);

    private static object[] FindConstants(ControlFlowGraph graph)
    {
        object[] constants =
        [
            .. graph.AllOperations()
                .Where(static operation => operation.ConstantValue is { HasValue: true, Value: not null })
                .Select(static operation => ConstantValue.TryNormalize(operation.ConstantValue.Value, out object? value) ? value : null)
                .OfType<object>()
                .Where(static constant => constant is long or string { Length: > 0 })
                .Distinct(),
        ];

        return [.. constants.OfType<long>().Order().Take(MaxConstants).Cast<object>(), .. constants.OfType<string>().Take(MaxConstants)];
    }

    private void Intersect(Claims claims, FlowAnalysis analysis, Formula reached, ValueSummary value, ITypeSymbol? type)
    {
        BddManager bdd = analysis.Bdd;
        ValueDomain domain = analysis.Domain;
        ITypeSymbol? bare = type.WithoutNullable();

        claims.IsNull &= CanBeNull(type) && bdd.Implies(reached, domain.IsNull(value));
        claims.IsNotNull &= CanBeNull(type) && bdd.Excludes(reached, domain.IsNull(value));
        claims.IsNotEmpty &= type is { SpecialType: SpecialType.System_String } && claims.IsNotNull && bdd.Excludes(reached, domain.IsNullOrEmpty(value));
        claims.IsTrue &= bare.IsBoolean() && bdd.Implies(reached, domain.Is(value, true));
        claims.IsFalse &= bare.IsBoolean() && bdd.Implies(reached, domain.Is(value, false));

        string? text = type is { SpecialType: SpecialType.System_String }
            ? Candidates<string>(value).Cast<string?>().FirstOrDefault(constant => bdd.Implies(reached, domain.Is(value, constant)))
            : null;

        claims.Text = claims.IsNew || claims.Text == text ? text : null;

        long min = long.MinValue;
        long max = long.MaxValue;

        if (FlowTypes.FindRange(type) is not null)
        {
            foreach (long constant in Candidates<long>(value))
            {
                ValueSummary bound = ValueSummary.Constant(constant);

                // An enumeration is compared for equality only.
                if (bdd.Implies(reached, bdd.Or(domain.IsNull(value), domain.Is(value, constant))))
                    min = max = constant;
                else if (bare is { TypeKind: TypeKind.Enum })
                    continue;

                if (constant > min && bdd.Excludes(reached, domain.IsLess(value, bound, orEqual: false)))
                    min = constant;

                if (constant < max && bdd.Excludes(reached, domain.IsLess(bound, value, orEqual: false)))
                    max = constant;
            }
        }

        claims.Min = claims.IsNew ? min : Math.Min(min, claims.Min);
        claims.Max = claims.IsNew ? max : Math.Max(max, claims.Max);
        claims.IsNew = false;
    }

    private T[] Candidates<T>(ValueSummary value) =>
        [.. value.Values.Select(static each => each.Value).OfType<ConstantValue>().Select(static constant => constant.Value).OfType<T>().Concat(_constants.OfType<T>()).Distinct().Take(2 * MaxConstants)];

    /// <summary>Returns the variables that are read only where the analysis finds no path, although the compiler does.</summary>
    private HashSet<ExpressionSyntax> FindUnreachable(FlowAnalysis analysis)
    {
        HashSet<SyntaxNode> open = [];
        HashSet<ExpressionSyntax> found = [];

        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (IOperation operation in block.RootOperations().SelectMany(static root => root.DescendantsAndSelf()))
            {
                if (operation is not (ILocalReferenceOperation or IParameterReferenceOperation) || operation.Syntax is not ExpressionSyntax syntax)
                    continue;

                bool isDead = block.IsReachable && analysis.IsComplete(block.Ordinal) && !escapes.IsRemoved(syntax)
                    && (!_visited.Contains(block.Ordinal) || (_falseReads.ContainsKey(syntax) && !_claims.ContainsKey(syntax)));

                if (isDead)
                    found.Add(syntax);
                else
                    open.Add(syntax);
            }
        }

        // The analysis of a tuple's element records the element.
        found.RemoveWhere(open.Contains);
        found.RemoveWhere(syntax => syntax.AncestorsAndSelf().OfType<ExpressionSyntax>().Any(_claims.ContainsKey));
        return found;
    }

    private IEnumerable<Fact> FindDecidedConditions(FlowAnalysis analysis)
    {
        foreach (IGrouping<int, BranchCondition> conditions in analysis.BranchConditions.GroupBy(static condition => condition.Block))
        {
            if (!analysis.IsComplete(conditions.Key)
                || graph.Blocks[conditions.Key].BranchValue is not { IsImplicit: false, Type.SpecialType: SpecialType.System_Boolean } value
                || value is IFlowCaptureReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation
                || value.Syntax is not ExpressionSyntax expression
                || expression.DescendantNodesAndSelf().Any(static node => node is VariableDesignationSyntax))
            {
                continue;
            }

            if (conditions.All(condition => analysis.Bdd.Implies(condition.Reached, condition.IsTrue)))
                yield return new Fact(FactKind.True, expression);
            else if (conditions.All(condition => analysis.Bdd.Excludes(condition.Reached, condition.IsTrue)))
                yield return new Fact(FactKind.False, expression);
        }
    }

    /// <summary>The claims that hold at each visit of a read until now.</summary>
    private sealed class Claims
    {
        public HashSet<int> Blocks { get; } = [];

        public bool IsNew { get; set; } = true;

        public bool IsUnknown { get; set; }

        public bool IsNull { get; set; } = true;

        public bool IsNotNull { get; set; } = true;

        public bool IsNotEmpty { get; set; } = true;

        public bool IsTrue { get; set; } = true;

        public bool IsFalse { get; set; } = true;

        public string? Text { get; set; }

        public long Min { get; set; }

        public long Max { get; set; }

        public IEnumerable<Fact> ToFacts(ExpressionSyntax expression)
        {
            if (IsNull)
                yield return new Fact(FactKind.Null, expression);
            else if (Text is not null)
                yield return new Fact(FactKind.Text, expression, SymbolDisplay.FormatLiteral(Text, quote: true));
            else if (IsNotEmpty)
                yield return new Fact(FactKind.NotEmpty, expression);
            else if (IsNotNull)
                yield return new Fact(FactKind.NotNull, expression);

            if (IsTrue)
                yield return new Fact(FactKind.True, expression);
            else if (IsFalse)
                yield return new Fact(FactKind.False, expression);

            if (!IsNull && (Min != long.MinValue || Max != long.MaxValue))
                yield return new Fact(FactKind.InRange, expression, Literal(Min), Literal(Max));
        }

        private static string Literal(long value) => value == long.MinValue ? "long.MinValue" : value.ToString(CultureInfo.InvariantCulture) + "L";
    }
}
