using System;

namespace Figma.Payments.AspNetCore.Tests;

/// <summary>The system clock with an offset, so that timers of the server still work.</summary>
internal sealed class SteppingClock : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
