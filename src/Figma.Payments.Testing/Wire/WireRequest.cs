using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing.Wire;

/// <summary>A request as a transport received it. Not a record because a record's <c>ToString</c> would print secrets.</summary>
internal sealed class WireRequest
{
    public WireRequest(string method, string target, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        Method = method;
        Headers = headers;

        // A request through a proxy names the whole address.
        if (!target.StartsWith('/') && Uri.TryCreate(target, UriKind.Absolute, out Uri? address))
            target = address.PathAndQuery;

        int question = target.IndexOf('?', StringComparison.Ordinal);
        Path = question < 0 ? target : target[..question];
        Query = QueryString.Parse(question < 0 ? "" : target[(question + 1)..]);
    }

    public string Method { get; }

    public string Path { get; }

    public QueryString Query { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    public IReadOnlyList<string> HeaderValues(string name)
    {
        List<string> values = [];

        foreach ((string key, string value) in Headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                values.Add(value);
        }

        return values;
    }
}
