using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Oracle;
using Microsoft.CodeAnalysis;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Secrets.DoNotHardCodeAccessTokensAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Secrets;

/// <summary>Tests FPG4001. The tokens are concatenated so that no secret scanner reports this file.</summary>
public sealed class DoNotHardCodeAccessTokensTests
{
    private const string Drawn = "q7Zt0Lw9_Xb3" + "-Rk5Vd8Mn2Yc6Hs1Jp4Gf0Ta9";
    private const string Personal = "figd" + "_" + Drawn;
    private const string OAuth = "figu" + "_" + Drawn;
    private const string Other = "figp" + "_" + Drawn;

    private const string PersonalMessage = "A personal access token is hard-coded; revoke it and read a new one from a secret store";

    [Theory]
    [InlineData("""public string Token = {|#0:"TOKEN"|};""")]
    [InlineData("""public const string Token = {|#0:"TOKEN"|};""")]
    [InlineData("""public string Token = {|#0:@"TOKEN"|};""")]
    [InlineData("public string Token = {|#0:\"\"\"TOKEN\"\"\"|};")]
    [InlineData("public string Token = {|#0:\"\"\"\n    TOKEN\n    \"\"\"|};")]
    [InlineData("""public static ReadOnlySpan<byte> Token => {|#0:"TOKEN"u8|};""")]
    [InlineData("""public string Token = {|#0:"X-Figma-Token: TOKEN"|};""")]
    [InlineData("""public string Run(int i) => $"{i}{|#0:?token=TOKEN&x=|}{i}";""")]
    [InlineData("""public void Run(string token = {|#0:"TOKEN"|}) { }""")]
    [InlineData("""[Obsolete({|#0:"TOKEN"|})] public int Old;""")]
    [InlineData("""public bool Run(string token) => token switch { {|#0:"TOKEN"|} => true, _ => false };""")]
    [InlineData("""public PersonalAccessToken Token = new({|#0:"TOKEN"|});""")]
    [InlineData("public string Token = {|#0:\"\\u0066igd_REST\"|};")]
    [InlineData("""public string Token = {|#0:"figd_"|} + "REST";""")]
    [InlineData("""public string Token = "x " + ({|#0:"figd_HALF"|} + "REST");""")]
    [InlineData("""private const string Rest = "REST"; public string Token = {|#0:"figd_"|} + Rest;""")]
    [InlineData("""private const string Prefix = "figd_"; public string Token = {|#0:Prefix|} + "REST";""")]
    [InlineData("""public string Run(string rest) => {|#0:"figd_"|} + "REST" + '&' + rest;""")]
    [InlineData("""public string Run(string rest) => rest + (' ' + {|#0:"figd_"|} + "REST");""")]
    [InlineData("""public string Token = string.Concat({|#0:"figd_"|}, "REST");""")]
    [InlineData("""public string Token = String.Concat("x ", {|#0:"figd_HALF"|}, "REST", " y");""")]
    [InlineData("""private const string Rest = "REST"; public string Token = $"{|#0:figd_|}{Rest}";""")]
    [InlineData("""private const string Prefix = "figd_"; public string Run(string rest) => $"{{|#0:Prefix|}}REST {rest}";""")]
    [InlineData("""private const string Prefix = "figd_", Rest = "REST"; public string Token = {|#0:Prefix|} + Rest;""")]
    [InlineData("""private const string Prefix = "figd_", Rest = "REST"; public string Token = string.Concat({|#0:Prefix|}, Rest);""")]
    [InlineData("""public string Run(string id) => "token=" + {|#0:"TOKEN"|} + "&id=" + id;""")]
    public Task Token_in_any_string_is_reported(string member) =>
        VerifyCS.VerifyAnalyzerAsync(Code(member), VerifyCS.Diagnostic("FPG4001").WithLocation(0).WithMessage(PersonalMessage));

    [Fact]
    public Task OAuth_token_is_named_in_the_message() => VerifyCS.VerifyAnalyzerAsync(
        $"public class Code {{ public string Token = {{|#0:\"{OAuth}\"|}}; }}",
        VerifyCS.Diagnostic("FPG4001").WithLocation(0).WithMessage(PersonalMessage.Replace("A personal access token", "An OAuth token", System.StringComparison.Ordinal)));

    [Fact]
    public Task Token_with_another_prefix_of_Figma_is_reported() => VerifyCS.VerifyAnalyzerAsync(
        $"public class Code {{ public string Token = {{|#0:\"{Other}\"|}}; }}",
        VerifyCS.Diagnostic("FPG4001").WithLocation(0).WithMessage(PersonalMessage.Replace("A personal access token", "An access token", System.StringComparison.Ordinal)));

