using System;
using System.Collections.Generic;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the uses of a response that might tell a payer from a lookalike, so that no decision next to them is certainly wrong.</summary>
/// <remarks>A test is such a use if it has different results for them. Passing the response to other code is one too.</remarks>
internal sealed class ResponseUses
{
    private readonly ResponseBody _body;
    private readonly ResponseEvaluator _evaluator;
    private readonly AccessPartition _partition;
    private readonly Dictionary<IOperation, bool> _tests = [];

    // The positions of the uses of each function's responses, in source order; and the same with those of the functions in it.
    private readonly Dictionary<IOperation, List<int>> _own = [];
    private readonly Dictionary<IOperation, List<int>> _within = [];

    public ResponseUses(ResponseBody body, ResponseEvaluator evaluator, AccessPartition partition)
    {
        _body = body;
        _evaluator = evaluator;
        _partition = partition;

        foreach (IOperation read in body.Reads)
        {
            if (IsRead(read) && MayDecide(read))
                Add(read);
        }
    }

    /// <summary>Determines whether a use that isn't in the denied code might tell a payer from a lookalike.</summary>
    public bool MayDecideOutside(IOperation decision, TextSpan denied)
    {
        IOperation? function = _body.FindFunction(decision);

        if (function is not null && _within.TryGetValue(function, out List<int>? within) && IsAnyOutside(within, denied))
            return true;

        for (function = function is null ? null : _body.FindOuterFunction(function); function is not null; function = _body.FindOuterFunction(function))
        {
            if (_own.TryGetValue(function, out List<int>? own) && IsAnyOutside(own, denied))
                return true;
        }

        return false;
    }

    private static bool IsAnyOutside(List<int> positions, TextSpan denied) =>
        CountBefore(positions, denied.End) - CountBefore(positions, denied.Start) < positions.Count;

    private static int CountBefore(List<int> positions, int end)
    {
        (int low, int high) = (0, positions.Count);

        while (low < high)
        {
            int middle = (low + high) / 2;

            if (positions[middle] < end)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void Add(IOperation read)
    {
        // A captured variable belongs to the function that declares it.
        IOperation? function = ResponseEvaluator.FindSource(read) is ISymbol { Kind: SymbolKind.Local or SymbolKind.Parameter } variable
            ? _body.FindFunction(variable) ?? read.Root()
            : _body.FindFunction(read);

        int position = read.Syntax.SpanStart;
        Insert(_own, function!, position);

        for (; function is not null; function = _body.FindOuterFunction(function))
            Insert(_within, function, position);
    }

    private static void Insert(Dictionary<IOperation, List<int>> positions, IOperation function, int position)
    {
        if (!positions.TryGetValue(function, out List<int>? list))
            positions.Add(function, list = []);

        // Operations are almost always in source order.
        if (list.Count == 0 || list[list.Count - 1] <= position)
            list.Add(position);
        else
            list.Insert(CountBefore(list, position), position);
    }

    /// <summary>Determines whether an operation reads a response, a status, or a text or date that a local holds.</summary>
    private bool IsRead(IOperation operation) =>
        ResponseTypes.IsResponse(operation.Type)
        || ResponseTypes.ReadsState(operation)
        || (_partition.IsDateUsed && ResponseTypes.ReadsDate(operation))
        || (operation is ILocalReferenceOperation local && _body.Locals.Find(local.Local) is { } definition && IsPart(definition));

    private bool IsPart(IOperation definition)
    {
        IOperation? value = definition switch
        {
            IPatternOperation { Parent: IPropertySubpatternOperation property } => property.Member,
            IPatternOperation { Parent: INegatedPatternOperation { Parent: IPropertySubpatternOperation property } } => property.Member,
            IPatternOperation { Parent: IIsPatternOperation match } => match.Value,
            IPatternOperation { Parent: INegatedPatternOperation { Parent: IIsPatternOperation match } } => match.Value,
            _ => definition,
        };

        while (value is IConditionalAccessOperation access)
            value = access.WhenNotNull;

        return value is not null && (ResponseTypes.ReadsStatusText(value.WithoutConversions()) || (_partition.IsDateUsed && ResponseTypes.ReadsDate(value.WithoutConversions())));
    }

    /// <summary>Determines whether the code that uses a value might tell a payer from a lookalike.</summary>
    private bool MayDecide(IOperation read)
    {
        // The values of these properties are conditions.
        if (read.Type.IsBoolean())
            return MayDifferIn(read, read);

        IOperation value = read;

        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IAwaitOperation or ICoalesceOperation
                    or IArrayInitializerOperation or IArrayCreationOperation { IsImplicit: true }:
                    value = parent;
                    continue;

                case IConditionalAccessOperation access when access.Operation == value:
                    // Other members of a response are reads of their own. The parts of a date or of a text aren't.
                    return !ResponseTypes.IsResponse(value.Type);

                case IConditionalAccessOperation:
                    value = parent;
                    continue;

                case IConditionalOperation choice when choice.Condition != value:
                    value = parent;
                    continue;

                case IPropertyReferenceOperation { Property: var property } when property.ContainingType.IsNullableValue():
                    if (property.Name == "HasValue")
                        return MayDifferIn(parent, read);

                    value = parent;
                    continue;

                case IMemberReferenceOperation member when member.Instance == value:
                    return !ResponseTypes.IsResponse(value.Type);

                case IPropertySubpatternOperation property when property.Member == value:
                    return FindMatch(property) is not { } match || MayDifferIn(match, read);

                case IInvocationOperation call when call.Instance == value:
                    switch (call.TargetMethod.Name)
                    {
                        case "GetInformationOrThrow":
                            return false;
                        case "ConfigureAwait" or "AsTask" or "WaitAsync" or "GetAwaiter" or "GetResult" or "GetValueOrDefault" or "ToString":
                            value = parent;
                            continue;
                        case "Equals":
                            return MayDifferIn(call, read);
                        default:
                            return call.TargetMethod.Name != "Wait";
                    }

                case IArgumentOperation { Parent: IInvocationOperation call }:
                    return call.TargetMethod.Name == "Equals" ? MayDifferIn(call, read) : !IsTelling(call.TargetMethod);

                // A date is required where a text needs it.
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IInterpolationOperation or IInterpolatedStringOperation when _partition.IsDateUsed:
                    value = parent;
                    continue;

                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IInterpolationOperation or INameOfOperation or IExpressionStatementOperation or IDiscardOperation:
                    return false;

                case IBinaryOperation or IIsPatternOperation or IIsTypeOperation:
                    return MayDifferIn(parent, read);

                case ISwitchOperation or ISwitchExpressionOperation:
                    return MayDifferIn(parent, read);

                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return !IsFollowed(local, value);

                case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                    return false;

                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when assignment.Value == value:
                    return !IsFollowed(target.Local, value);

                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } when target == value:
                    return false;

                default:
                    return true;
            }
        }

