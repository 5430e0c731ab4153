using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Evaluates the query that is created from a collection of parameters.</summary>
internal static class QueryPairs
{
    /// <summary>Returns the query without a question mark.</summary>
    public static AddressText Read(AddressReader reader, IOperation collection)
    {
        AddressText query = new();
        Append(reader, query, collection.WithoutConversions());
        return query;
    }

    /// <summary>Appends <c>key=value</c>. Unknown keys and values are unknown parts.</summary>
    public static void Append(AddressText query, IOperation key, IOperation value)
    {
        if (query.Parts.Count > 0)
            query.Add("&");

        // Some APIs omit a null value and others send an empty one, so the parameter is uncertain.
        if (key.WithoutConversions().ConstantValue is not { HasValue: true, Value: string name } || !IsSpecified(value))
        {
            query.Add(AddressPartKind.Anything);
            return;
        }

        query.Add(name + "=");
        query.Add(AddressPartKind.Value);
    }

    private static void Append(AddressReader reader, AddressText query, IOperation collection)
    {
        if (!reader.TryStep())
        {
            query.Add(AddressPartKind.Anything);
            return;
        }

        switch (collection)
        {
            case ILocalReferenceOperation local when LocalUses.Find(local) is { } uses:
                AppendLocal(reader, query, local, uses);
                break;

            case IObjectCreationOperation creation when creation.Arguments.IsEmpty || !HasContent(creation.Arguments.ValueOf(0)?.Type):
                AppendInitializers(query, creation.Initializer);
                break;

            case IArrayCreationOperation { Initializer: { } array }:
                foreach (IOperation element in array.ElementValues)
                    AppendElement(query, element.WithoutConversions());

                break;

            case { Syntax: CollectionExpressionSyntax list }:
                AppendElements(query, list, collection);
                break;

            case IInvocationOperation { TargetMethod: { Name: "ParseQueryString" } method, Arguments: { Length: > 0 } arguments }
                when method.ContainingType.Is("HttpUtility", "Web", "System"):
                query.Add(reader.ReadPart(arguments[0].Value).WithoutQuestionMark());
                break;

            default:
                query.Add(AddressPartKind.Anything);
                break;
        }
    }

    private static void AppendLocal(AddressReader reader, AddressText query, ILocalReferenceOperation use, LocalUses uses)
    {
        AddressText known = new();
        Append(reader, known, uses.Value.WithoutConversions());
        bool isChanged = false;

        foreach (ILocalReferenceOperation reference in uses.References)
        {
            if (reference.Syntax == use.Syntax)
                continue;

            if (IsRead(reference))
                continue;

            if (FindAdded(reference) is not { } added)
            {
                // Other code might change the collection.
                query.Add(AddressPartKind.Anything);
                return;
            }

            if (reference.Syntax.SpanStart < use.Syntax.SpanStart && uses.IsAlwaysExecuted(added.Operation))
                Append(known, added.Key, added.Value);
            else
                isChanged = true;
        }

        query.Add(known);

        if (!isChanged)
            return;

        query.Add("&");
        query.Add(AddressPartKind.Anything);
    }

    private static void AppendInitializers(AddressText query, IObjectOrCollectionInitializerOperation? initializer)
    {
        if (initializer is null)
            return;

        foreach (IOperation element in initializer.Initializers)
        {
            switch (element)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } index } } assignment:
                    Append(query, index[0].Value, assignment.Value);
                    break;

                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 2 } pair } when pair.ValueOf(0) is { } key && pair.ValueOf(1) is { } value:
                    Append(query, key, value);
                    break;

                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 1 } only }:
                    AppendElement(query, only[0].Value.WithoutConversions());
                    break;

                default:
                    AppendElement(query, element);
                    break;
            }
        }
    }

    // The operation of a collection expression depends on the compiler version, but its children are always the elements.
    private static void AppendElements(AddressText query, CollectionExpressionSyntax list, IOperation collection)
    {
        IOperation[] children = [.. collection.ChildOperations.Select(static child => child.WithoutConversions())];

        foreach (CollectionElementSyntax element in list.Elements)
        {
            IOperation? pair = element is ExpressionElementSyntax { Expression: var expression } ? children.FirstOrDefault(child => child.Syntax == expression) : null;
            AppendElement(query, pair);
        }
    }

    private static void AppendElement(AddressText query, IOperation? element)
    {
        if (FindPair(element) is var (key, value))
        {
            Append(query, key, value);
            return;
        }

        if (query.Parts.Count > 0)
            query.Add("&");

        query.Add(AddressPartKind.Anything);
    }

    private static (IOperation Key, IOperation Value)? FindPair(IOperation? element)
    {
        ImmutableArray<IArgumentOperation> pair = element switch
        {
            IObjectCreationOperation { Type.Name: "KeyValuePair" } creation => creation.Arguments,
            IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "KeyValuePair" } } call => call.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };

        return pair.Length == 2 && pair.ValueOf(0) is { } key && pair.ValueOf(1) is { } value ? (key, value) : null;
    }

    private static (IOperation Operation, IOperation Key, IOperation Value)? FindAdded(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } index, Parent: ISimpleAssignmentOperation assignment } property
            when assignment.Target == property => (assignment, index[0].Value, assignment.Value),
        IInvocationOperation { TargetMethod.Name: "Add" or "Set", Arguments: { Length: 2 } pair } call
            when call.Instance == reference && pair.ValueOf(0) is { } key && pair.ValueOf(1) is { } value => (call, key, value),
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 1 } only } call
            when call.Instance == reference && FindPair(only[0].Value.WithoutConversions()) is var (key, value) => (call, key, value),
        _ => null,
    };

    private static bool IsRead(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IPropertyReferenceOperation { Parent: IAssignmentOperation assignment } property => assignment.Target != property,
        IPropertyReferenceOperation => true,
        IInvocationOperation { TargetMethod.Name: "ToString" or "ContainsKey" or "TryGetValue" or "Get" } => true,
        _ => false,
    };

    private static bool HasContent(ITypeSymbol? type) => type is not { SpecialType: SpecialType.System_Int32 } and not { Name: "StringComparer" };

    private static bool IsSpecified(IOperation value)
    {
        IOperation bare = value.WithoutConversions();

        if (bare.ConstantValue is { HasValue: true, Value: var constant })
            return constant is not null and not "";

        if (bare is IInvocationOperation { TargetMethod.Name: "ToString", Instance.Type.IsValueType: true } call)
            return call.Instance.Type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;

        return bare.SemanticModel is { } model && model.GetTypeInfo(bare.Syntax).Nullability.FlowState == NullableFlowState.NotNull;
    }
}