    [Theory]
    [InlineData("""public string Run(string rest) => "figd_" + rest;""")]
    [InlineData("""public string Run(string rest) => "figd_" + rest + "REST";""")]
    [InlineData("""public string Run(string rest) => $"figd_{rest}REST";""")]
    [InlineData("""public string Run(string rest) => string.Concat("figd_", rest, "REST");""")]
    [InlineData("""public string Token = "figd_" + " " + "REST";""")]
    [InlineData("""public string Token = "figd" + "_" + "REST";""")]
    [InlineData("""public string Token = "figd_" + "your-personal-access-" + "token-goes-here-1";""")]
    [InlineData("""public int Run(int figd_) => figd_ + 1;""")]
    public Task Concatenation_that_contains_no_token_is_not_reported(string member) => VerifyCS.VerifyNoDiagnosticsAsync(Code(member));

    [Theory]
    [InlineData("figd", "0cC1fGh2kLm3nOp4qRs5")]
    [InlineData("figu", "Zk3-8xQ_w5Lp0Vt7Nc2Rb9Yd4")]
    [InlineData("figd", "a8F03c9d71E64b2085fd39Gc67e10B42d95f8c13")]
    public Task Random_text_after_the_prefix_is_reported(string prefix, string drawn) => VerifyCS.VerifyAnalyzerAsync($"public class Code {{ public string Token = {{|FPG4001:\"{prefix}_{drawn}\"|}}; }}");

    [Fact]
    public void Random_tokens_are_recognized_and_words_are_not()
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        string[] words = ["Your", "personal", "ACCESS", "token", "goes", "Here", "my", "secret", "figma", "Test", "example", "replace", "With", "placeholder"];
        System.Random random = new(20_240_301);

        int found = Enumerable.Range(0, 10_000).Count(_ => AccessTokenText.FindKind("figd_" + new string([.. Enumerable.Range(0, 40).Select(_ => alphabet[random.Next(alphabet.Length)])])) is not null);
        Assert.True(found >= 9_950, $"{found} of 10,000");

