using System;
using System.Collections.Generic;
using System.Linq;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes the names of members that grant access, by their words. Each list is closed: any other word makes the name ambiguous.</summary>
internal static class AccessNames
{
    /// <summary>The words that a condition such as <c>HasAccess</c> or <c>IsLicensed</c> says about a user.</summary>
    private static readonly HashSet<string> Rights = Words(
        "access accessible activated allowed authorised authorized entitled entitlement granted licence licenced license licensed paid paying payer permitted permission premium pro subscribed subscriber subscription unlocked");

    /// <summary>The words for what a user can do, such as in <c>CanExport</c>. What a program can do with data, such as <c>CanSave</c>, isn't on the list.</summary>
    private static readonly HashSet<string> Abilities = Words(
        "access download edit enter export import play share unlock use");

    /// <summary>The abilities that a response itself can't have: a receipt can be exported, but not entered.</summary>
    private static readonly HashSet<string> UserAbilities = Words("access enter unlock use");

    /// <summary>The words for what users pay for, such as in <c>CanExportPremium</c>.</summary>
    private static readonly HashSet<string> Products = Words("feature features paid plan plugin plugins premium pro product widget widgets");

    /// <summary>The verbs of a member that grants access, such as <c>UnlockExport</c>.</summary>
    private static readonly HashSet<string> GrantingVerbs = Words("activate allow authorize authorise enable grant permit unlock");

    /// <summary>The verbs that grant access without an object.</summary>
    private static readonly HashSet<string> GrantingAlone = Words("allow grant permit unlock");

    /// <summary>The words for what a member grants.</summary>
    private static readonly HashSet<string> Objects = Words(
        "access content download downloads entitlement entitlements export exports feature features full licence license paid plan plugin premium pro product subscription widget");

    /// <summary>The first words of the name of a condition.</summary>
    private static readonly HashSet<string> Questions = Words("has is can may");

    /// <summary>Words between them that don't change what the name says.</summary>
    private static readonly HashSet<string> Neutral = Words(
        "a active all any be content current currently customer export feature features for full mode now paid plan plugin plugins premium pro product still the this to tool tools user valid widget widgets");

    /// <summary>The words for things that can be paid or premium themselves, such as in <c>IsPaidPlugin</c>, which says nothing about the user.</summary>
    private static readonly HashSet<string> Things = Words("content export feature features plan plans plugin plugins product tool tools widget widgets");

    /// <summary>The words for things whose kind <c>IsSubscription</c> or <c>IsPaidLicense</c> tells.</summary>
    private static readonly HashSet<string> Kinds = Words("access entitlement licence license permission subscription");

    /// <summary>The words for whom <c>CanUnlockUser</c> is about, which isn't what the user can do.</summary>
    private static readonly HashSet<string> Others = Words("customer plan plans user");

    /// <summary>The words for what <c>CanEditPlan</c> is about, which isn't the product itself.</summary>
    private static readonly HashSet<string> Accounts = Words("customer plan plans product subscription user");

    /// <summary>The words for the purposes of code that serves other users than payers: those who have bought, sign in or ask for support.</summary>
    private static readonly HashSet<string> Purposes = Words(
        "billing campaign campaigns cancel cancellation checkout coupon coupons email emails feedback gdpr health invoice invoices link login mail mails marketing newsletter offer offers onboarding order orders rating ratings receipt receipts refund refunds renew renewal review reviews segment segments session sessions signin signup support survey surveys testimonial testimonials unlink unsubscribe upgrade");

    /// <summary>The words for purposes for which 403 doesn't refuse the product. Users who haven't paid can have an account, and reach others.</summary>
    private static readonly HashSet<string> OtherPurposes = Words(
        "account appeal badge badges cart changelog comment comments consent contact deactivate deactivation delete deletion gift leaderboard migrate migration nps preview previews "
        + "quote quotes release terms thank thanks tip tips transfer vote votes webhook webhooks wishlist");

    /// <summary>Two words that together say the same.</summary>
    private static readonly (string First, string Second)[] PurposePairs = [("sign", "in"), ("sign", "up"), ("purchase", "history")];

    /// <summary>The words that name what users pay for, such as in <c>/premium/glyphs</c>. A license or a subscription can be shown, moved or ended by everyone who has had one.</summary>
    private static readonly HashSet<string> PaidProducts = Words("entitled licenced licensed paid payer paywall premium pro subscribed unlock unlocked");

