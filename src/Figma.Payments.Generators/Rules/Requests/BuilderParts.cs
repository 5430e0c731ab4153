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

    /// <summary>Creates the parts from the arguments of the constructor, or returns null if the constructor isn't supported.</summary>
    public static BuilderParts? Create(IObjectCreationOperation creation)
    {
        ImmutableArray<IArgumentOperation> arguments = creation.Arguments;

        return arguments.Length > 4 ? null : new BuilderParts
        {
            Address = arguments.Length == 1 ? arguments[0].Value : null,
            Scheme = arguments.Length > 1 ? arguments.ValueOf(0) : null,
            Host = arguments.Length > 1 ? arguments.ValueOf(1) : null,
            Path = arguments.ValueOf(3),
        };
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
            case "Query" when Query is null:
                Query = value;
                return true;
            default:
                return name == "Port";
        }
    }
}
