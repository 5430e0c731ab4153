using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Analysis.Requests;

/// <summary>A <c>UriBuilder</c> → the address that it builds.</summary>
internal static class BuilderReader
{
    /// <summary>Adds what a builder makes that is used where it is made.</summary>
    public static void Append(AddressReader reader, AddressText address, IObjectCreationOperation creation)
    {
        IOperation? query = null;
        IOperation? path = null;

        foreach (IOperation set in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (set is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } assignment || !Take(name, assignment.Value, ref path, ref query))
            {
                address.Add(AddressPartKind.Anything);
                return;
            }
        }

        Append(reader, address, creation, path, query, isOpen: false);
    }

    /// <summary>Adds what a builder makes that a local holds.</summary>
    public static void Append(AddressReader reader, AddressText address, LocalUses uses, ILocalReferenceOperation use)
    {
        IOperation? query = null;
        IOperation? path = null;
        bool isOpen = false;

        if (uses.Value.WithoutConversions() is not IObjectCreationOperation { Initializer: null } creation)
        {
            address.Add(AddressPartKind.Anything);
            return;
        }

        foreach (ILocalReferenceOperation reference in uses.References)
        {
            if (reference.Syntax == use.Syntax || reference.Parent is IInvocationOperation { TargetMethod.Name: "ToString" })
                continue;

            bool isRead = reference.Parent is IPropertyReferenceOperation { Property.Name: "Uri" };

            if (isRead)
                continue;

            // Whatever else is done with it may change all of it.
            if (reference.Parent is not IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } property || assignment.Target != property)
            {
                address.Add(AddressPartKind.Anything);
                return;
            }

            bool isKnown = uses.IsAlwaysDone(assignment) && reference.Syntax.SpanStart < use.Syntax.SpanStart;

            if (isKnown && Take(property.Property.Name, assignment.Value, ref path, ref query))
                continue;

            if (property.Property.Name != "Query")
            {
                address.Add(AddressPartKind.Anything);
                return;
            }

            query = null;
            isOpen = true;
        }

        Append(reader, address, creation, path, isOpen ? null : query, isOpen);
    }

    /// <summary>Notes a property that is set once.</summary>
    private static bool Take(string name, IOperation value, ref IOperation? path, ref IOperation? query)
    {
        switch (name)
        {
            case "Query" when query is null:
                query = value;
                return true;
            case "Path" when path is null:
                path = value;
                return true;
            default:
                return name == "Port";
        }
    }

    private static void Append(AddressReader reader, AddressText address, IObjectCreationOperation creation, IOperation? path, IOperation? query, bool isOpen)
    {
        if (creation.Arguments.Length != 1 || !reader.Step())
        {
            address.Add(AddressPartKind.Anything);
            return;
        }

        AddressText start = reader.ReadPart(creation.Arguments[0].Value);

        if (path is null && query is null && !isOpen)
        {
            address.Add(start);
            return;
        }

        AppendStart(reader, address, start, path);

        if (isOpen)
            address.Add(AddressPartKind.Anything);
        else if (query is not null)
            AppendQuery(address, reader.ReadPart(query));
    }

    private static void AppendStart(AddressReader reader, AddressText address, AddressText start, IOperation? path)
    {
        bool isKnown = start.Parts.Count == 1 && start.Parts[0].Kind == AddressPartKind.Text;

        if (path is null && !start.Contains('?'))
            address.Add(start);
        else if (isKnown && path is not null && Uri.TryCreate(start.Parts[0].Text, UriKind.Absolute, out Uri? known))
            AppendPath(address, known, reader.ReadPart(path));
        else
            address.Add(AddressPartKind.Anything);
    }

    private static void AppendPath(AddressText address, Uri start, AddressText path)
    {
        address.Add(start.GetLeftPart(UriPartial.Authority));

        if (path.Parts.Count > 0 && !path.Parts[0].Text.StartsWith("/", StringComparison.Ordinal))
            address.Add("/");

        address.Add(path);
    }

    private static void AppendQuery(AddressText address, AddressText query)
    {
        if (query.Parts.Count == 0 || !query.Parts[0].Text.StartsWith("?", StringComparison.Ordinal))
            address.Add("?");

        address.Add(query);
    }
}
