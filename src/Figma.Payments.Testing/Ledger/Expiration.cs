using System;

namespace Figma.Payments.Testing.Ledger;

/// <summary>The expiration of a token. A token that has expired remains expired, even if the clock is set back.</summary>
internal sealed class Expiration(DateTimeOffset expiresAt)
{
    /// <summary>Gets the time of expiration.</summary>
    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    /// <summary>Gets a value that indicates whether the token has expired.</summary>
    public bool IsExpired { get; private set; }

    /// <summary>Expires the token if its time has come.</summary>
    public void Update(DateTimeOffset now) => IsExpired |= now >= ExpiresAt;

    /// <summary>Expires the token now.</summary>
    public void Expire() => IsExpired = true;
}
