using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing.Wire;

/// <summary>How the sending of an answer ends.</summary>
internal enum ResponseEnding
{
    /// <summary>As announced.</summary>
    Complete,

    /// <summary>After half of the body nothing more comes, and the connection stays open.</summary>
    Stalled,

    /// <summary>After half of the body the connection ends.</summary>
    CutOff,

    /// <summary>The connection is reset instead of an answer.</summary>
    Reset,
}

/// <summary>An answer as it leaves through either door.</summary>
internal sealed record WireResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>How long to wait before the headers.</summary>
    public TimeSpan Delay { get; init; }

    public ResponseEnding Ending { get; init; }

    /// <summary>What is really sent of the body.</summary>
    public ReadOnlyMemory<byte> SentBody => Ending == ResponseEnding.Complete ? Body : Body[..(Body.Length / 2)];
}
