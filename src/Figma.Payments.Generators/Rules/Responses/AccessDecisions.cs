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
    /// <summary>Limits how much of what is granted is read, so that the cost of a decision doesn't depend on the length of the method.</summary>
    private const int MaxOperations = 200;

    private readonly ResponseBody _body;
    private readonly ResponseEvaluator _evaluator;
    private readonly AccessPartition _partition;
    private readonly AccessEvidence _evidence;
    private readonly AccessEvidence _evidenceWithoutProduct;
    private readonly WrongTests _tests;
    private readonly ConditionReader _conditions;
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
            && !HasOtherPurpose(decision)
            && !Others.MayDecide(decision, default)
            ? _tests.Find(value)
            : null;
    }

    private bool IsWrong(IOperation decision, AccessSide denied, AccessSide granted) =>
        _evidence.IsAccessDecided(denied, granted)
        && !HasOtherPurpose(decision)
        && (!_partition.IsForbiddenAmbiguous || _evidenceWithoutProduct.IsAccessDecided(denied, granted) || NamesPaidProduct(decision, granted))
        && !Others.MayDecide(decision, denied.Value is not null || denied.IsEnd ? denied.Span : default);

    /// <summary>Determines whether the names around a decision say that it isn't about the product, such as those of an endpoint for receipts.</summary>
    private bool HasOtherPurpose(IOperation decision) => FindNames(decision).Any(AccessNames.HasOtherPurpose);

    /// <summary>Determines whether the names around a decision, or the code that it grants, name what users pay for.</summary>
    private bool NamesPaidProduct(IOperation decision, AccessSide granted)
    {
        if (FindNames(decision).Concat(FindRoutes(_body.Member)).Any(AccessNames.NamesPaidProduct))
            return true;

        IEnumerable<IOperation> code = granted.Value is { } value ? [value] : granted.FindStatements(isFollowed: true);

        return code.SelectMany(static statement => statement.WithDescendants().Take(MaxOperations)).Any(static part => part switch
        {
            IInvocationOperation { TargetMethod: { Name: var name } method } => !method.ContainingType.IsOfPlatform() && AccessNames.NamesPaidProduct(name),
            { ConstantValue: { HasValue: true, Value: string text } } => AccessNames.NamesPaidProduct(text),
            _ => false,
        });
    }

    /// <summary>Returns the names of the functions and the type around a decision, and the paths of the endpoints that the functions are.</summary>
    private IEnumerable<string> FindNames(IOperation decision)
    {
        for (IOperation? function = _body.FindFunction(decision); function is not null; function = _body.FindOuterFunction(function))
        {
            if (function is ILocalFunctionOperation { Symbol.Name: var name })
                yield return name;

            if (function is not IAnonymousFunctionOperation lambda || lambda.FindReceivingCall() is not IInvocationOperation map)
                continue;

            foreach (IArgumentOperation argument in map.Arguments)
            {
                if (argument.Value.ConstantValue is { HasValue: true, Value: string path })
                    yield return path;
            }
        }

        yield return _body.Member is IMethodSymbol { AssociatedSymbol: { } property } ? property.Name : _body.Member.Name;

        if (_body.Member.ContainingType is { } type)
            yield return type.Name;
    }

    /// <summary>Returns the texts in the attributes of an action and its controller, such as its route.</summary>
    private static IEnumerable<string> FindRoutes(ISymbol member) => member.GetAttributes().AsEnumerable().Concat(member.ContainingType?.GetAttributes().AsEnumerable() ?? [])
        .SelectMany(static attribute => attribute.ConstructorArguments)
        .Select(static argument => argument.Kind == TypedConstantKind.Primitive ? argument.Value as string : null)
        .OfType<string>();

    private OtherDecisions Others => _others ??= new OtherDecisions(_body, _evaluator, _partition);
}
