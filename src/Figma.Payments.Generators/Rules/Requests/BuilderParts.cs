using System.Collections.Immutable;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>The parts of a <c>UriBuilder</c>. Each part must be set only once.</summary>
internal sealed class BuilderParts
{
    private BuilderParts()
    {
    }

    public IOperation? Address { get; private set; }

    public IOperation? Scheme { get; private set; }

    public IOperation? Host { get; private set; }

    public IOperation? Path { get; private set; }

    public IOperation? Query { get; private set; }

    /// <summary>Gets the last argument of the constructor with five, which is the query with its <c>?</c> or the fragment with its <c>#</c>.</summary>
    public IOperation? Extra { get; private set; }

    /// <summary>Creates the parts from the arguments of the constructor and from its initializer, or returns null if one of them isn't supported.</summary>
    public static BuilderParts? Create(IObjectCreationOperation creation)
    {
        ImmutableArray<IArgumentOperation> arguments = creation.Arguments;

        BuilderParts parts = new()
        {
            Address = arguments.Length == 1 ? arguments[0].Value : null,
            Scheme = arguments.Length > 1 ? arguments.ValueOf(0) : null,
            Host = arguments.Length > 1 ? arguments.ValueOf(1) : null,
            Path = arguments.ValueOf(3),
            Extra = arguments.ValueOf(4),
        };

        foreach (IOperation set in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (set is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } assignment || !parts.TrySet(name, assignment.Value))
                return null;
        }

        return parts;
    }

    /// <summary>Sets a part and returns false if the part was already set or isn't supported.</summary>
    public bool TrySet(string name, IOperation value)
    {
        switch (name)
        {
            case "Scheme" when Scheme is null && Address is null:
                Scheme = value;
                return true;
            case "Host" when Host is null && Address is null:
                Host = value;
                return true;
            case "Path" when Path is null:
                Path = value;
                return true;
            case "Query" when Query is null && Extra is null:
                Query = value;
                return true;
            default:
                return name == "Port";
        }
    }
}
