using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;
using DateVerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Responses.DoNotDecideAccessByPurchaseDateAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 reports nothing if the code that a function calls, or code that this calls, might decide again.</summary>
public sealed class CalledCodeTests
{
    private const string Throws = "if (!(await payments.GetPaymentsAsync(user)).IsPaid) throw new PaymentRequiredException();";

    [Theory]
    [InlineData("public sealed class Glyphs : IGlyphs { public async Task<string> LoadAsync(UserId user) { await Task.Yield(); return \"glyphs\"; } }", true)]
    [InlineData("public sealed class Glyphs(IFiles files) : IGlyphs { public async Task<string> LoadAsync(UserId user) => await files.ReadAsync(user) ?? \"\"; }", true)]
    [InlineData("public sealed class Glyphs(IGlyph payments) : IGlyphs { public async Task<string> LoadAsync(UserId user) { " + Throws + " return \"glyphs\"; } }")]
    [InlineData("public sealed class Glyphs(IGlyph payments) : IGlyphs { public async Task<string> LoadAsync(UserId user) { await EnsureAsync(user); return \"glyphs\"; } private async Task EnsureAsync(UserId user) { " + Throws + " } }")]
    [InlineData("public sealed class Glyphs(IFiles files) : IGlyphs { public async Task<string> LoadAsync(UserId user) => await files.ReadAsync(user) ?? throw new InvalidOperationException(); }")]
    [InlineData("public sealed class Glyphs(IGlyph payments) : IGlyphs { public async Task<string> LoadAsync(UserId user) => (await payments.GetPaymentsAsync(user)).IsPaid ? \"glyphs\" : \"preview\"; }")]
    [InlineData("public abstract class Base : IGlyphs { public abstract Task<string> LoadAsync(UserId user); } public sealed class Glyphs(IGlyph payments) : Base { public override async Task<string> LoadAsync(UserId user) { " + Throws + " return \"glyphs\"; } }")]
    [InlineData("public sealed class Glyphs(ILicenseGate licenses) : IGlyphs { public async Task<string> LoadAsync(UserId user) { await licenses.FindAsync(user); return \"glyphs\"; } }")]
    public Task Result_of_an_interface_is_judged_by_its_implementations(string type, bool isReported = false) => VerifyAsync("return Results.Ok(await glyphs.LoadAsync(user));", type, isReported);

    [Theory]
    [InlineData("string content = Load(); return Results.Ok(content);", "private string Load() => Read(); private string Read() => \"glyphs\";", true)]
    [InlineData("string content = Load(); return Results.Ok(content);", "private string Load() => Read(); private string Read() => Environment.NewLine == \"\" ? throw new InvalidOperationException() : \"\";")]
    [InlineData("string content = Load(3); return Results.Ok(content);", "private string Load(int count) => count == 0 ? \"\" : Read(count); private string Read(int count) => Load(count - 1);", true)]
    [InlineData("string content = Load(3); return Results.Ok(content);", "private string Load(int count) => count == 0 ? Deny() : Read(count); private string Read(int count) => Load(count - 1); private string Deny() => Environment.NewLine == \"\" ? throw new InvalidOperationException() : \"\";")]
    [InlineData("string content = Read(3); return Results.Ok(content);", "private string Load(int count) => count == 0 ? Deny() : Read(count); private string Read(int count) => Load(count - 1); private string Deny() => Environment.NewLine == \"\" ? throw new InvalidOperationException() : \"\";")]
    [InlineData("return Results.Ok(Content);", "private string Content => Text; private string Text => \"glyphs\";", true)]
    [InlineData("return Results.Ok(Content);", "private string Content => Text; private string Text => Environment.NewLine == \"\" ? throw new InvalidOperationException() : \"\";")]
    [InlineData("return Results.Ok(new Page(user));", "private sealed class Page { public Page(UserId user) => User = user; public UserId User { get; } }", true)]
    [InlineData("return Results.Ok(new Page(user));", "private sealed class Page { public Page(UserId user) => User = Checked(user); public UserId User { get; } private static UserId Checked(UserId user) => user == default ? throw new InvalidOperationException() : user; }")]
    [InlineData("return Results.Ok(new[] { user }.Select(Load));", "private string Load(UserId user) => user.Value;", true)]
    [InlineData("return Results.Ok(new[] { user }.Select(Load));", "private string Load(UserId user) => user == default ? throw new InvalidOperationException() : \"\";")]
    public Task Result_is_judged_by_the_methods_that_lead_to_it(string statements, string members, bool isReported = false) => VerifyAsync(statements, "", isReported, members);

