using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace Figma.Payments.Tests.Schema;

/// <summary>A small generic mock: makes the examples of a JSON schema, and knows nothing of what they are about.</summary>
/// <remarks>Every value of an enumeration, each format in its common forms, and of an object the one with all its members and the one with the required ones.</remarks>
internal sealed class ExampleMaker(JsonNode file)
{
    public IEnumerable<JsonNode> Make(JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } reference)
            return Make(Resolve(reference));

        if (schema["allOf"] is JsonArray parts)
            return Make(Merge(parts));

        if (schema["enum"] is JsonArray values)
            return values.Select(static value => value!.DeepClone());

        return (string?)schema["type"] switch
        {
            "object" => MakeObjects(schema),
            "string" when (string?)schema["format"] == "date-time" => Values("2024-03-01T12:34:56Z", "2024-03-01T12:34:56.789Z", "2024-03-01T12:34:56.789+05:30"),
            "string" => Values("string", "lorem-ipsum", "1678669904810665842"),
            "number" or "integer" => [JsonValue.Create(0), JsonValue.Create(42)],
            "boolean" => [JsonValue.Create(true), JsonValue.Create(false)],
            _ => throw new NotSupportedException("The file has a schema that this mock does not know: " + schema.ToJsonString()),
        };
    }

    private static IEnumerable<JsonNode> Values(params string[] texts) => texts.Select(static text => (JsonNode)JsonValue.Create(text));

    private IEnumerable<JsonNode> MakeObjects(JsonNode schema)
    {
        KeyValuePair<string, JsonNode?>[] members = [.. schema["properties"]!.AsObject()];
        string[] required = [.. schema["required"]?.AsArray().Select(static name => (string)name!) ?? []];

        return Combine(members).Concat(required.Length == members.Length ? [] : Combine([.. members.Where(member => required.Contains(member.Key))]));
    }

    private IEnumerable<JsonNode> Combine(KeyValuePair<string, JsonNode?>[] members)
    {
        IEnumerable<JsonObject> made = [new JsonObject()];

        foreach ((string name, JsonNode? schema) in members)
        {
            JsonNode[] values = [.. Make(schema!)];
            made = [.. made.SelectMany(_ => values, (one, value) => With(one, name, value))];
        }

        return made;
    }

    private static JsonObject With(JsonObject one, string name, JsonNode value)
    {
        JsonObject more = one.DeepClone().AsObject();
        more[name] = value.DeepClone();
        return more;
    }

    // The later part narrows the earlier one.
    private JsonObject Merge(JsonArray parts)
    {
        JsonObject merged = new() { ["type"] = "object", ["properties"] = new JsonObject(), ["required"] = new JsonArray() };

        foreach (JsonNode? part in parts)
        {
            JsonNode resolved = (string?)part!["$ref"] is { } reference ? Resolve(reference) : part;

            foreach ((string name, JsonNode? schema) in resolved["properties"]!.AsObject())
                merged["properties"]![name] = schema!.DeepClone();

            foreach (JsonNode? name in resolved["required"]!.AsArray())
            {
                if (!merged["required"]!.AsArray().Any(known => (string)known! == (string)name!))
                    merged["required"]!.AsArray().Add(name!.DeepClone());
            }
        }

        return merged;
    }

    private JsonNode Resolve(string reference) => reference.TrimStart('#', '/').Split('/').Aggregate(file, static (node, name) => node[name]!);
}
