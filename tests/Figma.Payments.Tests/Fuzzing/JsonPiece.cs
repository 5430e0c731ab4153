using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace Figma.Payments.Tests.Fuzzing;

/// <summary>JSON that can be taken apart and put together wrongly: members may be there twice, and a leaf is whatever text stands there.</summary>
internal sealed class JsonPiece
{
    private JsonPiece(List<(string Name, JsonPiece Value)>? members, List<JsonPiece>? items, string text)
    {
        Members = members;
        Items = items;
        Text = text;
    }

    /// <summary>An object's members, names as they are written; null where it is none.</summary>
    public List<(string Name, JsonPiece Value)>? Members { get; }

    /// <summary>A list's items; null where it is none.</summary>
    public List<JsonPiece>? Items { get; }

    /// <summary>A leaf as it is written.</summary>
    public string Text { get; }

    public static JsonPiece Leaf(string text) => new(members: null, items: null, text);

    public static JsonPiece List(params JsonPiece[] items) => new(members: null, [.. items], "");

    public static JsonPiece Object(params (string Name, JsonPiece Value)[] members) => new([.. members], items: null, "");

    public static JsonPiece Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    public JsonPiece Copy() => Members is not null
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

    private static JsonPiece Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Object([.. element.EnumerateObject().Select(static member => (JsonSerializer.Serialize(member.Name), Of(member.Value)))]),
        JsonValueKind.Array => List([.. element.EnumerateArray().Select(Of)]),
        _ => Leaf(element.GetRawText()),
    };
}
