using System;
using System.Collections.Immutable;
using System.Linq;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>All shapes, by kind.</summary>
internal static class ShapeTable
{
    public static readonly ImmutableArray<(string Kind, ImmutableArray<Shape> Shapes)> Kinds =
    [
        ("compiler's nullable state", NullableStateShapes.All),
        ("unseen writes", UnseenWriteShapes.All),
        ("code that does not run", SkippedCodeShapes.All),
        ("exceptions", ExceptionShapes.All),
        ("values", ValueShapes.All),
        ("extension properties", ExtensionPropertyShapes.All),
        ("stale facts", StaleFactShapes.All),
        ("indirect closures", ClosureShapes.All),
        ("calls that are compiled away", RemovedCallShapes.All),
        ("conditions that always hold", ConstantConditionShapes.All),
        ("methods that do not return", NonReturningMethodShapes.All),
        ("paths that end", EndingPathShapes.All),
        ("handlers", HandlerShapes.All),
        ("callers and creations", CallerAndCreationShapes.All),
        ("conditional methods", ConditionalMethodShapes.All),
        ("replaced after the compiler's test", CompilerStateShapes.All),
        ("receivers of the call", ReceiverShapes.All),
        ("targets of assignments", TargetShapes.All),
        ("interrupted expressions", InterruptedExpressionShapes.All),
        ("known callers", KnownCallerShapes.All),
        ("unexpected operations", UnexpectedOperationShapes.All),
        ("elements of tuples", TupleShapes.All),
        ("captured choices", CapturedChoiceShapes.All),
    ];

    /// <summary>The shapes whose syntax the compiler that runs the tests has.</summary>
    public static readonly ImmutableArray<Shape> Supported = [.. Kinds.SelectMany(static kind => kind.Shapes).Where(static shape => shape.IsSupported)];

    public static Shape Find(string name) => Supported.Single(shape => string.Equals(shape.Name, name, StringComparison.Ordinal));
}
