using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Http;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Finds the gates of an endpoint.</summary>
internal static class EndpointGates
{
    public static IReadOnlyList<IGateMetadata> Of(Endpoint? endpoint) => endpoint is null ? [] : endpoint.Metadata.GetOrderedMetadata<IGateMetadata>();

    public static bool Contains(Endpoint? endpoint, string gate)
    {
        IReadOnlyList<IGateMetadata> gates = Of(endpoint);

        for (int i = 0; i < gates.Count; i++)
        {
            if (string.Equals(gates[i].Gate, gate, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether a gate of an endpoint refuses callers.</summary>
    public static bool IsRequired(Endpoint? endpoint)
    {
        IReadOnlyList<IGateMetadata> gates = Of(endpoint);

        for (int i = 0; i < gates.Count; i++)
        {
            if (gates[i].IsRequired)
                return true;
        }

        return false;
    }

    /// <summary>Gets the name of the endpoint's only gate, or null if it has none. The same gate can be specified several times, for example by a group.</summary>
    /// <exception cref="InvalidOperationException">The endpoint has several gates.</exception>
    public static string? Single(Endpoint? endpoint)
    {
        IReadOnlyList<IGateMetadata> gates = Of(endpoint);

        for (int i = 1; i < gates.Count; i++)
        {
            if (!string.Equals(gates[i].Gate, gates[0].Gate, StringComparison.Ordinal))
                throw new InvalidOperationException($"The endpoint '{endpoint!.DisplayName}' has several gates. Pass the name of one of them.");
        }

        return gates.Count == 0 ? null : gates[0].Gate;
    }
}
