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
/// Figma's own description of the endpoint: figma-openapi-payments.json next to this file. It is the payments part
/// of Figma's published OpenAPI file (github.com/figma/rest-api-spec, version 0.43.0).
/// </summary>
internal static class OpenApiFile
{
    private static readonly JsonNode File = Read();

    /// <summary>Validates a response against the schema that the file declares for its status.</summary>
    /// <returns>The problems that were found.</returns>
    public static async Task<IReadOnlyList<string>> FindProblemsAsync(ReceivedResponse response)
    {
        JsonSchema schema = await SchemaOfAsync(response.Status);
        List<string> problems = [.. schema.Validate(response.Body).Select(static problem => problem.ToString())];

        if (!response.Json.TryGetProperty("status", out JsonElement status) || status.GetInt32() != response.Status)
            problems.Add("The status in the body differs from the status of the response.");

        return problems;
    }

    private static async Task<JsonSchema> SchemaOfAsync(int status)
    {
        JsonNode schemas = File["components"]!["schemas"]!;
        JsonNode? response = File["paths"]!["/v1/payments"]!["get"]!["responses"]![$"{status}"];

        // The file declares no response for 400, 403, 404 and 405, so the general error schema is used.
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

        // JSON Schema uses 'definitions' for the schemas that OpenAPI has in 'components/schemas'.
        return JsonNode.Parse(reader.ReadToEnd().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal))!;
    }
}
