namespace Figma.Payments.Testing.Ledger;

/// <summary>Specifies the outcome of a ledger lookup.</summary>
internal enum LedgerLookup
{
    UnknownResource,
    ForeignResource,
    UnknownUser,
    Found,
}

/// <summary>The result of a ledger lookup. The purchase is meaningful only if the lookup succeeded.</summary>
internal readonly record struct LedgerEntry(LedgerLookup Lookup, Purchase Purchase);
