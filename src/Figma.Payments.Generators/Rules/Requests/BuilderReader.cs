using System;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Evaluates the address that a <c>UriBuilder</c> creates.</summary>
internal static class BuilderReader
{
    /// <summary>Appends the address of a builder that is used where it is created.</summary>
    public static void Append(AddressReader reader, AddressText address, IObjectCreationOperation creation)
    {
        if (BuilderParts.Create(creation) is not { } parts)
        {
            address.Add(AddressPartKind.Anything);
            return;
        }

        Append(reader, address, parts, isOpen: false);
    }

    /// <summary>Appends the address of a builder in a local variable.</summary>
    public static void Append(AddressReader reader, AddressText address, LocalUses uses, ILocalReferenceOperation use)
    {
        bool isOpen = false;

        if (uses.Value.WithoutConversions() is not IObjectCreationOperation creation || BuilderParts.Create(creation) is not { } parts)
        {
            address.Add(AddressPartKind.Anything);
            return;
        }

        foreach (ILocalReferenceOperation reference in uses.References)
        {
            if (reference.Syntax == use.Syntax || reference.Parent is IInvocationOperation { TargetMethod.Name: "ToString" })
                continue;

            if (reference.Parent is IPropertyReferenceOperation read && !LocalUses.IsWritten(read))
                continue;

            // Any other use might change the builder.
            if (reference.Parent is not IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } property || assignment.Target != property)
            {
                address.Add(AddressPartKind.Anything);
                return;
            }

            if (uses.IsExecutedAfter(assignment, use))
                continue;

            bool isKnown = uses.IsAlwaysExecuted(assignment) && reference.Syntax.SpanStart < use.Syntax.SpanStart;

            if (isKnown && parts.TrySet(property.Property.Name, assignment.Value))
                continue;

            if (property.Property.Name != "Query")
            {
                address.Add(AddressPartKind.Anything);
                return;
            }

            isOpen = true;
        }

        Append(reader, address, parts, isOpen);
    }

    private static void Append(AddressReader reader, AddressText address, BuilderParts parts, bool isOpen)
    {
        if (!reader.TryStep())
        {
            address.Add(AddressPartKind.Anything);
            return;
        }

        AddressText start = parts.Address is { } whole ? reader.ReadPart(whole) : ReadHost(reader, parts);
        AddressText? query = !isOpen && (parts.Query ?? parts.Extra) is { } set ? reader.ReadPart(set) : null;

        if (parts.Path is null && query is null && !isOpen)
        {
            address.Add(start);
            return;
        }

        // The constructor's address might have a query, which remains if only the path is set.
        if (parts.Address is not null && start.Split() is var (before, own))
        {
            start = before;
            query ??= isOpen || own.Parts.Count == 0 ? null : own;
        }

        AppendStart(reader, address, start, parts.Path);

        if (isOpen || (parts.Extra is not null && !IsQuery(query!)))
            address.Add(AddressPartKind.Anything);
        else if (query is not null)
            AppendQuery(address, query);
    }

    /// <summary>Reads the scheme and the host. Their defaults are <c>http</c> and <c>localhost</c>.</summary>
    private static AddressText ReadHost(AddressReader reader, BuilderParts parts)
    {
        AddressText start = new();
        AddPart(parts.Scheme, "http");
        start.Add("://");
        AddPart(parts.Host, "localhost");
        return start;

        void AddPart(IOperation? part, string otherwise)
        {
            if (part is null)
                start.Add(otherwise);
            else if (part is IFieldReferenceOperation { Field: { Name: "UriSchemeHttps" } field } && field.ContainingType.Is("Uri", "System"))
                start.Add(Uri.UriSchemeHttps);
            else
                start.Add(reader.ReadPart(part));
        }
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

    private static bool IsQuery(AddressText text) => text.Parts.Count > 0 && text.Parts[0].Text.StartsWith("?", StringComparison.Ordinal);

    private static void AppendQuery(AddressText address, AddressText query)
    {
        if (!IsQuery(query))
            address.Add("?");

        address.Add(query);
    }
}
