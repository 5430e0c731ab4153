using System;

namespace Figma.Payments.Http;

/// <summary>Compares a response with its request. A response about another user or another resource proves nothing.</summary>
/// <remarks>A payment token of another plugin of the same owner yields a valid response, which differs in the resource only.</remarks>
internal static class ResponseVerifier
{
    /// <summary>Returns Figma's names of the members that differ, followed by the verb, such as <c>user_id differs</c>, or null if none differs. It contains no values.</summary>
    public static string? FindMismatch(in ValidatedRequest request, in ParsedResponse parsed)
    {
        bool isOtherUser = request.UserId is { } user && !string.Equals(user, parsed.UserId, StringComparison.Ordinal);
        bool isOtherId = false;
        bool isOtherType = false;

        if (request.Resource is { } resource)
        {
            isOtherId = !string.Equals(resource.ValueOrNull, parsed.ResourceId, StringComparison.Ordinal);
            isOtherType = resource.Type != parsed.ResourceType;
        }

        return isOtherUser || isOtherId || isOtherType ? JoinNames(isOtherUser, isOtherId, isOtherType) : null;
    }

    private static string JoinNames(bool isOtherUser, bool isOtherId, bool isOtherType)
    {
        string names = isOtherUser ? WireNames.UserId : "";

        if (isOtherId)
            names += (names.Length > 0 ? ", " : "") + WireNames.ResourceId;

        if (isOtherType)
            names += (names.Length > 0 ? ", " : "") + WireNames.ResourceType;

        return names + (((isOtherUser ? 1 : 0) + (isOtherId ? 1 : 0) + (isOtherType ? 1 : 0)) == 1 ? " differs" : " differ");
    }
}
