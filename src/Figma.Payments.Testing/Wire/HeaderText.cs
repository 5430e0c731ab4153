using System;

namespace Figma.Payments.Testing.Wire;

/// <summary>Which text a header can carry.</summary>
internal static class HeaderText
{
    public static bool IsValid(string? text) => !string.IsNullOrEmpty(text) && text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;
}
