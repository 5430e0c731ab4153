using System;
using System.Collections.Generic;
using System.Linq;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes the names of what can tell who has bought, and of what says only who the user is.</summary>
internal static class BuyerNames
{
    /// <summary>The words for those who have bought, and for what they have then, such as in <c>ISubscriptionStore</c>. What they buy, such as an export, isn't on the list.</summary>
    private static readonly HashSet<string> Buyers = AccessNames.Words(
        "activation activations active allowlist balance billing bought buyer buyers checkout code codes credit credits customer customers device devices eligibility eligible "
        + "entitle entitlements entitles feature features gate grant grants installation installations key keys known licences licencing licenses licensing member members membership "
        + "memberships order orders organization organizations payers payment payments paywall permissions permit plan plans privilege privileges purchase purchased purchaser "
        + "purchasers purchases role roles seat seats session sessions signed status statuses subscribe subscribers subscriptions tenant tenants ticket tickets tier tiers trial "
        + "trials unlock unpaid vip voucher vouchers whitelist workspace workspaces "
        + "allowance backer backers certificate certificates contract contracts donor donors enroll enrolled enrollment enrollments frozen insider insiders invoice invoices patron patrons "
        + "receipt receipts registered registration registrations sale sales sponsor sponsors supporter supporters suspended transaction transactions verification verifications verified wallet wallets");

    /// <summary>Those of them, and for rights, that name a store even if it is what the code delivers.</summary>
    private static readonly HashSet<string> Records = AccessNames.Words(
        "allowlist bought buyer buyers entitlement entitlements licence licences license licenses licensing member members membership memberships plan plans purchase purchased purchaser purchasers "
        + "purchases seat seats subscriber subscribers subscription subscriptions tier tiers whitelist");

    /// <summary>The words for a person.</summary>
    private static readonly HashSet<string> Persons = AccessNames.Words("account caller customer email principal sub subject tenant user");

    /// <summary>The words for a person that a variable can have, too. A claim with such a name can be a right.</summary>
    private static readonly HashSet<string> Owners = AccessNames.Words("designer figma handle login me person profile uid");

    /// <summary>The words of the types of claims that say only who the user is.</summary>
    private static readonly HashSet<string> Identities = AccessNames.Words("e figma id identifier mail name nameid nameidentifier oid preferred sid sub subject uid unique upn user username");

    /// <summary>The words of the name of a store of all users.</summary>
    private static readonly HashSet<string> Stores = AccessNames.Words("db i manager repository service store user users");

    /// <summary>Determines whether a member, a variable or a text with the name can tell who has bought or has a right, such as <c>ISubscriptionStore</c>. An access token and a payment token can't.</summary>
    public static bool NamesBuyers(string name)
    {
        string[] words = AccessNames.Split(name);
        return words.Where((word, i) => (AccessNames.IsRight(word) || Buyers.Contains(word)) && !(i + 1 < words.Length && Is(words[i + 1], "token") && (Is(word, "access") || Is(word, "payment")))).Any();
    }

    /// <summary>Determines whether a member or a type with the name keeps who has bought or has a right, such as <c>Seats</c>.</summary>
    public static bool NamesStore(string name) => AccessNames.Split(name).Any(Records.Contains);

    /// <summary>Determines whether a variable or a member with the name says who the user is, such as <c>email</c>.</summary>
    public static bool IsUser(string name) => AccessNames.Split(name).Any(static word => Persons.Contains(word) || Owners.Contains(word));

    /// <summary>Determines whether a claim says only who the user is, such as <c>sub</c>. Any other can be one that only payers get.</summary>
    public static bool IsIdentity(string claim) => AccessNames.Split(claim).Any(Persons.Contains) || AccessNames.Split(claim.Substring(claim.LastIndexOf('/') + 1)).All(Identities.Contains);

    /// <summary>Determines whether a type with the name keeps all users, such as <c>IUserStore</c>, so that it doesn't tell who has bought.</summary>
    public static bool IsUserStore(string name) => AccessNames.Split(name) is { } words && words.Any(static word => Is(word, "user") || Is(word, "users")) && words.All(static word => Stores.Contains(word));

    /// <summary>Determines whether a method with the name only finds something, such as <c>FindAsync</c> or <c>GetByIdAsync</c>.</summary>
    public static bool IsLookup(string name) => AccessNames.Split(name) is [var verb, ..] words && (Is(verb, "find") || Is(verb, "get") || Is(verb, "exists")) && words.Skip(1).All(static word => Is(word, "by") || Is(word, "id") || Is(word, "user"));

    /// <summary>Determines whether a type with the name limits the number of requests, such as <c>IRateLimiter</c>.</summary>
    public static bool IsLimiter(string name) => AccessNames.Split(name).Any(static word => Is(word, "quota") || Is(word, "limiter") || Is(word, "throttle"));

    private static bool Is(string word, string other) => string.Equals(word, other, StringComparison.OrdinalIgnoreCase);
}
