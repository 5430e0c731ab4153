using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Which <c>HttpClient</c> is meant.</summary>
internal static class ClientSymbol
{
    /// <summary>The local, the parameter or the member that holds it; null where none does.</summary>
    public static ISymbol? Find(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => property.Property,

        // Set where the client is made: it is the local, or the member, that takes it.
        IObjectCreationOperation creation when creation.WithConversionsAround().Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
        _ => null,
    };
}
