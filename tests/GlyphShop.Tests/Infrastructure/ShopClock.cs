using System;
using System.Threading;

namespace GlyphShop.Tests;

/// <summary>The clock of the back end, which tests advance so that they don't have to wait.</summary>
internal sealed class ShopClock : TimeProvider
{
    private long _ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Offset.TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    private TimeSpan Offset => new(Interlocked.Read(ref _ticks));
}
