using System;

namespace Figma.Payments.Testing.Tests;

/// <summary>A clock that can be set back, like that of a computer.</summary>
internal sealed class AdjustableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
