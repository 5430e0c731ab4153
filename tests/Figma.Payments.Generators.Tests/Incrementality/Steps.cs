using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Oracle;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Tests.Incrementality;

/// <summary>What the generator's own steps did in a run; Roslyn's inner ones are not ours to judge.</summary>
internal static class Steps
{
    /// <summary>The names of our steps, read from where the generator reads them.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(TrackingNames)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => (string)field.GetRawConstantValue()!),
    ];

    /// <summary>Why each output of each of our steps is what it is.</summary>
    public static IEnumerable<(string Step, IncrementalStepRunReason Reason)> Reasons(GeneratorRun run) =>
        from step in run.Result.TrackedSteps
        where Names.Contains(step.Key)
        from execution in step.Value
        from output in execution.Outputs
        select (step.Key, output.Reason);

    /// <summary>Why each generated file is what it is.</summary>
    public static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRun run) =>
        from step in run.Result.TrackedOutputSteps
        from execution in step.Value
        from output in execution.Outputs
        select output.Reason;

    /// <summary>Every value that a step of ours keeps.</summary>
    public static IEnumerable<object> Values(GeneratorRun run) =>
        from step in run.Result.TrackedSteps
        where Names.Contains(step.Key)
        from execution in step.Value
        from output in execution.Outputs
        select output.Value;

    public static bool IsCached(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}
