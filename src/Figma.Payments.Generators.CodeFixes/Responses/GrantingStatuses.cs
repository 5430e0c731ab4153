using System.Collections.Generic;

namespace Figma.Payments.Generators.CodeFixes.Responses;

/// <summary>The statuses that grant access, which the developer chooses.</summary>
/// <param name="Property">The property that is true for them.</param>
/// <param name="Names">Their names.</param>
/// <param name="Description">Their names in the title of an action.</param>
internal sealed record GrantingStatuses(string Property, IReadOnlyList<string> Names, string Description)
{
    public static readonly GrantingStatuses Paid = new("IsPaid", ["Paid"], "'Paid'");

    public static readonly GrantingStatuses PaidOrTrial = new("IsPaidOrTrial", ["Paid", "Trial"], "'Paid' and 'Trial'");
}
