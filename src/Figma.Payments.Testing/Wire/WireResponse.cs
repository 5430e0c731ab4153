using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing.Wire;

/// <summary>Specifies how sending a response ends.</summary>
internal enum ResponseEnding
{
    /// <summary>The response is complete.</summary>
    Complete,

    /// <summary>Nothing is sent after half of the body. The connection stays open.</summary>
    Stalled,

    /// <summary>The connection ends after half of the body.</summary>
    CutOff,

    /// <summary>The connection is reset and no response is sent.</summary>
    Reset,
}

/// <summary>A response as a transport sends it.</summary>
internal sealed record WireResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Gets the delay before the headers are sent.</summary>
    public TimeSpan Delay { get; init; }

    public ResponseEnding Ending { get; init; }

    /// <summary>Gets the part of the body that is sent.</summary>
    public ReadOnlyMemory<byte> SentBody => Ending == ResponseEnding.Complete ? Body : Body[..(Body.Length / 2)];
}
