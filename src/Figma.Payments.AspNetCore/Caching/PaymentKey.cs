using System;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>Identifies a subject of a gate in the cache. It contains a hash of the token or of the user ID, never the token.</summary>
/// <param name="Text">The key in the cache.</param>
/// <param name="Digest">A part of the hash, for tables in memory.</param>
internal readonly record struct PaymentKey(string Text, UInt128 Digest);
