using System;

namespace Figma.Payments.Testing.Wire;

/// <summary>Validates header values.</summary>
internal static class HeaderText
{
    public static bool IsValid(string? text) => !string.IsNullOrEmpty(text) && text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;
}
