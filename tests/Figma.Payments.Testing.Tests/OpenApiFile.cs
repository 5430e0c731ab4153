using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

using NJsonSchema;

namespace Figma.Payments.Testing.Tests;

/// <summary>
/// Figma's own description of the endpoint: figma-openapi-payments.json beside this file, which is the part about payments
/// of Figma's published OpenAPI file (github.com/figma/rest-api-spec, version 0.43.0). Data, not written here.
/// </summary>
internal static class OpenApiFile
{
    private static readonly JsonNode File = Read();

    /// <summary>What is wrong with an answer, by the response that the file declares for its status.</summary>
    public static async Task<IReadOnlyList<string>> FindProblemsAsync(ReceivedResponse answer)
    {
        JsonSchema schema = await SchemaOfAsync(answer.Status);
        List<string> faults = [.. schema.Validate(answer.Body).Select(static fault => fault.ToString())];

        if (!answer.Json.TryGetProperty("status", out JsonElement status) || status.GetInt32() != answer.Status)
            faults.Add("The body's status is not the answer's.");

        return faults;
    }

    private static async Task<JsonSchema> SchemaOfAsync(int status)
    {
        JsonNode schemas = File["components"]!["schemas"]!;
        JsonNode? response = File["paths"]!["/v1/payments"]!["get"]!["responses"]![$"{status}"];

        // The file declares nothing for 400, 403, 404 and 405: there the general form of an error must do.
        JsonNode schema = response is null
            ? schemas["ErrorResponsePayloadWithErrorBoolean"]!
            : File["components"]!["responses"]![((string)response["$ref"]!).Split('/')[^1]]!["content"]!["application/json"]!["schema"]!;

        JsonObject complete = schema.DeepClone().AsObject();
        complete["definitions"] = schemas.DeepClone();

        return await JsonSchema.FromJsonAsync(complete.ToJsonString());
    }

    private static JsonNode Read()
    {
        using Stream stream = typeof(OpenApiFile).Assembly.GetManifestResourceStream("figma-openapi-payments.json")!;
        using StreamReader reader = new(stream);

        // A JSON schema keeps at 'definitions' what an OpenAPI file keeps at 'components/schemas'.
        return JsonNode.Parse(reader.ReadToEnd().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal))!;
    }
}
