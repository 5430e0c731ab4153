using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Finds the elements of a collection of texts that <c>string.Join</c> or <c>string.Concat</c> receives.</summary>
internal static class TextElements
{
    /// <summary>Returns the elements, or null if the collection isn't known. An element that is null might be missing or be several.</summary>
    public static IReadOnlyList<IOperation?>? Find(AddressReader reader, IOperation collection)
    {
        if (!reader.TryStep())
            return null;

        switch (collection.WithoutConversions())
        {
            case IArrayCreationOperation { Initializer: { } array }:
                return array.ElementValues;

            // The values of a parameter with "params", which isn't always an array.
            case { IsImplicit: true } implied and not IConversionOperation:
                return [.. implied.ChildOperations];

            case { Syntax: CollectionExpressionSyntax list } bare:
                IOperation[] children = [.. bare.ChildOperations];
                return [.. list.Elements.Select(element => element is ExpressionElementSyntax { Expression: var expression } ? children.FirstOrDefault(child => child.WithoutConversions().Syntax == expression) : null)];

            case IObjectCreationOperation { Arguments.IsEmpty: true, Type.Name: "List" } creation:
                return [.. (creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty).Select(static each => each is IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var added] } ? added.Value : null)];

            case ILocalReferenceOperation local when LocalUses.Find(local) is { } uses && Find(reader, uses.Value) is { } elements:
                return FindInLocal(reader, local, uses, elements);

            default:
                return null;
        }
    }

    private static List<IOperation?>? FindInLocal(AddressReader reader, ILocalReferenceOperation use, LocalUses uses, IReadOnlyList<IOperation?> initial)
    {
        List<IOperation?> elements = [.. initial];

        foreach (ILocalReferenceOperation reference in uses.References)
        {
            if (reference.Syntax == use.Syntax)
                continue;

            switch (reference.Parent)
            {
                case IPropertyReferenceOperation { Property.Name: "Count" or "Length" }:
                    break;
                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var added] } call when call.Instance == reference && reader.TryStep():
                    elements.Add(reference.Syntax.SpanStart < use.Syntax.SpanStart && uses.IsAlwaysExecuted(call) ? added.Value : null);
                    break;
                default:
                    // Other code might change the collection.
                    return null;
            }
        }

        return elements;
    }
}