        return false;
    }

    /// <summary>Determines whether the reads of a local are found.</summary>
    private bool IsFollowed(ILocalSymbol local, IOperation value) =>
        ResponseTypes.IsResponse(local.Type) || (local.Type.SpecialType != SpecialType.System_Object && _body.Locals.Find(local) is not null && IsPart(value));

    private static bool IsOfStatus(IOperation read) =>
        ResponseTypes.IsStatus(read.Type) || (ResponseTypes.ReadsState(read) && read is IPropertyReferenceOperation { Property.Name: not "IsSuccess" });

    /// <summary>Determines whether a method only logs, prints or validates its arguments.</summary>
    private static bool IsTelling(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;

        if (type.Is("Console", "System") || type.Is("Debug", "Diagnostics", "System") || type.Is("Trace", "Diagnostics", "System") || type.Is("Activity", "Diagnostics", "System") || type.Is("TextWriter", "IO", "System"))
            return true;

        if (method.Name == "ThrowIfNull" && type.Is("ArgumentNullException", "System"))
            return true;

        return type.ContainingNamespace.IsNamed("Logging", "Extensions", "Microsoft") || type.ContainingNamespace.IsNamed("Serilog");
    }

    /// <summary>Returns the pattern match or the switch that a property pattern is part of.</summary>
    private static IOperation? FindMatch(IPropertySubpatternOperation property)
    {
        for (IOperation? around = property.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IPatternOperation or IPropertySubpatternOperation or IPatternCaseClauseOperation or ISwitchCaseOperation or ISwitchExpressionArmOperation:
                    continue;
                case IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation:
                    return around;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Determines whether a test, or the whole condition that contains it, might have different results for a payer and a lookalike.</summary>
    private bool MayDifferIn(IOperation test, IOperation read)
    {
        // Code that looks at the status doesn't decide by the date alone.
        if (_partition.IsDateUsed && IsOfStatus(read))
            return true;

        if (!MayDiffer(test))
            return false;

        IOperation whole = FindWhole(test);
        return whole == test || MayDiffer(whole);
    }

    private bool MayDiffer(IOperation test)
    {
        if (!_tests.TryGetValue(test, out bool mayDiffer))
            _tests.Add(test, mayDiffer = EvaluateDifference(test));

        return mayDiffer;
    }

    private bool EvaluateDifference(IOperation test) => test switch
    {
        ISwitchOperation choice => !AreSame(response => _evaluator.FindOutcome(choice, response)),
        ISwitchExpressionOperation choice when !choice.Type.IsBoolean() => !AreSame(response => _evaluator.FindOutcome(choice, response)),
        _ => !AreSame(response => _evaluator.EvaluateCondition(test, response) is { IsUnknown: false } value ? value : (object?)null),
    };

    private bool AreSame(Func<ResponseCase, object?> evaluate)
    {
        object? payer = evaluate(_partition.Payer);

        if (payer is null)
            return false;

        foreach (ResponseCase lookalike in _partition.Lookalikes)
        {
            if (!Equals(payer, evaluate(lookalike)))
                return false;
        }

        return true;
    }

    /// <summary>Returns the largest condition that a test is part of.</summary>
    private static IOperation FindWhole(IOperation test)
    {
        IOperation whole = test;

        while (whole.Parent is { } parent && whole.Type.IsBoolean())
        {
            bool isPart = parent switch
            {
                IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or ICoalesceOperation => parent.Type.IsBoolean(),
                IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } => true,
                IBinaryOperation or IConditionalOperation => parent.Type.IsBoolean(),
                IIsPatternOperation match => match.Value == whole,
                _ => false,
            };

            if (!isPart)
                break;

            whole = parent;
        }

        return whole;
    }
}
