using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using Figma.Payments.Generators.Rules.Calls;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>
/// Each shape of argument for each of the three parameters, once alone and once next to an ID that is certainly specified. The two
/// results together distinguish specified, absent and unknown IDs.
/// </summary>
internal sealed class TruthTable
{
    private const string Method = "RequestAsync";

    private static readonly string[] Parameters = ["communityFileId", "pluginId", "widgetId"];

    private readonly StringBuilder _source = new(Scaffold.Shared);
    private readonly ImmutableArray<TruthCell>.Builder _cells = ImmutableArray.CreateBuilder<TruthCell>();

    private TruthTable()
    {
        for (int index = 0; index < Parameters.Length; index++)
        {
            string type = TypeOf(index);
            _source.Append(Scaffold.OfType.Replace("$T", type)).Append(Scaffold.OpenClass.Replace("$T", type));
            Add("ids", index, IdShapes.All, IdShapes.Representatives);
            Add("texts", index, TextShapes.All, TextShapes.Representatives);
            Add("numbers", index, NumberShapes.All, NumberShapes.Representatives);
            _source.Append("}\n");
        }
    }

    /// <summary>Specifies the form of the arguments of a call.</summary>
    private enum CallForm
    {
        Named,
        Positional,
        Reordered,
    }

    public static (string Source, ImmutableArray<TruthCell> Cells) Build()
    {
        TruthTable table = new();
        return (table._source.ToString(), table._cells.ToImmutable());
    }

    private void Add(string receiver, int index, ImmutableArray<ArgumentShape> shapes, ImmutableArray<ArgumentShape> representatives)
    {
        foreach (ArgumentShape shape in shapes)
            Add(receiver, index, CallForm.Named, shape);

        foreach (ArgumentShape shape in representatives)
        {
            Add(receiver, index, CallForm.Positional, shape);
            Add(receiver, index, CallForm.Reordered, shape);
        }
    }

    private void Add(string receiver, int index, CallForm form, ArgumentShape shape)
    {
        string? code = shape.Code?.Replace("$T", TypeOf(index));
        string name = $"{receiver}, {Parameters[index]}, {form.ToString().ToLowerInvariant()}: {code ?? "(omitted)"}";

        Add(name + " | alone", index, receiver, Arguments(receiver, index, form, code, isNextToAnother: false), shape.Presence == Presence.Absent ? "FPG2001" : null);
        Add(name + " | next to another", index, receiver, Arguments(receiver, index, form, code, isNextToAnother: true), shape.Presence == Presence.Given ? "FPG2002" : null);
    }

    private void Add(string name, int index, string receiver, string arguments, string? rule)
    {
        _source.Append(Scaffold.OpenMethod
            .Replace("$N", _cells.Count.ToString(CultureInfo.InvariantCulture))
            .Replace("$T", TypeOf(index)));

        _source.Append("        await ").Append(receiver).Append('.');
        TextSpan span = new(_source.Length, Method.Length);
        _source.Append(Method).Append('(').Append(arguments).Append(");\n    }\n");
        _cells.Add(new TruthCell(name, span, rule));
    }

    private static string Arguments(string receiver, int index, CallForm form, string? code, bool isNextToAnother)
    {
        string?[] values = new string?[Parameters.Length];
        values[index] = code;

        if (isNextToAnother)
        {
            values[(index + 1) % Parameters.Length] = receiver switch
            {
                "ids" => "new(\"2\")",
                "texts" => "\"2\"",
                _ => "2",
            };
        }

        if (form == CallForm.Positional)
            return string.Join(", ", values.Select(static value => value ?? "null").Prepend("user"));

        IEnumerable<string> named = Enumerable.Range(0, Parameters.Length)
            .Where(i => values[i] is not null)
            .Select(i => $"{Parameters[i]}: {values[i]}");

        return form == CallForm.Named
            ? string.Join(", ", named.Prepend("user"))
            : string.Join(", ", named.Reverse().Prepend("cancellationToken: default").Append("userId: user"));
    }

    private static string TypeOf(int index) => char.ToUpperInvariant(Parameters[index][0]) + Parameters[index][1..];
}

/// <summary>One call of the table.</summary>
/// <param name="Name">The receiver, the parameter, the form and the argument of the call.</param>
/// <param name="Span">The name of the method in the call, which is the location of a diagnostic.</param>
/// <param name="Rule">The ID of the expected diagnostic, or null if none is expected.</param>
internal sealed record TruthCell(string Name, TextSpan Span, string? Rule);
