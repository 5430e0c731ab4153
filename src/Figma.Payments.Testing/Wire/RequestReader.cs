using System;
using System.Collections.Generic;

using Figma.Payments.Testing.Ledger;

namespace Figma.Payments.Testing.Wire;

/// <summary>Reads the credential of a request and the parts of the request that contain no secrets.</summary>
internal sealed class RequestReader
{
    private const string Other = "(other)";

    private readonly PurchaseLedger _ledger;
    private readonly AccessTokenStore _accessTokens;

    public RequestReader(PurchaseLedger ledger, AccessTokenStore accessTokens)
    {
        _ledger = ledger;
        _accessTokens = accessTokens;
    }

    public FakeRequest Read(WireRequest request, long number, DateTimeOffset now)
    {
        IReadOnlyList<ResourceKey> resources = RequestParameters.NamedResources(request.Query);

        return new FakeRequest
        {
            Number = number,
            ReceivedAt = now,
            Method = request.Method,
            Path = ShowPath(request.Path),
            Kind = ReadKind(request.Query, resources.Count),
            ParameterNames = ReadParameterNames(request.Query),
            HeaderNames = ReadHeaderNames(request),
            UserId = ReadUser(request.Query.Find(Names.UserId)),
            ResourceId = resources.Count == 1 ? ReadResource(resources[0]) : null,
            Credential = ReadCredential(request, now),
        };
    }

    private FakeCredential ReadCredential(WireRequest request, DateTimeOffset now)
    {
        IReadOnlyList<string> tokens = request.HeaderValues(Names.TokenHeader);

        if (tokens.Count > 1)
            return FakeCredential.Invalid;

        if (tokens.Count == 1 && tokens[0].Length > 0)
            return _accessTokens.GetCredential(tokens[0], now);

        foreach (string authorization in request.HeaderValues(Names.AuthorizationHeader))
        {
            if (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
                return FakeCredential.BearerOnly;
        }

        return FakeCredential.Missing;
    }

    private static FakeRequestKind ReadKind(QueryString query, int resources)
    {
        bool hasToken = query.Count(Names.PaymentToken) > 0;
        bool hasIds = query.Count(Names.UserId) > 0 || resources > 0;

        return (hasToken, hasIds) switch
        {
            (true, true) => FakeRequestKind.Mixed,
            (true, false) => FakeRequestKind.Token,
            (false, true) => FakeRequestKind.Id,
            _ => FakeRequestKind.None,
        };
    }

    private static List<string> ReadParameterNames(QueryString query)
    {
        List<string> names = [];

        foreach ((string name, _) in query.Pairs)
            names.Add(Names.Parameters.Contains(name) ? name : Other);

        return names;
    }

    private static string[] ReadHeaderNames(WireRequest request)
    {
        SortedSet<string> names = new(StringComparer.OrdinalIgnoreCase);

        foreach ((string name, _) in request.Headers)
            names.Add(name);

        return [.. names];
    }

    private UserId? ReadUser(string? text)
    {
        if (text is null || !(_ledger.KnowsUser(text) || IsNumber(text)))
            return null;

        return new UserId(text);
    }

    private ResourceId? ReadResource(ResourceKey key)
    {
        if (!_ledger.KnowsResource(key) && !IsNumber(key.Text))
            return null;

        return key.Type switch
        {
            ResourceType.Plugin => new PluginId(key.Text),
            ResourceType.Widget => new WidgetId(key.Text),
            _ => new CommunityFileId(key.Text),
        };
    }

    private static bool IsNumber(string text) => text.Length is > 0 and <= 20 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private static string ShowPath(string path)
    {
        // Text that might be a token isn't stored. Issued payment tokens contain '+'; personal access tokens have a prefix.
        bool mayHoldSecret = path.Contains("figd_", StringComparison.OrdinalIgnoreCase)
            || path.Contains("figu_", StringComparison.OrdinalIgnoreCase)
            || path.AsSpan().IndexOfAny('+', '%') >= 0;

        return path.Length > 100 || mayHoldSecret ? Other : path;
    }
}
