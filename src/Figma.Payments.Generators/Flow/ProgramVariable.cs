using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>What holds a value: a local, a parameter or a flow capture. In one analysis, there is one for each.</summary>
/// <param name="owner">The symbol, or the capture's id.</param>
/// <param name="index">Its place among all of them.</param>
/// <param name="isTracked">Whether nothing but the code in sight can change it.</param>
internal sealed class ProgramVariable(object owner, int index, bool isTracked)
{
    public object Owner { get; } = owner;

    public int Index { get; } = index;

    public bool IsTracked { get; } = isTracked;

    /// <summary>What it is before anything is done, once somebody asked.</summary>
    public ValueSummary? InitialValue { get; set; }

    /// <summary>The owner of what an operation reads or writes, where that is a variable.</summary>
    public static object? OwnerOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation { Local.IsRef: false } local => local.Local,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => capture.Id,
        IFlowCaptureOperation capture => capture.Id,
        IDeclarationExpressionOperation declaration => OwnerOf(declaration.Expression),
        _ => null,
    };

    public static ITypeSymbol? TypeOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.Type,
        IParameterReferenceOperation parameter => parameter.Parameter.Type,
        IFlowCaptureOperation capture => capture.Value.Type,
        IDeclarationExpressionOperation declaration => TypeOf(declaration.Expression),
        _ => operation.Type,
    };
}
