using System.Globalization;
using System.Text;

namespace Figma.Payments.Generators.Emission;

/// <summary>Writes values as C# literals.</summary>
internal static class Literals
{
    public static string Text(string value)
    {
        StringBuilder literal = new("\"");

        foreach (char c in value)
        {
            if (c is '"' or '\\')
                literal.Append('\\').Append(c);
            else if (MustBeEscaped(c))
                literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                literal.Append(c);
        }

        return literal.Append('"').ToString();
    }

    private static bool MustBeEscaped(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.Control
        or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate;
}
