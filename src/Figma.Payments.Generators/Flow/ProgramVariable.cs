using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>A variable of the analyzed code: a local, a parameter or a flow capture.</summary>
/// <param name="owner">The symbol, or the ID of the flow capture.</param>
/// <param name="index">The index of the variable in a state.</param>
/// <param name="isTracked">A value that indicates whether only the code in sight can change the variable.</param>
internal sealed class ProgramVariable(object owner, int index, bool isTracked)
{
    public object Owner { get; } = owner;

    public int Index { get; } = index;

    public bool IsTracked { get; } = isTracked;

    /// <summary>Gets or sets the value at the entry, or null if it wasn't created yet.</summary>
    public ValueSummary? InitialValue { get; set; }

    /// <summary>Returns the symbol or capture ID of the variable that an operation reads or writes, or null if there is none.</summary>
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
