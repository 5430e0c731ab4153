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
        QueryEntries entries = new(reader);
        Read(reader, entries, collection.WithoutConversions());
        return entries.ToText();
    }

    /// <summary>Returns <c>key=value</c>. Unknown keys and values are unknown parts.</summary>
    public static AddressText Read(AddressReader reader, IOperation key, IOperation value)
    {
        QueryEntries entries = new(reader);
        entries.Add(key, value);
        return entries.ToText();
    }

    private static void Read(AddressReader reader, QueryEntries entries, IOperation collection)
    {
        if (!reader.TryStep())
        {
            entries.MakeUnknown();
            return;
        }

        switch (collection)
        {
            case ILocalReferenceOperation local when LocalUses.Find(local) is { } uses:
                Read(reader, entries, uses.Value.WithoutConversions());
                ReadChanges(reader, entries, local, uses);
                break;

            case IObjectCreationOperation creation when creation.Arguments.IsEmpty || !HasContent(creation.Arguments.ValueOf(0)?.Type):
                ReadInitializers(entries, creation.Initializer);
                break;

            case IArrayCreationOperation { Initializer: { } array }:
                foreach (IOperation element in array.ElementValues)
                    AddElement(entries, element.WithoutConversions());

                break;

            case { Syntax: CollectionExpressionSyntax list }:
                ReadElements(entries, list, collection);
                break;

            case IInvocationOperation { TargetMethod: { Name: "ParseQueryString" } method, Arguments: { Length: > 0 } arguments }
                when method.ContainingType.Is("HttpUtility", "Web", "System"):
                entries.AddQuery(reader.ReadPart(arguments[0].Value).WithoutQuestionMark());
                break;

            default:
                entries.MakeUnknown();
                break;
        }
    }

    private static void ReadChanges(AddressReader reader, QueryEntries entries, ILocalReferenceOperation use, LocalUses uses)
    {
        foreach (ILocalReferenceOperation reference in uses.References)
        {
            if (reference.Syntax == use.Syntax || IsRead(reference))
                continue;

            if (!reader.TryStep() || FindChange(reference) is not { } change)
            {
                // Other code might change the collection.
                entries.MakeUnknown();
                return;
            }

            bool isCertain = reference.Syntax.SpanStart < use.Syntax.SpanStart && uses.IsAlwaysExecuted(change.Operation);

            if (isCertain)
                Apply(entries, change);
            else if (change.Key is { } key)
                entries.MakeUncertain(key);
            else
                entries.MakeUnknown();
        }
    }

    private static void Apply(QueryEntries entries, Change change)
    {
        switch (change.Kind)
        {
            case ChangeKind.Add:
                entries.Add(change.Key!, change.Value!);
                break;
            case ChangeKind.Set:
                entries.Set(change.Key!, change.Value!);
                break;
            case ChangeKind.Remove:
                entries.Remove(change.Key!);
                break;
            default:
                entries.Clear();
                break;
        }
    }

    private static void ReadInitializers(QueryEntries entries, IObjectOrCollectionInitializerOperation? initializer)
    {
        if (initializer is null)
            return;

        foreach (IOperation element in initializer.Initializers)
        {
            switch (element)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } index } } assignment:
                    entries.Set(index[0].Value, assignment.Value);
                    break;

                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 2 } pair } when pair.ValueOf(0) is { } key && pair.ValueOf(1) is { } value:
                    entries.Add(key, value);
                    break;

                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 1 } only }:
                    AddElement(entries, only[0].Value.WithoutConversions());
                    break;

                default:
                    AddElement(entries, element);
                    break;
            }
        }
    }

    // The operation of a collection expression depends on the compiler version, but its children are always the elements.
    private static void ReadElements(QueryEntries entries, CollectionExpressionSyntax list, IOperation collection)
    {
        IOperation[] children = [.. collection.ChildOperations.Select(static child => child.WithoutConversions())];

        foreach (CollectionElementSyntax element in list.Elements)
            AddElement(entries, element is ExpressionElementSyntax { Expression: var expression } ? children.FirstOrDefault(child => child.Syntax == expression) : null);
    }

    private static void AddElement(QueryEntries entries, IOperation? element)
    {
        if (FindPair(element) is var (key, value))
            entries.Add(key, value);
        else
            entries.Open();
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

    private static Change? FindChange(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } index, Parent: ISimpleAssignmentOperation assignment } property
            when assignment.Target == property => new(ChangeKind.Set, assignment, index[0].Value, assignment.Value),
        IInvocationOperation { Arguments: { Length: 2 } pair } call
            when call.Instance == reference && FindKind(call) is { } kind && pair.ValueOf(0) is { } key && pair.ValueOf(1) is { } value => new(kind, call, key, value),
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 1 } only } call
            when call.Instance == reference && FindPair(only[0].Value.WithoutConversions()) is var (key, value) => new(ChangeKind.Add, call, key, value),
        IInvocationOperation { TargetMethod.Name: "Remove", Arguments: [{ Value: { Type.SpecialType: SpecialType.System_String } key }] } call
            when call.Instance == reference => new(ChangeKind.Remove, call, key, null),
        IInvocationOperation { TargetMethod.Name: "Clear", Arguments.IsEmpty: true } call
            when call.Instance == reference => new(ChangeKind.Clear, call, null, null),
        _ => null,
    };

    private static ChangeKind? FindKind(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "Add" => ChangeKind.Add,
        "Set" => ChangeKind.Set,
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

    private enum ChangeKind
    {
        Add,
        Set,
        Remove,
        Clear,
    }

    private sealed record Change(ChangeKind Kind, IOperation Operation, IOperation? Key, IOperation? Value);
}