    /// <summary>The words for who is asked about, such as in <c>UserHasAccess</c>.</summary>
    private static readonly HashSet<string> Subjects = Words("caller customer user");

    /// <summary>Words of the name of a requirement that don't change what it says.</summary>
    private static readonly HashSet<string> Requirements = Words("authorization be has is must requirement requires");

    /// <summary>The words for a payment token or an ID.</summary>
    private static readonly HashSet<string> Identities = Words("figma id payment plugin resource token user widget");

    /// <summary>The verbs of a method that throws an exception if something isn't as it must be.</summary>
    private static readonly HashSet<string> Demands = Words("assert authorise authorize check confirm demand enforce ensure expect guard must refuse reject require throw validate verify");

    /// <summary>The words that can say only that the user is known.</summary>
    private static readonly HashSet<string> Identified = Words("accessible allowed authorised authorized permission permitted");

    /// <summary>The parts of the names of exceptions that refuse access.</summary>
    private static readonly string[] RefusingExceptions =
    [
        "LicenceRequired", "LicenseRequired", "NotEntitled", "NotLicensed", "NotPaid", "NotSubscribed", "PaymentRequired", "PremiumRequired", "SubscriptionRequired", "Unpaid",
    ];

    /// <summary>The parts of the names of exceptions that refuse access, perhaps only because the user isn't known, or because another service refused it.</summary>
    private static readonly string[] IdentityExceptions = ["AccessDenied", "Forbidden", "HubException", "NotAuthorized", "SecurityException", "Unauthorized"];

    /// <summary>Determines whether a condition with the name grants access if it is true, such as <c>HasAccess</c> or <c>CanExport</c>.</summary>
    /// <param name="name">The name of a method or property.</param>
    /// <param name="partition">The responses. Some names are ambiguous for some of them.</param>
    public static bool IsGrantingCondition(string name, AccessPartition partition)
    {
        string[] words = Split(name);
        int question = words.Length > 0 && Subjects.Contains(words[0]) ? 1 : 0;

        if (words.Length < question + 2 || !Questions.Contains(words[question]))
            return false;

        bool isAbility = Is(words[question], "can") || Is(words[question], "may");
        string[] rest = [.. words.Skip(question + 1)];
        HashSet<string> meant = isAbility ? Abilities : Rights;

        return rest.All(word => meant.Contains(word) || Neutral.Contains(word))
            && rest.Any(word => meant.Contains(word) && !(partition.IsIdentityUsed && IsAboutIdentity(word)) && !(partition.IsDateUsed && Is(words[question], "has") && Is(word, "paid")))
            && !(isAbility && rest.Any(static word => Is(word, "edit") || Is(word, "enter")) && Accounts.Contains(rest[rest.Length - 1]))
            && !(isAbility && Others.Contains(rest[rest.Length - 1]))
            && !(Is(words[question], "is") && ((rest.Length > 1 && Things.Contains(rest[rest.Length - 1])) || Kinds.Contains(rest[rest.Length - 1])))
            && !(isAbility && partition.IsAbilityAmbiguous && !rest.Any(UserAbilities.Contains) && !rest.Any(Products.Contains));
    }

    /// <summary>Determines whether a method with the name grants access, such as <c>Unlock</c> or <c>EnablePremium</c>.</summary>
    /// <param name="name">The name of the method.</param>
    /// <param name="isIdentityUsed">A value that indicates whether <c>AuthorizePlugin</c> can mean only that the user is known.</param>
    public static bool IsGrantingMethod(string name, bool isIdentityUsed)
    {
        string[] words = Split(name);

        return words.Length > 0
            && GrantingVerbs.Contains(words[0])
            && !(isIdentityUsed && (Is(words[0], "authorize") || Is(words[0], "authorise")))
            && (words.Length == 1 ? GrantingAlone.Contains(words[0]) : words.Skip(1).All(Objects.Contains));
    }

    /// <summary>Determines whether the name of a method is only a verb, such as <c>Unlock</c>, which says nothing about what is granted.</summary>
    public static bool IsVerbAlone(string name) => Split(name) is [var verb] && GrantingAlone.Contains(verb);

    /// <summary>Determines whether a text or the name of a constant is about what users pay for, such as <c>premium</c> or <c>export</c>.</summary>
    public static bool IsProduct(string name) => Split(name) is { Length: > 0 } words && words.All(static word => Objects.Contains(word) || Products.Contains(word) || Abilities.Contains(word));

