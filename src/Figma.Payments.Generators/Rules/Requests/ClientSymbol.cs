using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Finds the symbol that contains an <c>HttpClient</c>.</summary>
internal static class ClientSymbol
{
    /// <summary>Returns the local variable, the parameter or the member, or null if there is none.</summary>
    public static ISymbol? Find(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => property.Property,

        // For an object initializer, the symbol is the variable that is initialized.
        IObjectCreationOperation creation when creation.WithConversionsAround().Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
        _ => null,
    };
}