    [Theory]
    [InlineData("=> \"glyphs\";", true)]
    [InlineData("=> Environment.NewLine == \"\" ? \"glyphs\" : throw new InvalidOperationException();")]
    public Task Property_of_an_interface_is_judged_by_its_implementations(string getter, bool isReported = false) =>
        VerifyAsync("return Results.Ok(library.Content);", $"public sealed class Library(IFiles files) : ILibrary {{ public string Content {getter} public override string ToString() => $\"{{files}}\"; }}", isReported);

    [Theory]
    [InlineData("public async Task<string> Handle(GetGlyphs request) { await Task.Yield(); return \"glyphs\"; }", true)]
    [InlineData("public async Task<string> Handle(GetGlyphs request) { UserId user = request.User; " + Throws + " return \"glyphs\"; }")]
    [InlineData("public async Task<string> Handle(string request) { UserId user = UserId.Parse(request); " + Throws + " return \"glyphs\"; }", true)]
    public Task Request_to_a_mediator_is_judged_by_its_handlers(string handler, bool isReported = false) => VerifyAsync(
        "return Results.Ok(await mediator.Send(new GetGlyphs(user)));",
        $"public sealed record GetGlyphs(UserId User) : IRequest<string>; public sealed class GetGlyphsHandler(IGlyph payments) {{ private IGlyph Payments {{ get; }} = payments; {handler.Replace("payments.", "Payments.", System.StringComparison.Ordinal)} }}",
        isReported);

    // What a decorator wraps has the same interface.
    [Theory]
    [InlineData("public sealed class Glyphs : IGlyphs { public async Task<string> LoadAsync(UserId user) { await Task.Yield(); return \"glyphs\"; } }", true)]
    [InlineData("public sealed class Glyphs : IGlyphs { public async Task<string> LoadAsync(UserId user) { await Task.Yield(); throw new InvalidOperationException(); } }")]
    public Task Decorator_is_judged_by_the_other_implementations(string type, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public sealed class PaymentRequiredException : Exception;
        public interface IGlyphs { Task<string> LoadAsync(UserId user); }
        public sealed class PaidGlyphs(IGlyphs inner, IGlyph payments) : IGlyphs
        {
            public async Task<string> LoadAsync(UserId user)
            {
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) throw new PaymentRequiredException();
                return await inner.LoadAsync(user);
            }
        }

