namespace Figma.Payments.Testing.Ledger;

/// <summary>What the ledger says to a question.</summary>
internal enum LedgerLookup
{
    UnknownResource,
    ForeignResource,
    UnknownUser,
    Found,
}

/// <summary>What the ledger says to a question; the purchase counts only where it was found.</summary>
internal readonly record struct LedgerEntry(LedgerLookup Lookup, Purchase Purchase);
