using System.Globalization;

namespace Figma.Payments.Testing.Ledger;

/// <summary>
/// Generates IDs in Figma's format. They have 19 digits, are the same in every run, and change if they are converted to a double or a JavaScript number.
/// </summary>
internal sealed class IdGenerator
{
    public const long FirstUser = 1_100_893_760_322_388_183;
    public const long FirstPlugin = 1_200_678_669_904_810_665;
    public const long FirstWidget = 1_300_278_071_261_150_779;
    public const long FirstCommunityFile = 1_400_513_923_048_216_127;

    private const long Stride = 104_729_000_411;

    private long _next;

    public IdGenerator(long first) => _next = first;

    public string Next()
    {
        long id;

        do
        {
            id = _next;
            _next += Stride;
        }
        while ((long)(double)id == id);

        return id.ToString(CultureInfo.InvariantCulture);
    }
}
