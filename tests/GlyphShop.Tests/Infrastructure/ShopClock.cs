using System;
using System.Threading;

namespace GlyphShop.Tests;

/// <summary>The clock of the back end, on which time passes only when a test says so.</summary>
internal sealed class ShopClock : TimeProvider
{
    private readonly long _start = DateTimeOffset.UtcNow.Ticks;
    private long _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override long GetTimestamp() => _start + Interlocked.Read(ref _elapsed);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _elapsed, time.Ticks);
}
