using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace Figma.Payments.Tests.Schema;

/// <summary>Generates examples from a JSON schema, as a generic mock server does.</summary>
/// <remarks>It generates every value of an enumeration, the common forms of a format, and objects with all members and with only the required ones.</remarks>
internal sealed class ExampleGenerator(JsonNode file)
{
    public IEnumerable<JsonNode> Generate(JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } reference)
            return Generate(Resolve(reference));

        if (schema["allOf"] is JsonArray parts)
            return Generate(Merge(parts));

        if (schema["enum"] is JsonArray values)
            return values.Select(static value => value!.DeepClone());

        return (string?)schema["type"] switch
        {
            "object" => GenerateObjects(schema),
            "string" when (string?)schema["format"] == "date-time" => Values("2024-03-01T12:34:56Z", "2024-03-01T12:34:56.789Z", "2024-03-01T12:34:56.789+05:30"),
            "string" => Values("string", "lorem-ipsum", "1678669904810665842", "893760322388183958"),
            "number" or "integer" => [JsonValue.Create(0), JsonValue.Create(42)],
            "boolean" => [JsonValue.Create(true), JsonValue.Create(false)],
            _ => throw new NotSupportedException("The schema is not supported: " + schema.ToJsonString()),
        };
    }

    private static IEnumerable<JsonNode> Values(params string[] texts) => texts.Select(static text => (JsonNode)JsonValue.Create(text));

    private IEnumerable<JsonNode> GenerateObjects(JsonNode schema)
    {
        KeyValuePair<string, JsonNode?>[] members = [.. schema["properties"]!.AsObject()];
        string[] required = [.. schema["required"]?.AsArray().Select(static name => (string)name!) ?? []];

        return Combine(members).Concat(required.Length == members.Length ? [] : Combine([.. members.Where(member => required.Contains(member.Key))]));
    }

    private IEnumerable<JsonNode> Combine(KeyValuePair<string, JsonNode?>[] members)
    {
        IEnumerable<JsonObject> examples = [new JsonObject()];

        foreach ((string name, JsonNode? schema) in members)
        {
            JsonNode[] values = [.. Generate(schema!)];
            examples = [.. examples.SelectMany(_ => values, (example, value) => With(example, name, value))];
        }

        return examples;
    }

    private static JsonObject With(JsonObject example, string name, JsonNode value)
    {
        JsonObject copy = example.DeepClone().AsObject();
        copy[name] = value.DeepClone();
        return copy;
    }

    // Later parts replace the members of earlier parts.
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
