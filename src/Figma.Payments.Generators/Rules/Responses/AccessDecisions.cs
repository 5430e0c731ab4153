using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the decisions about access that treat a lookalike like a payer.</summary>
internal sealed class AccessDecisions
{
    private readonly ResponseBody _body;
    private readonly ResponseEvaluator _evaluator;
    private readonly AccessPartition _partition;
    private readonly AccessEvidence _evidence;
    private readonly AccessEvidence _evidenceWithoutProduct;
    private readonly WrongTests _tests;
    private readonly ConditionReader _conditions;
    private readonly SurroundingNames _names;
    private OtherDecisions? _others;

    private AccessDecisions(ResponseBody body, AccessPartition partition)
    {
        _body = body;
        _evaluator = new ResponseEvaluator(body.Locals);
        _partition = partition;
        _evidence = new AccessEvidence(body, _evaluator, partition);
        _evidenceWithoutProduct = new AccessEvidence(body, _evaluator, partition.WithoutProduct());
        _tests = new WrongTests(body.Locals, _evaluator, partition);
        _conditions = new ConditionReader(body, _evaluator, partition);
        _names = new SurroundingNames(body);
    }

    /// <summary>Returns the tests to report, in source order.</summary>
    public static IEnumerable<IOperation> FindWrong(ResponseBody body, AccessPartition partition)
    {
        AccessDecisions decisions = new(body, partition);
        HashSet<SyntaxNode> reported = [];

        foreach (IOperation decision in body.Decisions)
        {
            if (decisions.FindWrong(decision) is { } test && reported.Add(test.Syntax))
                yield return test;
        }
    }

    private IOperation? FindWrong(IOperation decision) => decision switch
    {
        IConditionalOperation choice => FindWrong(choice),
        ISwitchOperation choice => FindWrong(choice),
        ISwitchExpressionOperation choice => FindWrong(choice),
        IReturnOperation { ReturnedValue: { } value } => FindWrongValue(decision, value),
        IPropertyInitializerOperation { Value: { } value } => FindWrongValue(decision, value),
        _ => null,
    };

    private IOperation? FindWrong(IConditionalOperation choice)
    {
        IOperation condition = _conditions.WithoutUnrelated(choice.Condition);

        if (_tests.FindDeniedSide(condition) is not { } isDeniedIfTrue)
            return null;

        bool isStatement = choice.Type is null;
        IEnumerable<IOperation> following = isStatement ? _body.FindFollowing(choice) : [];
        AccessSide whenTrue = isStatement ? AccessSide.OfStatement(choice.WhenTrue, following) : AccessSide.OfValue(choice.WhenTrue);
        AccessSide whenFalse = isStatement ? AccessSide.OfStatement(choice.WhenFalse, following) : AccessSide.OfValue(choice.WhenFalse!);

        return IsWrong(choice, isDeniedIfTrue ? whenTrue : whenFalse, isDeniedIfTrue ? whenFalse : whenTrue) ? _tests.Find(condition) : null;
    }

    private IOperation? FindWrong(ISwitchOperation choice)
    {
        if (_evaluator.FindOutcome(choice, _partition.Payer) is not { } payer
            || _evaluator.FindOutcome(choice, _partition.Denied) is not { } denied
            || payer == denied
            || _partition.Lookalikes.Any(lookalike => _evaluator.FindOutcome(choice, lookalike) != payer)
            || _evaluator.FindSection(choice, _partition.Lookalikes[0]) is not { } granted)
        {
            return null;
        }

        IEnumerable<IOperation> following = _body.FindFollowing(choice);

        if (!IsWrong(choice, Side(denied), Side(granted)))
            return null;

        return granted < 0 ? choice.Value : _evaluator.FindClause(choice, choice.Cases[granted], _partition.Lookalikes[0]);

        AccessSide Side(int section) => new(null, section < 0 ? ImmutableArray<IOperation>.Empty : choice.Cases[section].Body, following);
    }

    private IOperation? FindWrong(ISwitchExpressionOperation choice)
    {
        if (_tests.FindWrongArm(choice) is not var (denied, granted))
            return null;

        return IsWrong(choice, AccessSide.OfValue(denied.Value), AccessSide.OfValue(granted.Value)) ? granted.Pattern : null;
    }

    private IOperation? FindWrongValue(IOperation decision, IOperation returned)
    {
        IOperation value = _conditions.WithoutUnrelated(Refusals.Unwrap(returned));

        return value.Type.IsBoolean()
            && !value.ConstantValue.HasValue
            && _tests.FindDeniedSide(value) is false
            && _evidence.IsGrantingValue(returned)
            && !_names.HaveOtherPurpose(decision)
            && !Others.MayDecide(decision, default)
            ? _tests.Find(value)
            : null;
    }

    private bool IsWrong(IOperation decision, AccessSide denied, AccessSide granted) =>
        _evidence.IsAccessDecided(decision, denied, granted)
        && !_names.HaveOtherPurpose(decision)
        && (_evidenceWithoutProduct.IsAccessDecided(decision, denied, granted) || RefusesProduct(decision, granted))
        && !Others.MayDecide(decision, denied.Value is not null || denied.IsEnd ? denied.Span : default);

    /// <summary>Determines whether 401 or 403 certainly refuses the product.</summary>
    private bool RefusesProduct(IOperation decision, AccessSide granted) =>
        !_names.MayForbidOthers(decision)
        && (!_partition.IsForbiddenAmbiguous || _names.NamePaidProduct(decision, granted.Value is { } value ? [value] : granted.FindStatements(isFollowed: true)));

    private OtherDecisions Others => _others ??= new OtherDecisions(_body, _evaluator, _partition);
}
