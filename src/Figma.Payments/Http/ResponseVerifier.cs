using System;

namespace Figma.Payments.Http;

/// <summary>
/// Compares an answer with its question: an answer about anybody or anything else proves nothing.
/// </summary>
/// <remarks>Two plugins of one owner yield payment tokens that differ in the resource only.</remarks>
internal static class ResponseVerifier
{
    /// <summary>What differs, by Figma's names and without a value; null where nothing does.</summary>
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

        return isOtherUser || isOtherId || isOtherType ? Name(isOtherUser, isOtherId, isOtherType) : null;
    }

    private static string Name(bool isOtherUser, bool isOtherId, bool isOtherType)
    {
        string names = isOtherUser ? WireNames.UserId : "";

        if (isOtherId)
            names += (names.Length > 0 ? ", " : "") + WireNames.ResourceId;

        if (isOtherType)
            names += (names.Length > 0 ? ", " : "") + WireNames.ResourceType;

        return names;
    }
}