        {{type}}
        """);

    [Theory]
    [InlineData("", true)]
    [InlineData("await context.Response.WriteAsync(await glyphs.LoadAsync(user));", true)]
    [InlineData("await context.Response.WriteAsync(await glyphs.LoadAsync(user));", false, Throws)]
    public Task Function_without_a_result_is_judged_by_what_it_calls_after_the_test(string statements, bool isReported = false, string code = "await Task.Yield();") => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public sealed class PaymentRequiredException : Exception;
        public sealed class Glyphs(IGlyph payments) { private IGlyph Payments { get; } = payments; public async Task<string> LoadAsync(UserId user) { {{code.Replace("payments.", "Payments.", System.StringComparison.Ordinal)}} return "glyphs"; } }
        public sealed class Code(IGlyph payments, Glyphs glyphs)
        {
            public async Task RunAsync(HttpContext context, UserId user)
            {
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) { context.Response.StatusCode = 402; return; }
                Console.WriteLine(glyphs);
                {{statements}}
            }
        }
        """);

    [Theory]
    [InlineData("RevokeAccessAsync", true)]
    [InlineData("EnsureAllowedAsync")]
    public Task Access_that_is_granted_or_revoked_is_decided_by_the_test(string other, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public interface IEntitlements { Task GrantAccessAsync(UserId user); Task {{other}}(UserId user); }
        public sealed class Worker(IGlyph payments, IEntitlements entitlements)
        {
            public async Task SyncAsync(UserId user)
            {
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}})
                    await entitlements.{{other}}(user);
                else
                    await entitlements.GrantAccessAsync(user);
            }
        }
        """);

    [Theory]
    [InlineData("UserId.Parse(accessor.HttpContext?.User.FindFirst(\"sub\")?.Value ?? throw new UnauthorizedAccessException())", true)]
    [InlineData("UserId.Parse(accessor.HttpContext?.User.FindFirst(\"subscription\")?.Value ?? throw new UnauthorizedAccessException())")]
    [InlineData("accessor.HttpContext is null ? throw new UnauthorizedAccessException() : default")]
    public Task Property_that_rejects_a_request_without_a_user_is_judged_by_what_it_reads(string id, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public sealed class CurrentUser(IHttpContextAccessor accessor) { public UserId Id => {{id}}; }
        public sealed class Glyphs(IGlyph payments)
        {
            public async Task<IResult> ReadAsync(CurrentUser current)
            {
                PaymentInformation info = await payments.GetPaymentsAsync(current.Id);
                if ({{Test(isReported)}}) return Results.StatusCode(402);
                return Results.Ok("glyphs");
            }
        }
        """);

    [Theory]
    [InlineData("if (context.User.FindFirst(\"sub\") is null) return;", true)]
    [InlineData("if (context.User.FindFirst(\"sub\") is null) { context.Fail(); return; }")]
    [InlineData("if (context.User.FindFirst(\"plan\") is null) return;")]
    [InlineData("if (!context.User.IsInRole(\"member\")) return;")]
    public Task Handler_that_does_nothing_for_an_unknown_user_is_judged_by_what_it_reads(string before, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Authorization;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public sealed class PaidRequirement : IAuthorizationRequirement;
        public sealed class PaidHandler(IGlyph payments) : AuthorizationHandler<PaidRequirement>
        {
            protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PaidRequirement requirement)
            {
                {{before}}
                PaymentInformation info = await payments.GetPaymentsAsync(new UserId(context.User.Identity!.Name!));
                if ({{Test(isReported).Replace("==", "!=", System.StringComparison.Ordinal)}}) context.Succeed(requirement);
            }
        }
        """);

    [Theory]
    [InlineData("return Results.Ok(await cache(_ => glyphs.LoadAsync(user)));")]
    [InlineData("return Results.Ok(await Task.Run(() => glyphs.LoadAsync(user)));")]
    [InlineData("return Results.Stream(stream => glyphs.LoadAsync(user));")]
    [InlineData("Func<Task<string>> load = () => glyphs.LoadAsync(user); return Results.Ok(await load());")]
    [InlineData("return Results.Ok(await Task.Run(() => glyphs.ToString()));", true)]
    [InlineData("return Results.Stream(stream => stream.FlushAsync());", true)]
    public Task Lambda_on_the_side_that_is_granted_is_judged_by_what_it_calls(string statement, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public sealed class PaymentRequiredException : Exception;
        public sealed class Glyphs(IGlyph payments) { public async Task<string> LoadAsync(UserId user) => (await payments.GetPaymentsAsync(user)).IsPaid ? "glyphs" : throw new PaymentRequiredException(); }
        public sealed class Code(IGlyph payments, Glyphs glyphs, Func<Func<UserId, Task<string>>, Task<string>> cache)
        {
            public override string ToString() => $"{cache}";
            public async Task<IResult> ReadAsync(UserId user)
            {
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) return Results.StatusCode(402);
                await Task.Yield();
                {{statement}}
            }
        }
        """);

    [Theory]
    [InlineData("if (!await seats.HasAsync(user)) return []; return [\"glyphs\"];")]
    [InlineData("if (!await seats.HasAsync(user)) return null; return [\"glyphs\"];")]
    [InlineData("if (!await seats.HasAsync(user)) return File.ReadAllLines(\"preview\"); return File.ReadAllLines(\"glyphs\");")]
    [InlineData("return [await seats.HasAsync(user) ? \"glyphs\" : \"preview\"];")]
    [InlineData("return await seats.HasAsync(user) switch { true => [\"glyphs\"], _ => [] };")]
    [InlineData("switch (await seats.HasAsync(user)) { case true: return [\"glyphs\"]; default: return []; }")]
    [InlineData("return await ReadAsync(user);")]
    [InlineData("await ReadAsync(user); return [\"glyphs\"];", true)]
    [InlineData("if (await seats.HasAsync(user)) Console.WriteLine(user); return [\"glyphs\"];", true)]
    [InlineData("if (!File.Exists(\"glyphs\")) return []; return File.ReadAllLines(\"glyphs\");", true)]
    [InlineData("return [user.Value == \"\" ? \"preview\" : \"glyphs\"];", true)]
    public Task Result_of_a_method_that_chooses_is_judged_by_what_its_condition_reads(string statements, bool isReported = false) => VerifyChoiceAsync(
        "return Results.Ok(await glyphs.LoadAsync(user));",
        isReported,
        $"public async Task<string[]?> LoadAsync(UserId user) {{ await Task.Yield(); {statements} }} private async Task<string[]> ReadAsync(UserId user) => await seats.HasAsync(user) ? [\"glyphs\"] : [];");

    [Theory]
    [InlineData("if (!await seats.HasAsync(user)) yield break;")]
    [InlineData("if (!File.Exists(\"glyphs\")) yield break;", true)]
    public Task Sequence_of_a_method_that_chooses_is_judged_by_what_its_condition_reads(string statement, bool isReported = false) => VerifyChoiceAsync(
        "return Results.Ok(glyphs.LoadAsync(user));",
        isReported,
        $"public async IAsyncEnumerable<string> LoadAsync(UserId user) {{ await Task.Yield(); {statement} yield return \"glyphs\"; }}");

    [Theory]
    [InlineData("await glyphs.LoadAsync(user); return Results.Ok();", true)]
    [InlineData("return Results.Ok(new { Count = await glyphs.LoadAsync(user) });")]
    [InlineData("return Results.Ok(new[] { user }.Select(glyphs.LoadAsync));")]
    [InlineData("return Results.Stream(stream => glyphs.LoadAsync(user));")]
    [InlineData("return Results.Stream(async stream => { if (!await seats.HasAsync(user)) throw new InvalidOperationException(); await stream.FlushAsync(); });")]
    [InlineData("return Results.Stream(async stream => { if (!await seats.HasAsync(user)) return; await stream.FlushAsync(); });")]
    [InlineData("return Results.Stream(async stream => { if (stream.CanWrite) await stream.FlushAsync(); });", true)]
    [InlineData("return Results.Ok(await seats.HasAsync(user) ? \"glyphs\" : \"preview\");")]
    [InlineData("if (await seats.HasAsync(user)) return Results.Ok(\"glyphs\"); return Results.Ok(\"preview\");")]
    [InlineData("return Results.Ok(File.Exists(\"glyphs\") ? \"glyphs\" : \"preview\");", true)]
    public Task What_is_granted_is_judged_by_the_choices_in_it(string statements, bool isReported = false) =>
        VerifyChoiceAsync(statements, isReported, "public async Task<string> LoadAsync(UserId user) => await seats.HasAsync(user) ? \"glyphs\" : \"preview\";");

    [Theory]
    [InlineData("\"glyphs\"", true)]
    [InlineData("\"licenses\"")]
    [InlineData("user.Value")]
    [InlineData("$\"glyphs-{user}\"")]
    [InlineData("name")]
    public Task Choice_by_a_cache_is_judged_by_the_key(string key, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Memory;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public sealed class Code(IGlyph payments, IDistributedCache distributed, IMemoryCache cache)
        {
            public async Task<IResult> ReadAsync(UserId user, string name)
            {
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) return Results.StatusCode(402);
                byte[]? cached = await distributed.GetAsync({{key}});
                if (cached is not null) return Results.Bytes(cached);
                return Results.Text(cache.TryGetValue({{key}}, out string? text) ? text : $"glyphs of {name}");
            }
        }
        """);

    [Theory]
    [InlineData("Results.Ok(seats[user])")]
    [InlineData("Results.Ok(db.Seats.First(seat => seat.Owner == user.Value).Owner)")]
    [InlineData("Results.Ok(db.Packs.Where(pack => pack.Licenses.Any(owner => owner == user.Value)))")]
    [InlineData("Results.Ok(await entitlements.GetContentAsync(user))")]
    [InlineData("Results.Ok(db.FileOf(user))")]
    [InlineData("Results.Ok(db.Packs.Select(pack => pack.Name))", true)]
    [InlineData("Results.Ok(info.DateOfPurchase)", true)]
    [InlineData("Results.Ok(new { info.DateOfPurchase })", true)]
    [InlineData("Results.Ok(new { info.DateOfPurchase, db.Seats })")]
    public Task Granted_code_that_reads_a_store_of_buyers_might_decide(string response, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using System.Linq;
        using Microsoft.AspNetCore.Http;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public interface ISeats { string this[UserId user] { get; } }
        public interface IEntitlements { Task<string> GetContentAsync(UserId user); }
        public sealed record Seat(string Owner);
        public sealed record Pack(string Name, List<string> Licenses);
        public sealed class Db { public IQueryable<Seat> Seats { get; set; } = null!; public IQueryable<Pack> Packs { get; set; } = null!; public string FileOf(UserId user) => Seats.First(seat => seat.Owner == user.Value).Owner; }
        public sealed class LicensesController(IGlyph payments, Db db, ISeats seats, IEntitlements entitlements)
        {
            public override string ToString() => $"{db}{seats}{entitlements}";

            public async Task<IResult> ReadAsync(UserId user)
            {
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) return Results.StatusCode(402);
                await Task.Yield();
                return {{response}};
            }
        }
        """);

    // Only a choice after the test is one of what the test grants.
    [Theory]
    [InlineData("string name = await seats.HasAsync(user) ? \"member\" : \"user\"; Console.WriteLine(name);", true)]
    [InlineData("if (!await seats.HasAsync(user)) return Results.NotFound();")]
    public Task Choice_before_the_test_is_judged_by_what_it_denies(string before, bool isReported = false) => VerifyChoiceAsync("return Results.Ok(glyphs);", isReported, "", before);

    [Theory]
    [InlineData("File.Exists(\"glyphs\")", true)]
    [InlineData("await seats.HasAsync(user)")]
    public Task Endpoint_behind_a_filter_is_judged_by_the_choices_of_what_it_calls(string condition, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using System.IO;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public interface ISeats { Task<bool> HasAsync(UserId user); }
        public sealed class Glyphs(ISeats seats) { public override string ToString() => $"{seats}"; public async Task<string> LoadAsync(UserId user) { await Task.Yield(); return {{condition}} ? "glyphs" : "preview"; } }
        public static class Endpoints
        {
            public static void Add(WebApplication app) => app.MapGet("/glyphs/{user}", async (UserId user, Glyphs glyphs) => Results.Ok(await glyphs.LoadAsync(user))).AddEndpointFilter<PaidFilter>();
        }
        public sealed class PaidFilter(IGlyph payments) : IEndpointFilter
        {
            public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
            {
                PaymentInformation info = await payments.GetPaymentsAsync(UserId.Parse(context.HttpContext.User.FindFirst("sub")!.Value));
                if ({{Test(isReported)}}) return Results.StatusCode(402);
                return await next(context);
            }
        }
        """);

    private static Task VerifyChoiceAsync(string statements, bool isReported, string members, string before = "") => UnknownStatus.VerifyAsync($$"""
        using System.IO;
        using System.Linq;
        using Microsoft.AspNetCore.Http;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public interface ISeats { Task<bool> HasAsync(UserId user); }
        public sealed class Glyphs(ISeats seats) { public override string ToString() => $"{seats}"; {{members}} }
        public sealed class Code(IGlyph payments, ISeats seats, Glyphs glyphs)
        {
            public override string ToString() => $"{seats}{glyphs}";

            public async Task<IResult> ReadAsync(UserId user)
            {
                {{before}}
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) return Results.StatusCode(402);
                await Task.Yield();
                {{statements}}
            }
        }
        """);

    [Theory]
    [InlineData("payments = client ?? throw new ArgumentNullException(nameof(client));", true)]
    [InlineData("payments = client; if (!hasSeat()) throw new UnauthorizedAccessException();")]
    public Task Constructor_of_the_type_is_executed_before_the_test(string statements, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Mvc;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        [ApiController] public sealed class GlyphsController : ControllerBase
        {
            private readonly IGlyph payments;
            public GlyphsController(IGlyph client, Func<bool> hasSeat) { {{statements}} }
            [HttpGet] public async Task<IActionResult> Get(string user)
            {
                PaymentInformation info = await payments.GetPaymentsAsync(UserId.Parse(user));
                if ({{Test(isReported)}}) return StatusCode(402);
                return Ok("glyphs");
            }
        }
        """);

    [Theory]
    [InlineData("private void UnlockPremium(UserId user) => _open = true;", true)]
    [InlineData("private void UnlockPremium(UserId user) { _open = true; Opened?.Invoke(this, EventArgs.Empty); Console.WriteLine(user); }", true)]
    [InlineData("private void UnlockPremium(UserId user) => store.Unlock(user);", true)]
    [InlineData("private void UnlockPremium(UserId user) { if (seats.Has(user)) _open = true; }")]
    [InlineData("private void UnlockPremium(UserId user) => _open = seats.Has(user);")]
    [InlineData("private void UnlockPremium(UserId user) => Open(user); private void Open(UserId user) => _open = user != default && _open;")]
    [InlineData("private void UnlockPremium(UserId user) => _open = seats.Find(user) switch { null => false, _ => true };")]
    [InlineData("private void UnlockPremium(UserId user) => _open = payments.GetPaymentsAsync(user).Result.IsPaid;")]
    [InlineData("private void UnlockPremium(UserId user) => _open = seats.Find(user) is null ? throw new InvalidOperationException() : true;")]
    public async Task Call_that_grants_is_judged_by_its_code(string member, bool isReported = false)
    {
        await UnknownStatus.VerifyAsync(Code(isReported ? "{|FPG3002:info.PaymentStatus != PaymentStatus.Unpaid|}" : "info.PaymentStatus != PaymentStatus.Unpaid"));
        await new DateVerifyCS.Test { References = References.WithAspNetCore, TestCode = Code(isReported ? "{|FPG3001:info.DateOfPurchase is not null|}" : "info.DateOfPurchase is not null") }.RunAsync();

        string Code(string test) => $$"""
            [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
            public interface ISeats { bool Has(UserId user); object? Find(UserId user); }
            public interface IStore { void Unlock(UserId user); }
            public sealed class Editor(IGlyph payments, ISeats seats, IStore store)
            {
                private bool _open;
                private event EventHandler? Opened;
                public override string ToString() => $"{_open}{seats}{store}{Opened is null}";

                public async Task LoadAsync(UserId user)
                {
                    PaymentInformation info = await payments.GetPaymentsAsync(user);
                    if ({{test}}) UnlockPremium(user);
                }

                {{member}}
            }
            """;
    }

    [Theory]
    [InlineData("public sealed class Store : IStore { public void UnlockPremium(UserId user) => Console.WriteLine(user); }", true)]
    [InlineData("public sealed class Store : IStore { public void UnlockPremium(UserId user) { if (user != default) Console.WriteLine(user); } }")]
    public Task Call_that_grants_is_judged_by_the_implementations_of_its_interface(string type, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        public interface IStore { void UnlockPremium(UserId user); }
        {{type}}
        public sealed class Editor(IStore store)
        {
            public void Load(PaymentInformation info, UserId user)
            {
                if ({{(isReported ? "{|FPG3002:info.PaymentStatus != PaymentStatus.Unpaid|}" : "info.PaymentStatus != PaymentStatus.Unpaid")}}) store.UnlockPremium(user);
            }
        }
        """);

    // A source generator writes the code of the first one.
    [Theory]
    [InlineData("Log.Exporting(logger, user.Value);", true)]
    [InlineData("Log.Checking(logger, user.Value);")]
    public Task Logging_by_a_source_generator_before_the_test_is_no_decision(string before, bool isReported = false) => VerifyAsync(
        "return Results.Ok();",
        """
        public static partial class Log
        {
            [LoggerMessage(1, LogLevel.Information, "Exporting {Name}")] public static partial void Exporting(ILogger logger, string? name);
            public static partial void Exporting(ILogger logger, string? name) { if (logger.IsEnabled(LogLevel.Information)) logger.Log(LogLevel.Information, 1, name, null, static (state, error) => state ?? ""); }
            public static partial void Checking(ILogger logger, string? name);
            public static partial void Checking(ILogger logger, string? name) { if (logger.IsEnabled(LogLevel.Information)) throw new InvalidOperationException(name); }
        }
        """,
        isReported,
        before: before);

    [Theory]
    [InlineData("return PaymentRequired();", "private static IResult PaymentRequired() => Results.StatusCode(402);", true)]
    [InlineData("return PaymentRequired();", "private static IResult PaymentRequired() { return Required(); } private static IResult Required() => Results.Json(new { error = 1 }, statusCode: 402);", true)]
    [InlineData("return await PaymentRequired();", "private static Task<IResult> PaymentRequired() => Task.FromResult(Results.StatusCode(402));", true)]
    [InlineData("return PaymentRequired();", "private static IResult PaymentRequired() => Results.StatusCode(451);")]
    [InlineData("return PaymentRequired();", "private static IResult PaymentRequired() => PaymentRequired();")]
    [InlineData("return PaymentRequired();", "private static IResult PaymentRequired() { Console.WriteLine(); return Results.StatusCode(402); }")]
    [InlineData("return PaymentRequired();", "private static IResult PaymentRequired() => Environment.NewLine == \"\" ? Results.StatusCode(402) : Results.Ok();")]
    [InlineData("ThrowUnpaid();", "[System.Diagnostics.CodeAnalysis.DoesNotReturn] private static void ThrowUnpaid() => throw new PaymentRequiredException();", true)]
    [InlineData("{ ThrowUnpaid(); }", "[System.Diagnostics.CodeAnalysis.DoesNotReturn] private static void ThrowUnpaid() { throw new PaymentRequiredException(); }", true)]
    [InlineData("ThrowUnpaid();", "[System.Diagnostics.CodeAnalysis.DoesNotReturn] private static void ThrowUnpaid() => throw new InvalidOperationException();")]
    [InlineData("ThrowUnpaid();", "private static void ThrowUnpaid() => throw new PaymentRequiredException();")]
    public Task Method_that_only_refuses_is_a_refusal(string refusal, string members, bool isReported = false) =>
        VerifyAsync($"if ({Test(isReported)}) {refusal} return Results.Ok();", "", isReported: null, members);

    private static Task VerifyAsync(string statements, string types, bool? isReported, string members = "", string before = "") => UnknownStatus.VerifyAsync($$"""
        using System.Linq;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Logging;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public sealed class PaymentRequiredException : Exception;
        public interface IGlyphs { Task<string> LoadAsync(UserId user); }
        public interface ILibrary { string Content { get; } }
        public interface IFiles { bool Exists(string name); Task<string?> ReadAsync(UserId user); }
        public interface ILicenseGate { Task<object?> FindAsync(UserId user); }
        public interface IRequest<T>;
        public interface IMediator { Task<T> Send<T>(IRequest<T> request); }
        {{types}}
        public sealed class Code(IGlyph payments, IGlyphs glyphs, ILibrary library, IMediator mediator, ILogger<Code> logger)
        {
            public override string ToString() => $"{glyphs}{library}{mediator}{logger}";

            public async Task<IResult> GetAsync(UserId user)
            {
                {{before}}
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                {{(isReported is { } test ? $"if ({Test(test)}) return Results.StatusCode(402);" : "")}}
                {{statements}}
            }

            {{members}}
        }
        """);
}