        for (int i = 0; i < 10_000; i++)
        {
            string text = string.Join(random.Next(3) switch { 0 => "-", 1 => "_", _ => "" }, Enumerable.Range(0, random.Next(3, 9)).Select(_ => words[random.Next(words.Length)])) + random.Next(100);
            Assert.True(AccessTokenText.FindKind("figd_" + text) is null, text);
        }
    }

    [Theory]
    [InlineData("figd_")]
    [InlineData("figd_…")]
    [InlineData("figd_x")]
    [InlineData("figd_a1B2c3D4e5F6g7H8i9J")]
    [InlineData("figd_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("figd_XXXXXXXX-XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")]
    [InlineData("figd_0000000000000000000000000000000000000000")]
    [InlineData("figd_0123456789abcdefghijklmnopqrstuvwxyz")]
    [InlineData("figd_abcABC123abcABC123abcABC123")]
    [InlineData("figd_a1B2c3D4e5F6g7H8i9J0k1L2m3N4")]
    [InlineData("figd_1A2B3C4D5E6F7G8H9I0J1K2L3M4N5O6P7Q8R9S0T")]
    [InlineData("figd_A1b2-C3d4-E5f6-G7h8-I9j0-K1l2")]
    [InlineData("figd_aaBB11ccDD22eeFF33ggHH44iiJJ55")]
    [InlineData("figd_ABC123def456GHI789jkl012MNO345")]
    [InlineData("figd_1q2w3e4r5t6y7u8i9o0p1a2s3d4f")]
    [InlineData("figd_Qwerty1Asdfgh2Zxcvbn3Qwerty4Asdfgh5")]
    [InlineData("figd_x7Kq9Zb3Lx7Kq9Zb3Lx7Kq9Zb3L")]
    [InlineData("figp_x7Kq9Zb3Lm-x7Kq9Zb3Lm-x7Kq9Zb3Lm")]
    [InlineData("figd_aB1aB1cB1aA1bC1aB1cA1bB1")]
    [InlineData("figd_deadbeef1deadbeef2cafe3babe")]
    [InlineData("figd_FooBarBaz123FooBarQux456FooBar789")]
    [InlineData("figd_JohnDoe42JaneRoe17MaxMuster99")]
    [InlineData("figd_v1_Prod_EU_West_2_K8s_N0de_7_Blue")]
    [InlineData("figd_123e4567-e89b-12d3-a456-426614174000")]
    [InlineData("figd_123e4567e89b12d3a456426614174000")]
    [InlineData("figd_550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("figd_aB1cD2eF3gH4iJ5kL6mN7oP8")]
    [InlineData("figd_1qaz2wsx3edc4rfv5tgb6yhn")]
    [InlineData("figd_wrong_kR8vN2xQ7mT4wY9bC3zF6hJ1")]
    [InlineData("figd_a8f03c9d71e64b2085fd39ac67e10b42d95f8c13")]
    [InlineData("figd_A8F03C9D71E64B2085FD39AC67E10B42D95F8C13")]
    [InlineData("figd_a8F03c9D71e64B2085fD39aC67e10B42d95F8c13")]
    [InlineData("figd_e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("figd_6f9619ff-8b86-d011-b42d-00c04fc964ff-7c1d")]
    [InlineData("figd_9XKQ2ZP7WJ4M8RT1VB6YH3CN5LD0SG")]
    [InlineData("figd_01arz3ndektsv4rrffq69g5fav8wq2")]
    [InlineData("figd_QSBtYWRlLXVwIHZhbHVlIGZvciBhIGRlbW8h")]
    [InlineData("figd_c2VjcmV0OiA3OGEyLTkxYmM0")]
    [InlineData("figd_q7Zt0Lw9Xb3Rk5Vd8Mn2Yc6Hs1Jp4Q==")]
    [InlineData("figd_q7Zt0Lw9Xb3Rk5Vd8Mn2Yc+6Hs1Jp4Q")]
    [InlineData("figd_expired_kR8vN2xQ7mT4wY9bC3zF6hJ1")]
    [InlineData("figd_550e8400e29b41d4a716446655440000")]
    [InlineData("figd_6f9619ff-8b86-d011-b42d-00c04fc964ff")]
    [InlineData("figd_MyCompany2024Prod1Key9Abc7")]
    [InlineData("figd_NotReal1ButLooks2Like3This4One5")]
    [InlineData("figd_lorem1ipsum2dolor3sit4amet5")]
    [InlineData("figd_h3llo-w0rld-th1s-1s-n0t-r34l")]
    [InlineData("figd_c0rr3ct-h0rs3-b4tt3ry-st4pl3")]
    [InlineData("figd_T0k3n-F0r-T3st1ng-4Zq8Lw2Xv6Mk9")]
    [InlineData("figu_x7Kq9FAKEb3LmTOKENw8Zr2Vn5Yt")]
    [InlineData("figp_")]
    [InlineData("figd_made-up-by-FakeFigmaPayments-1")]
    [InlineData("figd_made-up-and-wrong")]
    [InlineData("figd_MARK-access-0123456789")]
    [InlineData("figd_YOUR_PERSONAL_ACCESS_TOKEN_HERE")]
    [InlineData("figd_your-personal-access-token-goes-here-1")]
    [InlineData("figd_YourPersonalAccessTokenGoesHere123")]
    [InlineData("figd_<your token>")]
    [InlineData("prefigd_q7Zt0Lw9Xb3Rk5Vd8Mn2Yc6Hs1Jp4")]
    [InlineData("figma_q7Zt0Lw9Xb3Rk5Vd8Mn2Yc6Hs1Jp4")]
    [InlineData("ghp_q7Zt0Lw9Xb3Rk5Vd8Mn2Yc6Hs1Jp4Gf0")]
    public Task Placeholder_is_not_reported(string text) => VerifyCS.VerifyNoDiagnosticsAsync($"public class Code {{ public string Token = \"{text}\"; public string Two(int i) => $\"{text}{{i}}\"; }}");

    [Fact]
    public Task Text_that_is_longer_than_a_token_is_not_reported() =>
        VerifyCS.VerifyNoDiagnosticsAsync($"public class Code {{ public string Token = \"{Personal}{Drawn}b{Drawn[..^1]}c{Drawn[..^2]}d{Drawn}\"; }}");

    [Fact]
    public Task Token_in_a_comment_is_not_reported() => VerifyCS.VerifyNoDiagnosticsAsync($"// {Personal}\npublic class Code {{ }}");

    [Fact]
    public async Task Diagnostic_contains_no_part_of_the_token()
    {
        ImmutableArray<Diagnostic> diagnostics = await Consumer.Of($"public class Code {{ public string Token = \"{Personal}\"; }}").AnalyzeAsync();
        Diagnostic diagnostic = Assert.Single(diagnostics);

        for (int i = 0; i + 4 <= Drawn.Length; i++)
        {
            Assert.DoesNotContain(Drawn.Substring(i, 4), diagnostic.ToString(), System.StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(diagnostic.Properties, property => property.Value?.Contains(Drawn.Substring(i, 4), System.StringComparison.OrdinalIgnoreCase) == true);
        }
    }

    [Fact]
    public async Task Project_without_the_library_is_not_analyzed() => Assert.Empty(await Consumer.AnalyzeAsync(
        (Consumer.Of($"public class Code {{ public string Token = \"{Personal}\"; }}") with { References = References.WithoutLibrary }).Compile()));

    private static string Code(string member) => "#pragma warning disable 8981\npublic class Code\n{\n" + member
        .Replace("TOKEN", Personal, System.StringComparison.Ordinal)
        .Replace("HALF", Drawn[..9], System.StringComparison.Ordinal)
        .Replace("REST", Drawn, System.StringComparison.Ordinal) + "\n}\n";
}
