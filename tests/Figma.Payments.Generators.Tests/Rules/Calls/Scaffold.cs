namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>The code around the calls of the truth table.</summary>
internal static class Scaffold
{
    public const string Shared = """
        [PaymentsClient]
        public partial interface IIds
        {
            Task<PaymentInformation> RequestAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default);
        }

        [PaymentsClient]
        public partial interface ITexts
        {
            ValueTask<PaymentsResult> RequestAsync(UserId userId, string? communityFileId = null, string? pluginId = null, string? widgetId = null, CancellationToken cancellationToken = default);
        }

        [PaymentsClient]
        public partial interface INumbers
        {
            Task<PaymentStatus> RequestAsync(UserId userId, long? communityFileId = null, long? pluginId = null, long? widgetId = null, CancellationToken cancellationToken = default);
        }

        public class Named
        {
            public static implicit operator string?(Named named) => null;
        }

        public struct Counted
        {
            public static implicit operator long(Counted counted) => 1;
        }

        public static class Other
        {
            public static readonly string Empty = "1";
        }

        public static class Scope
        {
            public const string Constant = "1678669904810665842";
        }

        """;

    public const string OfType = """
        public class Box$T
        {
            public static implicit operator $T(Box$T box) => new("1");
        }

        public struct Raw$T
        {
            public static implicit operator $T(Raw$T raw) => new("1");
        }

        public class Perhaps$T
        {
            public static implicit operator $T?(Perhaps$T perhaps) => null;
        }

        public class Holder$T
        {
            public $T Solid { get; set; }
            public $T? Loose { get; set; }
        }

        """;

    public const string OpenClass = """
        public class Cells$T
        {
            private const string Empty = "";
            private const string? Nothing = null;
            private const string Constant = "1678669904810665842";
            private const long Number = 1678669904810665842;
            private static readonly string ReadOnly = "1";
            private static $T Shared => default;

            private $T _solid = default;
            private $T? _loose = null;
            private string _text = "";
            private $T Solid => _solid;
            private $T? Loose => _loose;
            private string Text => _text;
            private $T Make() => _solid;
            private $T? Find() => _loose;
            private string MakeText() => _text;
            private T Generic<T>() => throw new InvalidOperationException();

        """;

    public const string OpenMethod = """

            private async Task Cell$N(
                IIds ids, ITexts texts, INumbers numbers, UserId user,
                bool flag, int kind, int? looseKind, object boxed,
                $T solid, $T? loose, $T? other, $T[] array, $T?[] looseArray, ($T, int) tuple,
                Holder$T holder, Holder$T? maybe, Task<$T> task, Task<$T?> looseTask, Raw$T raw, Raw$T? looseRaw, Box$T nullBox,
                string text, string? looseText, string? maybeText, Task<string> textTask,
                long number, long? looseNumber, Task<long> numberTask, Counted? looseCounted)
            {
                const string localConstant = "1";
                const long localNumber = 1;
                $T solidLocal = solid;
                $T? looseLocal = loose;
                string? localText = looseText;
                long? looseLocalNumber = looseNumber;

        """;
}
