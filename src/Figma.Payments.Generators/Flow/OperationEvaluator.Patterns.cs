using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <content>The transfer functions of patterns.</content>
internal sealed partial class OperationEvaluator
{
    /// <summary>Returns the formula that the value matches the pattern, and assigns the variables of the pattern. They are read only after a match.</summary>
    private Formula Match(ValueSummary value, IPatternOperation pattern, FlowState state)
    {
        switch (pattern)
        {
            case INegatedPatternOperation not:
                return _bdd.Not(Match(value, not.Pattern, state));

            case IConstantPatternOperation constant:
                ValueSummary expected = Evaluate(constant.Value, state);
                return constant.Value.IsNull() || IsComparable(pattern.InputType) || (constant.Value.Type is { SpecialType: SpecialType.System_String } && pattern.InputType is { IsReferenceType: true })
                    ? _domain.AreEqual(value, expected)

                    // A box can contain an equal number of another type, and a floating-point number can be NaN.
                    : CompareUnknown(value, expected);

            case IDiscardPatternOperation:
                return Formula.True;

            case IDeclarationPatternOperation declaration:
                Declare(declaration.DeclaredSymbol, value, state);
                return declaration.MatchesNull ? Formula.True : MatchType(value, pattern.InputType, declaration.MatchedType);

            case ITypePatternOperation type:
                return MatchType(value, pattern.InputType, type.MatchedType);

            case IRecursivePatternOperation recursive:
                Declare(recursive.DeclaredSymbol, value, state);
                return MatchParts(value, recursive, state);

            case IBinaryPatternOperation binary:
                Formula left = Match(value, binary.LeftPattern, state);
                Formula right = Match(value, binary.RightPattern, state);
                return binary.OperatorKind == BinaryOperatorKind.And ? _bdd.And(left, right) : _bdd.Or(left, right);

            case IRelationalPatternOperation relation:
                return MatchRelation(value, relation.OperatorKind, Evaluate(relation.Value, state));

            default:
                ForgetDeclared(pattern, state);
                return _bdd.AndNot(_domain.Undecided(), _domain.IsNull(value));
        }
    }

    /// <summary>Returns the formula that the value is of a type.</summary>
    private Formula MatchType(ValueSummary value, ITypeSymbol? own, ITypeSymbol? matched)
    {
        Formula isNonNull = _bdd.Not(_domain.IsNull(value));

        // A type pattern with the type of the value only tests whether there is a value.
        return own is { TypeKind: not TypeKind.Error } && SymbolEqualityComparer.Default.Equals(own.WithoutNullable(), matched.WithoutNullable())
            ? isNonNull
            : _bdd.And(isNonNull, _domain.IsOfType(value, own, matched));
    }

    private Formula MatchParts(ValueSummary value, IRecursivePatternOperation recursive, FlowState state)
    {
        bool isTuple = recursive.InputType.WithoutNullable() is { IsTupleType: true };
        Formula matches = isTuple ? _bdd.Not(_domain.IsNull(value)) : MatchType(value, recursive.InputType, recursive.MatchedType);

        for (int i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
        {
            IPatternOperation part = recursive.DeconstructionSubpatterns[i];
            ValueSummary element = isTuple ? _domain.Element(value, i, part.InputType) : _domain.Unknown(part.InputType);
            matches = _bdd.And(matches, Match(element, part, state));
        }

        foreach (IPropertySubpatternOperation property in recursive.PropertySubpatterns)
        {
            int? index = property.Member is IFieldReferenceOperation field ? ProgramVariables.FindTupleElement(field) : null;
            ValueSummary member = index is { } element ? _domain.Element(value, element, property.Pattern.InputType) : _domain.Unknown(property.Pattern.InputType);
            matches = _bdd.And(matches, Match(member, property.Pattern, state));
        }

        return matches;
    }

    private Formula MatchRelation(ValueSummary value, BinaryOperatorKind kind, ValueSummary constant) => kind switch
    {
        BinaryOperatorKind.LessThan => _domain.IsLess(value, constant, orEqual: false),
        BinaryOperatorKind.LessThanOrEqual => _domain.IsLess(value, constant, orEqual: true),
        BinaryOperatorKind.GreaterThan => _domain.IsLess(constant, value, orEqual: false),
        BinaryOperatorKind.GreaterThanOrEqual => _domain.IsLess(constant, value, orEqual: true),
        _ => _domain.Undecided(),
    };

    private void Declare(ISymbol? declared, ValueSummary value, FlowState state)
    {
        if (declared is not null)
            state.Set(_variables.GetOrAdd(declared), declared is ILocalSymbol local && FlowTypes.IsOpaque(local.Type) ? ValueSummary.NonNull : value);
    }

    private void ForgetDeclared(IOperation pattern, FlowState state)
    {
        foreach (IOperation inner in pattern.DescendantsAndSelf())
        {
            ISymbol? declared = inner switch
            {
                IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
                IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
                IListPatternOperation list => list.DeclaredSymbol,
                _ => null,
            };

            if (declared is ILocalSymbol local)
                state.Set(_variables.GetOrAdd(local), _domain.Unknown(local.Type));
        }
    }
}