    /// <summary>Determines whether a user who meets a requirement with the name has access, such as <c>PaidRequirement</c>.</summary>
    public static bool IsGrantingRequirement(string name)
    {
        string[] words = [.. Split(name).Where(static word => !Requirements.Contains(word))];
        return words.Any(static word => Rights.Contains(word) && !IsAboutIdentity(word)) && words.All(static word => Rights.Contains(word) || Objects.Contains(word) || Neutral.Contains(word));
    }

    /// <summary>Determines whether a function, a type or a path with the name serves another purpose than the product that users pay for, such as <c>GetReceipt</c> or <c>/refunds</c>.</summary>
    public static bool HasOtherPurpose(string name)
    {
        string[] words = Split(name.Replace('/', '-'));
        return words.Any(Purposes.Contains) || words.Zip(words.Skip(1), static (first, second) => Array.Exists(PurposePairs, pair => Is(first, pair.First) && Is(second, pair.Second))).Contains(true);
    }

    /// <summary>Determines whether a function, a type or a path with the name serves a purpose for which 403 doesn't refuse the product, such as <c>/comments</c>.</summary>
    public static bool MayForbidOthers(string name) => Split(name).Any(OtherPurposes.Contains);

    /// <summary>Determines whether a function, a type, a path or a text names what users pay for, such as <c>/premium/glyphs</c>.</summary>
    public static bool NamesPaidProduct(string name) => Split(name).Any(PaidProducts.Contains);

    /// <summary>Determines whether a method such as <c>EnableExport</c> can be about the response itself, such as a receipt.</summary>
    public static bool IsAbilityAlone(string name) => Split(name) is { Length: > 1 } words && words.Skip(1).All(static word => Is(word, "download") || Is(word, "downloads") || Is(word, "export") || Is(word, "exports"));

    /// <summary>Determines whether the name of a type or a variable is about access, such as <c>IAccessService</c> or <c>license</c>.</summary>
    public static bool IsAboutAccess(string name) => Split(name).Any(static word => Rights.Contains(word) || Objects.Contains(word) || Is(word, "gate") || Is(word, "paywall"));

    /// <summary>Determines whether a method with the name can throw an exception if something isn't as it must be, such as <c>EnsureAllowed</c>.</summary>
    public static bool IsDemand(string name) => Split(name).Any(Demands.Contains);

    /// <summary>Determines whether a parameter or a variable with the name holds a payment token or an ID.</summary>
    public static bool IsTokenOrId(string name) => Split(name) is [.., var last] words && (Is(last, "token") || Is(last, "id")) && words.All(Identities.Contains);

    /// <summary>Determines whether the name of an exception says that access is refused.</summary>
    /// <param name="name">The name of the type.</param>
    /// <param name="isIdentityUsed">A value that indicates whether a user who isn't known is another reason than a payment.</param>
    public static bool IsRefusingException(string name, bool isIdentityUsed) => HasAny(IdentityExceptions, name) ? !isIdentityUsed : HasAny(RefusingExceptions, name);

    /// <summary>Determines whether a type with the name is a lock, whose <c>Unlock</c> has another meaning.</summary>
    public static bool IsLock(string name) => Array.Exists(Split(name), static word => Is(word, "lock") || Is(word, "mutex") || Is(word, "semaphore"));

    // A user whose identity is known is authorized, too.
    private static bool IsAboutIdentity(string word) => Identified.Contains(word);

    private static bool HasAny(string[] parts, string name) => parts.Any(part => name.IndexOf(part, StringComparison.Ordinal) >= 0);

    /// <summary>Determines whether a word says something about the right of a user.</summary>
    public static bool IsRight(string word) => Rights.Contains(word);

    /// <summary>Returns the words of a name, without the suffix <c>Async</c>.</summary>
    public static string[] Split(string name)
    {
        List<string> words = [];
        int start = 0;

        for (int i = 1; i <= name.Length; i++)
        {
            // The last capital of several begins a word if a small letter follows, as in "ILicense".
            bool isEnd = i == name.Length || !char.IsLetter(name[i]) || !char.IsLetter(name[i - 1])
                || (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))));

            if (!isEnd)
                continue;

            string word = name.Substring(start, i - start).Trim('_', '-', '.', ':', ' ');

            if (word.Length > 0)
                words.Add(word);

            start = i;
        }

        if (words.Count > 1 && Is(words[words.Count - 1], "async"))
            words.RemoveAt(words.Count - 1);

        return [.. words];
    }

    private static bool Is(string word, string other) => string.Equals(word, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns a set of words, ignoring case.</summary>
    public static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
