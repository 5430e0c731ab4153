using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>The status codes that the member which sends a request expects in the response.</summary>
internal sealed class ExpectedStatus
{
    private const int BadRequest = 400;
    private const int Unauthorized = 401;
    private const int Forbidden = 403;

    private readonly HashSet<ISymbol> _variables = new(SymbolEqualityComparer.Default);
    private readonly HashSet<int> _statuses = [];

    private bool _isUsedOtherwise;

    private ExpectedStatus()
    {
    }

    /// <summary>Determines whether the member expects the response to an invalid request.</summary>
    /// <remarks>It compares the status with 400. Or it uses nothing but the status, and only to find out whether the access token is valid.</remarks>
    public static bool IsBadRequest(IInvocationOperation send)
    {
        ExpectedStatus uses = new();
        uses.ReadResponse(send);
        return uses._statuses.Contains(BadRequest) || (!uses._isUsedOtherwise && (uses._statuses.Contains(Unauthorized) || uses._statuses.Contains(Forbidden)));
    }

    private void ReadResponse(IOperation response)
    {
        IOperation whole = response.WithConversionsAround();

        switch (whole.Parent)
        {
            case IAwaitOperation awaited:
                ReadResponse(awaited);
                break;
            case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "WaitAsync" } wait when wait.Instance == whole:
                ReadResponse(wait);
                break;
            case IPropertyReferenceOperation { Property.Name: "Result" } result:
                ReadResponse(result);
                break;
            case IPropertyReferenceOperation { Property.Name: "StatusCode" } status:
                ReadStatus(status);
                break;
            case IIsPatternOperation match:
                AddStatuses(match.Pattern);
                break;
            case IVariableInitializerOperation or ISimpleAssignmentOperation:
                ReadVariable(whole, ReadResponse);
                break;
            case IUsingOperation or IInvocationOperation { TargetMethod.Name: "Dispose" }:
                break;
            default:
                _isUsedOtherwise = true;
                break;
        }
    }

    private void ReadStatus(IOperation status)
    {
        IOperation whole = status.WithConversionsAround();

        switch (whole.Parent)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                AddStatus(comparison.LeftOperand);
                AddStatus(comparison.RightOperand);
                break;
            case IIsPatternOperation match:
                AddStatuses(match.Pattern);
                break;
            case ISwitchExpressionOperation choice:
                foreach (ISwitchExpressionArmOperation arm in choice.Arms)
                    AddStatuses(arm.Pattern);

                break;
            case ISwitchOperation choice:
                foreach (ICaseClauseOperation clause in choice.Cases.SelectMany(static section => section.Clauses))
                    AddStatuses(clause);

                break;
            case IArgumentOperation { Parent: IInvocationOperation call }:
                ReadCall(call);
                break;
            case IInvocationOperation call when call.Instance == whole:
                ReadCall(call);
                break;
            case IVariableInitializerOperation or ISimpleAssignmentOperation:
                ReadVariable(whole, ReadStatus);
                break;
        }
    }

    /// <summary>Reads an assertion, such as <c>Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode)</c> or <c>response.StatusCode.Should().Be(HttpStatusCode.BadRequest)</c>.</summary>
    private void ReadCall(IInvocationOperation call)
    {
        if (call.TargetMethod.Name.IndexOf("Not", StringComparison.Ordinal) >= 0)
            return;

        foreach (IArgumentOperation argument in call.Arguments)
            AddStatus(argument.Value);

        if (call.Parent is IInvocationOperation next && next.Instance == call)
            ReadCall(next);
    }

    private void ReadVariable(IOperation value, Action<IOperation> read)
    {
        ISymbol? variable = value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local,
            _ => null,
        };

        if (variable is null)
            _isUsedOtherwise = true;
        else if (_variables.Add(variable))
            ReadReferences(value, variable, read);
    }

    private static void ReadReferences(IOperation value, ISymbol variable, Action<IOperation> read)
    {
        foreach (IOperation reference in MemberBody.Of(value).FindReferences(variable))
        {
            if (reference.Parent is not ISimpleAssignmentOperation assignment || assignment.Target != reference)
                read(reference);
        }
    }

    /// <summary>Adds the constants of a pattern or a <c>case</c> clause. A relational pattern compares with a group of statuses.</summary>
    private void AddStatuses(IOperation test)
    {
        foreach (IOperation part in test.WithDescendants())
        {
            if (part is IConstantPatternOperation or ISingleValueCaseClauseOperation)
                AddStatus(part.ChildOperations.First());
        }
    }

    private void AddStatus(IOperation value)
    {
        if (value.WithoutConversions().ConstantValue is { HasValue: true, Value: int status })
            _statuses.Add(status);
    }
}
