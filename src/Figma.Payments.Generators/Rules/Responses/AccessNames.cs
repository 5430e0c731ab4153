using System;
using System.Collections.Generic;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes names that refer to access, by their words. A name that refers to the past or to the date doesn't count.</summary>
internal static class AccessNames
{
    private static readonly HashSet<string> Access = new(StringComparer.OrdinalIgnoreCase)
    {
        "access", "accessible", "activated", "active", "allowed", "authorised", "authorized", "entitled", "entitlement", "granted",
        "licenced", "licensed", "paid", "permitted", "premium", "pro", "subscribed", "unlock", "unlocked",
    };

    private static readonly HashSet<string> Other = new(StringComparer.OrdinalIgnoreCase)
    {
        "at", "before", "canceled", "cancelled", "date", "day", "ended", "ever", "expired", "first", "format", "former", "had", "history",
        "last", "lapsed", "lost", "never", "not", "on", "once", "past", "previously", "print", "refund", "refunded", "revoked", "show",
        "since", "time", "un", "was", "when", "withdrawn",
    };

    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase) { "allow", "grant", "permit" };

    /// <summary>Determines whether the name refers to access.</summary>
    public static bool IsAccessName(string name)
    {
        bool isAccess = false;
        int count = 0;
        string? only = null;

        foreach (string word in Words(name))
        {
            if (Other.Contains(word))
                return false;

            isAccess |= Access.Contains(word);

            if (!string.Equals(word, "async", StringComparison.OrdinalIgnoreCase))
            {
                count++;
                only = word;
            }
        }

        return isAccess || (count == 1 && Verbs.Contains(only!));
    }

    private static IEnumerable<string> Words(string name)
    {
        int start = 0;

        for (int i = 0; i <= name.Length; i++)
        {
            bool isEnd = i == name.Length || !char.IsLetter(name[i]) || (char.IsUpper(name[i]) && i > 0 && !char.IsUpper(name[i - 1]));

            if (!isEnd)
                continue;

            if (i > start)
                yield return name.Substring(start, i - start);

            start = i < name.Length && char.IsLetter(name[i]) ? i : i + 1;
        }
    }
}
