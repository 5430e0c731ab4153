using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace Figma.Payments.Tests.Fuzzing;

/// <summary>A JSON tree that can be modified and can be invalid: members can occur twice, and a leaf can be any text.</summary>
internal sealed class MutableJson
{
    private MutableJson(List<(string Name, MutableJson Value)>? members, List<MutableJson>? items, string text)
    {
        Members = members;
        Items = items;
        Text = text;
    }

    /// <summary>Gets the members of an object, with their names as written, or null if this is not an object.</summary>
    public List<(string Name, MutableJson Value)>? Members { get; }

    /// <summary>Gets the items of an array, or null if this is not an array.</summary>
    public List<MutableJson>? Items { get; }

    /// <summary>Gets the text of a leaf as written.</summary>
    public string Text { get; }

    public static MutableJson Leaf(string text) => new(members: null, items: null, text);

    public static MutableJson List(params MutableJson[] items) => new(members: null, [.. items], "");

    public static MutableJson Object(params (string Name, MutableJson Value)[] members) => new([.. members], items: null, "");

    public static MutableJson Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return FromElement(document.RootElement);
    }

    public MutableJson Copy() => Members is not null
        ? new([.. Members.Select(static member => (member.Name, member.Value.Copy()))], items: null, "")
        : Items is not null ? new(members: null, [.. Items.Select(static item => item.Copy())], "") : this;

    public void Write(StringBuilder text)
    {
        if (Members is not null)
        {
            for (int i = 0; i < Members.Count; i++)
            {
                text.Append(i == 0 ? "{" : ",").Append(Members[i].Name).Append(':');
                Members[i].Value.Write(text);
            }

            text.Append(Members.Count == 0 ? "{}" : "}");
        }
        else if (Items is not null)
        {
            for (int i = 0; i < Items.Count; i++)
            {
                text.Append(i == 0 ? '[' : ',');
                Items[i].Write(text);
            }

            text.Append(Items.Count == 0 ? "[]" : "]");
        }
        else
        {
            text.Append(Text);
        }
    }

    private static MutableJson FromElement(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Object([.. element.EnumerateObject().Select(static member => (JsonSerializer.Serialize(member.Name), FromElement(member.Value)))]),
        JsonValueKind.Array => List([.. element.EnumerateArray().Select(FromElement)]),
        _ => Leaf(element.GetRawText()),
    };
}
