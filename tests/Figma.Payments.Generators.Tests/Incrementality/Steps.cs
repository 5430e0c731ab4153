using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Tests.Incrementality;

/// <summary>The generator's own steps in a run. Roslyn's inner steps are not considered.</summary>
internal static class Steps
{
    /// <summary>Gets the names of the steps from <see cref="TrackingNames"/>.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(TrackingNames)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => (string)field.GetRawConstantValue()!),
    ];

    /// <summary>Gets the reason for each output of each step.</summary>
    public static IEnumerable<(string Step, IncrementalStepRunReason Reason)> Reasons(GeneratorRun run) =>
        from step in run.Result.TrackedSteps
        where Names.Contains(step.Key)
        from execution in step.Value
        from output in execution.Outputs
        select (step.Key, output.Reason);

    /// <summary>Gets the reason for each generated file.</summary>
    public static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRun run) =>
        from step in run.Result.TrackedOutputSteps
        from execution in step.Value
        from output in execution.Outputs
        select output.Reason;

    /// <summary>Gets every value that a step keeps.</summary>
    public static IEnumerable<object> Values(GeneratorRun run) =>
        from step in run.Result.TrackedSteps
        where Names.Contains(step.Key)
        from execution in step.Value
        from output in execution.Outputs
        select output.Value;

    public static bool IsCached(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}
