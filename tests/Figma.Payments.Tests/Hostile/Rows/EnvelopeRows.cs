using System.Collections.Generic;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>The envelope against HTTP, against itself, and around what is no meta.</summary>
internal static class EnvelopeRows
{
    private const string Paid = "granted: PAID 2024-03-01T12:34:56.789+00:00";
    private const string Meta = "\"meta\":{\"user_id\":\"893760322388183958\",\"resource_id\":\"1678669904810665842\",\"resource_type\":\"PLUGIN\",\"payment_status\":{\"type\":\"PAID\"}}";
    private const string NotOk = "'status' is not 200";
    private const string NotFalse = "'error' is not false";
    private const string Lacks = "'status', 'error' or 'meta' is missing";

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        Changed("an envelope of 403", "\"status\":200", "\"status\":403", NotOk),
        Changed("an envelope of 201", "\"status\":200", "\"status\":201", NotOk),
        Changed("an envelope of 0", "\"status\":200", "\"status\":0", NotOk),
        Changed("an envelope's status as text", "\"status\":200", "\"status\":\"200\"", NotOk),
        Changed("an envelope's status with a fraction", "\"status\":200", "\"status\":200.0", NotOk),
        Changed("an envelope's status with an exponent", "\"status\":200", "\"status\":2e2", NotOk),
        Changed("an envelope's status around the corner", "\"status\":200", "\"status\":4294967496", NotOk),
        Changed("an envelope's status of null", "\"status\":200", "\"status\":null", NotOk),
        Changed("an envelope's status in a list", "\"status\":200", "\"status\":[200]", NotOk),
        Changed("an envelope without a status", "\"status\":200,", "", Lacks),
        Changed("an envelope with two statuses that differ", "\"status\":200", "\"status\":200,\"status\":403", "'status' occurs twice"),
        Changed("an envelope with two statuses that agree", "\"status\":200", "\"status\":200,\"st\\u0061tus\":200", "'status' occurs twice"),
        Changed("an envelope's status in capitals", "\"status\":200", "\"STATUS\":200", Lacks),
        Changed("an envelope with an error", "\"error\":false", "\"error\":true", NotFalse),
        Changed("an envelope with an error of null", "\"error\":false", "\"error\":null", NotFalse),
        Changed("an envelope with an error of zero", "\"error\":false", "\"error\":0", NotFalse),
        Changed("an envelope with an error as text", "\"error\":false", "\"error\":\"false\"", NotFalse),
        Changed("an envelope without an error", "\"error\":false,", "", Lacks),
        Changed("an envelope with two errors", "\"error\":false", "\"error\":false,\"error\":true", "'error' occurs twice"),
        Changed("an envelope with a meta before its own", "\"error\":false", "\"error\":false,\"meta\":null", "'meta' is not an object"),
        Changed("an envelope with two metas", "\"error\":false", "\"error\":false," + Meta, "'meta' occurs twice"),
        Changed("a meta called data", "\"meta\"", "\"data\"", Lacks),
        new("a meta in a meta", Body($"{{\"status\":200,\"error\":false,\"meta\":{{{Meta}}}}}"), InvalidResponse, "is missing in 'meta'"),
        new("a meta as text", Body("{\"status\":200,\"error\":false,\"meta\":\"PAID\"}"), InvalidResponse, "'meta' is not an object"),
        new("a meta in a list", Body($"{{\"status\":200,\"error\":false,\"meta\":[{{{Meta[8..]}]}}"), InvalidResponse, "'meta' is not an object"),
        new("a meta without an envelope", Body("{" + Meta[8..]), InvalidResponse, Lacks),
        new("an envelope in an envelope", Body($"{{\"status\":200,\"error\":false,\"meta\":{Samples.Paid}}}"), InvalidResponse, "is missing in 'meta'"),
        new("an envelope in another order", Body($"{{{Meta},\"error\":false,\"more\":[{{\"error\":true}}],\"status\":200}}"), null, "granted: PAID"),
        new("an envelope of an error under a 403 that says 200", Body("{\"status\":200,\"error\":false,\"message\":\"Fine.\"}", "403 Forbidden"), Unauthorized, "Figma says: \"Fine.\""),
        new("an answer with a message of an error", Body(Samples.With("\"error\":false", "\"error\":false,\"message\":\"Invalid token\",\"err\":\"no\"")), null, Paid),
    ];

    private static HostileRow Changed(string name, string part, string replacement, string reads) =>
        new(name, Body(Samples.With(part, replacement)), InvalidResponse, reads);
}
