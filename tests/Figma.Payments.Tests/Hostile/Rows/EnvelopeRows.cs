using System.Collections.Generic;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Envelopes that contradict HTTP or themselves, or that have no valid meta object.</summary>
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
        Changed("an envelope with a status of type string", "\"status\":200", "\"status\":\"200\"", NotOk),
        Changed("an envelope with a status that has a fraction", "\"status\":200", "\"status\":200.0", NotOk),
        Changed("an envelope with a status that has an exponent", "\"status\":200", "\"status\":2e2", NotOk),
        Changed("an envelope with a status that overflows to 200", "\"status\":200", "\"status\":4294967496", NotOk),
        Changed("an envelope with a null status", "\"status\":200", "\"status\":null", NotOk),
        Changed("an envelope with a status in an array", "\"status\":200", "\"status\":[200]", NotOk),
        Changed("an envelope without a status", "\"status\":200,", "", Lacks),
        Changed("an envelope with two statuses that differ", "\"status\":200", "\"status\":200,\"status\":403", "'status' occurs twice"),
        Changed("an envelope with two statuses that agree", "\"status\":200", "\"status\":200,\"st\\u0061tus\":200", "'status' occurs twice"),
        Changed("an envelope with an uppercase status member", "\"status\":200", "\"STATUS\":200", Lacks),
        Changed("an envelope with an error", "\"error\":false", "\"error\":true", NotFalse),
        Changed("an envelope with a null error", "\"error\":false", "\"error\":null", NotFalse),
        Changed("an envelope with an error of 0", "\"error\":false", "\"error\":0", NotFalse),
        Changed("an envelope with an error of type string", "\"error\":false", "\"error\":\"false\"", NotFalse),
        Changed("an envelope without an error", "\"error\":false,", "", Lacks),
        Changed("an envelope with two errors", "\"error\":false", "\"error\":false,\"error\":true", "'error' occurs twice"),
        Changed("an envelope with a null meta before meta", "\"error\":false", "\"error\":false,\"meta\":null", "'meta' is not an object"),
        Changed("an envelope with two meta members", "\"error\":false", "\"error\":false," + Meta, "'meta' occurs twice"),
        Changed("an envelope with data instead of meta", "\"meta\"", "\"data\"", Lacks),
        new("a meta inside meta", Body($"{{\"status\":200,\"error\":false,\"meta\":{{{Meta}}}}}"), InvalidResponse, "is missing in 'meta'"),
        new("a meta of type string", Body("{\"status\":200,\"error\":false,\"meta\":\"PAID\"}"), InvalidResponse, "'meta' is not an object"),
        new("a meta in an array", Body($"{{\"status\":200,\"error\":false,\"meta\":[{{{Meta[8..]}]}}"), InvalidResponse, "'meta' is not an object"),
        new("a meta without an envelope", Body("{" + Meta[8..]), InvalidResponse, Lacks),
        new("an envelope inside an envelope", Body($"{{\"status\":200,\"error\":false,\"meta\":{Samples.Paid}}}"), InvalidResponse, "is missing in 'meta'"),
        new("an envelope in another order", Body($"{{{Meta},\"error\":false,\"more\":[{{\"error\":true}}],\"status\":200}}"), null, "granted: PAID"),
        new("a 403 whose envelope has the status 200", Body("{\"status\":200,\"error\":false,\"message\":\"Fine.\"}", "403 Forbidden"), Unauthorized, "Figma says: \"Fine.\""),
        new("a response with an error message", Body(Samples.With("\"error\":false", "\"error\":false,\"message\":\"Invalid token\",\"err\":\"no\"")), null, Paid),
    ];

    private static HostileRow Changed(string name, string part, string replacement, string reads) =>
        new(name, Body(Samples.With(part, replacement)), InvalidResponse, reads);
}
