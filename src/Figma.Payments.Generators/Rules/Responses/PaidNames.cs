using System;
using System.Collections.Generic;
using System.Linq;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes names that say by themselves that users must have paid. Each list is closed, and any other word makes the name ambiguous.</summary>
/// <remarks>They are fewer than those of <see cref="AccessNames"/>: a call whose result is ignored has no condition that shows what it is for.</remarks>
internal static class PaidNames
{
    /// <summary>The words for users who have paid.</summary>
    private static readonly HashSet<string> Payers = AccessNames.Words("licensed paid payer paying premium pro");

    /// <summary>The words for users who haven't.</summary>
    private static readonly HashSet<string> Others = AccessNames.Words("unlicensed unpaid");

    /// <summary>Words that don't change what a name says.</summary>
    private static readonly HashSet<string> Neutral = AccessNames.Words("a be been caller current customer has is or the throw user");

    private static readonly HashSet<string> Demands = AccessNames.Words("demand enforce ensure require");

    /// <summary>The segments of the paths of endpoints for payers.</summary>
    private static readonly HashSet<string> Segments = AccessNames.Words("licensed paid premium pro");

    /// <summary>The verbs of the names of endpoints that deliver something.</summary>
    private static readonly HashSet<string> Actions = AccessNames.Words("download export get open read");

    /// <summary>The words for other purposes of a request: technical ones, and access or pages for users who needn't have paid.</summary>
    private static readonly HashSet<string> Purposes = AccessNames.Words(
        "about account admin ads archive availability available badge badges banner benchmark benchmarks beta blog buy cache changelog check comment comments community "
        + "compare config configuration connect connection connectivity contact credentials css debug demo development diagnose diagnostic diagnostics dismiss docs "
        + "documentation education example examples faq feature features forum free gift handshake health heartbeat help hide history hook identify install internal intro "
        + "introduction js landing latency leave legal live mark me measure metrics migrate migration mock monitor news old onpurchase page pages paywall ping plan plans "
        + "portal prefetch preload preview price prices pricing prime privacy probe profile promo purchase purchased rata ready refresh register registration restore roadmap "
        + "sample samples seed settings setup shop smoke staff startup status stripe student students subscribe sync teaser terms test tester testers tests thank thanks token "
        + "transfer trial trials up upgrades upsell usage validate verify version versions vote votes waitlist warm warming warmup webhook welcome whoami win");

    /// <summary>Determines whether a function with the name is there to reject users who haven't paid, such as <c>EnsurePaid</c>, <c>ThrowIfUnlicensed</c> or <c>HasPaid</c>.</summary>
    public static bool RequiresPayment(string name)
    {
        string[] words = AccessNames.Split(name);

        return words switch
        {
            [var verb, ..] when Demands.Contains(verb) => Say(words.Skip(1), Payers),
            [var verb, var condition, ..] when Is(verb, "throw") && Is(condition, "if") && words.Count(static word => Is(word, "not")) == 1 => Say(words.Skip(2).Where(static word => !Is(word, "not")), Payers),
            [var verb, var condition, ..] when Is(verb, "throw") && Is(condition, "if") => Say(words.Skip(2), Others),
            [var question, ..] when Is(question, "has") || Is(question, "is") => Say(words.Skip(1), Payers),
            _ => false,
        };
    }

    /// <summary>Determines whether an endpoint with the path is for payers, such as <c>/premium/glyphs</c>. A constraint in it can be a developer's.</summary>
    public static bool IsPath(string path) => path.IndexOfAny([':', '*']) < 0 && path.Split('/').SkipWhile(static segment => segment.Length == 0 || Is(segment, "api")).FirstOrDefault() is { } first && Segments.Contains(first);

    /// <summary>Determines whether an endpoint with the name of a method is for payers, such as <c>GetPremiumGlyphs</c>.</summary>
    public static bool IsAction(string name) => AccessNames.Split(name) is [var verb, var product, ..] && Actions.Contains(verb) && (Is(product, "premium") || Is(product, "paid"));

    /// <summary>Determines whether a controller or the model of a page with the name is for payers by its path, such as <c>PremiumController</c>.</summary>
    public static bool IsController(string name) => AccessNames.Split(name) is [var segment, var kind] && Segments.Contains(segment) && (Is(kind, "Controller") || Is(kind, "Model"));

    /// <summary>Determines whether a function, a type or a path with the name serves another purpose, such as <c>/premium/health</c>, <c>PaymentsMonitor</c> or <c>StartTrial</c>.</summary>
    public static bool HasOtherPurpose(string name) => AccessNames.Split(name).Any(Purposes.Contains) || AccessNames.HasOtherPurpose(name);

    private static bool Say(IEnumerable<string> words, HashSet<string> meant) => words.Any(meant.Contains) && words.All(word => meant.Contains(word) || Neutral.Contains(word));

    private static bool Is(string word, string other) => string.Equals(word, other, StringComparison.OrdinalIgnoreCase);
}
