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

    /// <summary>The words for what users pay for.</summary>
    private static readonly HashSet<string> Products = AccessNames.Words("paid premium pro");

    /// <summary>Words that don't change what a name says.</summary>
    private static readonly HashSet<string> Neutral = AccessNames.Words("a access be been caller content current customer feature features full has is mode or plan the throw to user");

    private static readonly HashSet<string> Demands = AccessNames.Words("demand enforce ensure require");

    private static readonly HashSet<string> Grants = AccessNames.Words("activate allow enable grant unlock");

    /// <summary>The segments of the paths of endpoints for payers.</summary>
    private static readonly HashSet<string> Segments = AccessNames.Words("licensed paid premium pro");

    /// <summary>The words for other purposes of a request: technical ones, and access or pages for users who needn't have paid.</summary>
    private static readonly HashSet<string> Purposes = AccessNames.Words(
        "about admin availability available benchmark benchmarks beta buy cache check checkout community compare connection connectivity credentials debug demo development "
        + "diagnose diagnostic diagnostics education example examples faq free gift health heartbeat help hook install internal landing latency live measure metrics migrate "
        + "migration mock monitor offer offers paywall ping prefetch preload preview price prices pricing prime probe promo purchase ready refresh register registration renew "
        + "renewal restore sample samples seed settings setup shop smoke staff startup status stripe student students subscribe sync test tester testers tests thank thanks token "
        + "trial trials up upgrade upgrades upsell validate verify version waitlist warm warming warmup webhook welcome win");

    /// <summary>Determines whether a function with the name is there to reject users who haven't paid, such as <c>EnsurePaid</c>, <c>ThrowIfUnlicensed</c> or <c>HasPaid</c>, or grants access, such as <c>EnablePremium</c>.</summary>
    public static bool RequiresPayment(string name)
    {
        string[] words = AccessNames.Split(name);

        return words switch
        {
            [var verb, ..] when Demands.Contains(verb) => Say(words.Skip(1), Payers),
            [var verb, var condition, ..] when Is(verb, "throw") && Is(condition, "if") => Say(words.Skip(2), Others),
            [var question, var right] when Is(question, "has") && Is(right, "access") => true,
            [var question, ..] when Is(question, "has") || Is(question, "is") => Say(words.Skip(1), Payers),
            _ => IsGrant(name),
        };
    }

    /// <summary>Determines whether a method with the name grants what users pay for, such as <c>EnablePremium</c>. <c>EnablePlugin</c> can set a plugin up.</summary>
    public static bool IsGrant(string name) => AccessNames.Split(name) is [var verb, ..] words && Grants.Contains(verb) && Say(words.Skip(1), Products);

    /// <summary>Determines whether a field or a property with the name says that the user has paid, such as <c>_isPro</c>.</summary>
    public static bool IsGranted(string name) => AccessNames.Split(name) is [var question, ..] words && (Is(question, "has") || Is(question, "is")) && Say(words.Skip(1), Payers);

    /// <summary>Determines whether an endpoint with the path is for payers, such as <c>/premium/glyphs</c>. A constraint in it can be a developer's.</summary>
    public static bool IsPath(string path) => path.IndexOf(':') < 0 && path.Split('/').Any(Segments.Contains);

    /// <summary>Determines whether an endpoint with the name of a method is for payers, such as <c>GetPremiumGlyphs</c>.</summary>
    public static bool IsAction(string name) => AccessNames.Split(name).Any(Segments.Contains);

    /// <summary>Determines whether a controller or the model of a page with the name is for payers by its path, such as <c>PremiumController</c>.</summary>
    public static bool IsController(string name) => AccessNames.Split(name) is [var segment, var kind] && Segments.Contains(segment) && (Is(kind, "Controller") || Is(kind, "Model"));

    /// <summary>Determines whether a function, a type or a path with the name serves another purpose, such as <c>/premium/health</c>, <c>PaymentsMonitor</c> or <c>StartTrial</c>.</summary>
    public static bool HasOtherPurpose(string name) => AccessNames.Split(name).Any(Purposes.Contains) || AccessNames.HasOtherPurpose(name);

    private static bool Say(IEnumerable<string> words, HashSet<string> meant) => words.Any(meant.Contains) && words.All(word => meant.Contains(word) || Neutral.Contains(word));

    private static bool Is(string word, string other) => string.Equals(word, other, StringComparison.OrdinalIgnoreCase);
}
