using System.Collections.Immutable;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>What a <c>UriBuilder</c> is given, part by part: each once, or it is not known what it builds.</summary>
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

    /// <summary>What the constructor is given; null where that is more than is known here.</summary>
    public static BuilderParts? Of(IObjectCreationOperation creation)
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

    /// <summary>Notes a property that is set; false where that changes what was noted before, or what is not known here.</summary>
    public bool Take(string name, IOperation value)
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
