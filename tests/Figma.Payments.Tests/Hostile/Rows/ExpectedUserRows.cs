using System;
using System.Collections.Generic;
using System.Globalization;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Responses to token requests with an expected user, with and without a pinned resource.</summary>
internal static class ExpectedUserRows
{
    private const string Paid = "granted: PAID 2024-03-01T12:34:56.789+00:00";
    private const string User = "\"" + Samples.User + "\"";
    private const string Other = "\"893760322388183959\"";
    private const string NoUser = "'user_id' is not a valid ID";

    private static readonly string OfOther = Samples.With(User, Other);

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        .. Both("a token of the expected user", Body(Samples.Paid), null, Paid),
        .. Both("a token of the expected user, whose ID is a number", Body(Samples.With(User, Samples.User)), null, Paid),
        .. Both("a token of the expected user, who has not paid", Body(Samples.With("PAID", "UNPAID")), null, "denied: UNPAID 2024-03-01T12:34:56.789+00:00"),
        .. Both("a token of another user", Body(OfOther), ResponseMismatch, "user_id differs."),
        .. Both("a token of another user, whose ID is a number", Body(Samples.With(User, "893760322388183959")), ResponseMismatch, "user_id differs."),
        .. Both("a token of the expected user, rounded to a double", Body(Samples.With(User, "893760322388184000")), ResponseMismatch, "user_id differs."),
        .. Both("a token of the expected user with a leading zero", Body(Samples.With(User, "\"0" + Samples.User + "\"")), ResponseMismatch, "user_id differs."),
        .. Both("a token of the beginning of the expected user", Body(Samples.With(User, "\"893760322388\"")), ResponseMismatch, "user_id differs."),
        .. Both("a token of the expected user with a space", Body(Samples.With(User, "\"" + Samples.User + " \"")), InvalidResponse, NoUser),
        .. Both("a token of a word instead of the expected user", Body(Samples.With(User, "\"ada\"")), InvalidResponse, NoUser),
        .. Both("a token of no user", Body(Samples.With($"\"user_id\":{User},", "")), InvalidResponse, "is missing in 'meta'"),
        .. Both("a token of another user and then of the expected one", Body(Samples.With($"\"user_id\":{User}", $"\"user_id\":{Other},\"user_id\":{User}")), InvalidResponse, "a member of 'meta' occurs twice"),
        .. Both("a token of a part of the payment token", Body(Samples.With(User, $"\"{Samples.PaymentToken[^10..]}\"")), ResponseMismatch, "user_id differs."),
        .. Both("the response to another user's request before the own one", Raw(Whole(OfOther) + Whole(Samples.Paid)), ResponseMismatch, "user_id differs."),
        .. Both("the response to another user's request after the own one", Raw(Whole(Samples.With("PAID", "UNPAID")) + Whole(OfOther)), null, "denied: UNPAID 2024-03-01T12:34:56.789+00:00"),
        Token("a token of the expected user for another resource", Body(Samples.With(Samples.Plugin, "1")), null, Paid),
        Pinned("a token of the expected user for another resource", Body(Samples.With(Samples.Plugin, "1")), ResponseMismatch, "resource_id differs."),
        Pinned("a token of another user for another resource", Body(OfOther.Replace(Samples.Plugin, "1", StringComparison.Ordinal)), ResponseMismatch, "user_id, resource_id differ."),
    ];

    private static IEnumerable<HostileRow> Both(string name, Reply reply, PaymentsErrorKind? kind, string reads) =>
        [Token(name, reply, kind, reads), Pinned(name, reply, kind, reads)];

    private static HostileRow Token(string name, Reply reply, PaymentsErrorKind? kind, string reads) =>
        new(name, reply, kind, reads) { Request = Samples.ExpectedUserRequest };

    private static HostileRow Pinned(string name, Reply reply, PaymentsErrorKind? kind, string reads) =>
        new(name + " (pinned)", reply, kind, reads) { Request = Samples.ExpectedUserRequest, Pinned = new PluginId(Samples.Plugin) };

    private static string Whole(string body) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\n{JsonType}Content-Length: {body.Length}\r\n\r\n{body}");
}
