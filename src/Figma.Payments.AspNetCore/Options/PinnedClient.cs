using System;

namespace Figma.Payments.AspNetCore.Options;

/// <summary>The client of a generated gate.</summary>
/// <param name="Type">The interface of the client.</param>
/// <param name="Resource">The resource that the client is pinned to.</param>
/// <param name="CheckByToken">The function that sends token requests through the client, or null if it has no such method.</param>
/// <param name="CheckByUser">The function that sends ID requests through the client, or null if it has no such method.</param>
internal sealed record PinnedClient(Type Type, ResourceId Resource, Delegate? CheckByToken, Delegate? CheckByUser)
{
    /// <summary>Determines whether a gate sends requests through the client. The developer can replace the functions.</summary>
    public bool IsUsedBy(FigmaPaymentsGateOptions options) =>
        (CheckByToken is not null && CheckByToken == options.CheckByToken as Delegate) || (CheckByUser is not null && CheckByUser == options.CheckByUser as Delegate);
}
