using System;
using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 reports nothing if another service might decide: a request to it throws an exception if it is refused.</summary>
public sealed class ThrowingRequestTests
{
    [Theory]
    [InlineData("await http.GetStringAsync(URL)")]
    [InlineData("await http.GetByteArrayAsync(URL)")]
    [InlineData("await http.GetStreamAsync(URL)")]
    [InlineData("await http.GetFromJsonAsync<string>(URL)")]
    [InlineData("await http.DeleteFromJsonAsync<string>(URL)")]
    [InlineData("http.GetFromJsonAsAsyncEnumerable<string>(URL)")]
    [InlineData("(await http.GetAsync(URL)).EnsureSuccessStatusCode().Content.ReadAsStream()")]
    public async Task Request_for_the_user_might_decide(string request)
    {
        const string Load = "public sealed class Glyphs(HttpClient http) : IGlyphs { public async Task<object?> LoadAsync(UserId user, string name) { await Task.Yield(); return REQUEST; } }";
        string forUser = request.Replace("URL", "$\"https://render/{user}\"", StringComparison.Ordinal);

        await VerifyAsync($"GUARD return Results.Ok({forUser});");
        await VerifyAsync($"object? content = {forUser}; GUARD return Results.Ok(content);");
        await VerifyAsync("GUARD return Results.Ok(await glyphs.LoadAsync(user, name));", types: Load.Replace("REQUEST", forUser, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("await http.GetStringAsync(\"https://render/fonts\")", true)]
    [InlineData("await http.GetFromJsonAsync<string>(\"https://render/fonts\", context.RequestAborted)", true)]
    [InlineData("await http.GetStringAsync($\"https://render/{name}\")", true)]
    [InlineData("await http.GetAsync($\"https://render/{user}\")", true)]
    [InlineData("await http.GetStringAsync(\"https://render/premium\")")]
    [InlineData("await http.GetStringAsync($\"https://render/{context.User.Identity!.Name}\")")]
    public Task Request_decides_only_if_it_can_be_about_the_user(string request, bool isReported = false) => VerifyAsync($"GUARD return Results.Ok({request});", isReported);

    [Theory]
    [InlineData("await http.GetStringAsync(\"https://render/fonts\")", true)]
    [InlineData("await http.GetFromJsonAsync<string>(\"https://render/fonts\")", true)]
    [InlineData("await http.GetStringAsync(name)")]
    public Task Request_of_called_code_decides_unless_its_arguments_are_constant(string request, bool isReported = false) => VerifyAsync(
        "GUARD return Results.Ok(await glyphs.LoadAsync(user, name));",
        isReported,
        $"public sealed class Glyphs(HttpClient http) : IGlyphs {{ public async Task<object?> LoadAsync(UserId user, string name) {{ Console.WriteLine(user); Console.WriteLine(name); return {request}; }} }}");

    private static Task VerifyAsync(string statements, bool isReported = false, string types = "") => UnknownStatus.VerifyAsync($$"""
        using System.Net.Http;
        using System.Net.Http.Json;
        using Microsoft.AspNetCore.Http;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public interface IGlyphs { Task<object?> LoadAsync(UserId user, string name); }
        {{types}}
        public sealed class Code(IGlyph payments, IGlyphs glyphs, HttpClient http)
        {
            public async Task<IResult> RunAsync(UserId user, string name, HttpContext context)
            {
                Console.WriteLine($"{http}{glyphs}{name}{context}");
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                {{statements.Replace("GUARD", $"if ({Test(isReported)}) return Results.StatusCode(402);", StringComparison.Ordinal)}}
            }
        }
        """);
}
