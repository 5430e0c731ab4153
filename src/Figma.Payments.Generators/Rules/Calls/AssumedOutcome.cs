using System.Collections.Immutable;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>An assumed outcome of a condition that is a local or a parameter.</summary>
/// <param name="Subject">The local or parameter.</param>
/// <param name="IsTrue">The assumed value.</param>
internal sealed record AssumedOutcome(ISymbol Subject, bool IsTrue)
{
    /// <summary>Returns the outcome of a condition under the assumption, or null if it is about something else.</summary>
    public bool? Evaluate(IOperation condition) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => !Evaluate(not.Operand),
        _ => SymbolEqualityComparer.Default.Equals(SubjectOf(condition), Subject) ? IsTrue : null,
    };

    /// <summary>
    /// Determines whether a call specifies exactly one resource with either outcome of a condition in its arguments, as in
    /// <c>pluginId: isPlugin ? plugin : null, widgetId: isPlugin ? null : widget</c>.
    /// </summary>
    /// <remarks>On each path to the call, the condition has one of the two outcomes, and the arguments don't change it.</remarks>
    public static bool SpecifiesOneEitherWay(ResourceCall call)
    {
        ISymbol? subject = null;

        foreach (IArgumentOperation? argument in call.Arguments)
        {
            if (argument?.Value.WithoutConversions() is IConditionalOperation conditional)
                subject ??= SubjectOf(conditional.Condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not ? not.Operand : conditional.Condition);
        }

        return subject is not null
            && SpecifiesOne(call.Arguments, new AssumedOutcome(subject, true))
            && SpecifiesOne(call.Arguments, new AssumedOutcome(subject, false))
            && !WritesAnything(call.Operation);
    }

    private static bool SpecifiesOne(ImmutableArray<IArgumentOperation?> arguments, AssumedOutcome assumed)
    {
        int given = 0;

        foreach (IArgumentOperation? argument in arguments)
        {
            Presence presence = argument is null ? Presence.Unknown : ArgumentPresence.Of(argument, assumed);

            if (presence == Presence.Unknown)
                return false;

            given += presence == Presence.Given ? 1 : 0;
        }

        return given == 1;
    }

    private static bool WritesAnything(IOperation call)
    {
        foreach (IOperation operation in call.WithDescendants())
        {
            if (operation is IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation { Parameter: null or { RefKind: RefKind.Ref or RefKind.Out } })
                return true;
        }

        return false;
    }

    private static ISymbol? SubjectOf(IOperation condition) => condition switch
    {
        ILocalReferenceOperation { Local.IsRef: false } local => local.Local,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => parameter.Parameter,
        _ => null,
    };
}
