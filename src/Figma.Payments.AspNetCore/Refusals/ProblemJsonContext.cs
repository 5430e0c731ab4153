using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Figma.Payments.AspNetCore.Refusals;

/// <summary>Serializes problem details without reflection.</summary>
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(string))]
internal sealed partial class ProblemJsonContext : JsonSerializerContext;
