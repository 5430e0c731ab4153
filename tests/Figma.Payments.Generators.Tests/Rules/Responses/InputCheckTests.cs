using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 tells a check of the request from one of an own store of buyers, which denies access.</summary>
public sealed class InputCheckTests
{
    [Theory]
    [InlineData("if (await files.FindAsync(name) is null) return Results.NotFound();", true)]
    [InlineData("if (await files.FindAsync(name) is not { } file) return Results.NotFound(); if (file.Owner is null) return Results.NotFound();", true)]
    [InlineData("GlyphFile? file = await files.FindAsync(name); if (file is null) return Results.NotFound();", true)]
    [InlineData("GlyphFile file = await files.FindAsync(name) ?? throw new ArgumentException(name);", true)]
    [InlineData("if (!table.TryGetValue(name, out GlyphFile? file) || file is null) return Results.NotFound();", true)]
    [InlineData("GlyphFile file = await files.FindAsync(name) ?? throw new KeyNotFoundException(name);", true)]
    [InlineData("if (await files.FindAsync(name) is null) throw new System.IO.FileNotFoundException(name);", true)]
    [InlineData("string id = context.User.FindFirst(\"sub\")?.Value ?? throw new UnauthorizedAccessException();", true)]
    [InlineData("string id = context.User.FindFirst(\"edition\")?.Value ?? throw new UnauthorizedAccessException();")]
    [InlineData("object row = await rows.FindAsync(user) ?? throw new KeyNotFoundException(name);")]
    [InlineData("if (await files.FindAsync(name) is null) throw new System.Security.SecurityException();")]
    [InlineData("string id = context.User.FindFirst(\"sub\")?.Value ?? throw new Microsoft.AspNetCore.SignalR.HubException();", true)]
    [InlineData("if (!System.IO.File.Exists(name)) throw new Microsoft.AspNetCore.SignalR.HubException();", true)]
    [InlineData("if (await rows.FindAsync(user) is null) throw new Microsoft.AspNetCore.SignalR.HubException();")]
    [InlineData("if (!files.IsValid(name)) throw new Microsoft.AspNetCore.SignalR.HubException();")]
    [InlineData("if (context.Request.Headers.IfNoneMatch == \"1\") return Results.StatusCode(304);", true)]
    [InlineData("if (flag) Console.WriteLine(name);", true)]
    [InlineData("if (files.All.FirstOrDefault(each => each.Owner == name) is null) return Results.NotFound();", true)]
    [InlineData("if (context.Request.RouteValues[\"name\"] is null) return Results.NotFound();", true)]
    [InlineData("if (context.User.FindFirst(\"figma_user_id\") is null) return Results.Unauthorized();", true)]
    [InlineData("if (context.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier) is null) return Results.Unauthorized();", true)]
    [InlineData("if (context.User.FindFirst(\"edition\") is null) return Results.Unauthorized();")]
    [InlineData("if (!DateTimeOffset.TryParse(context.User.FindFirst(\"until\")?.Value, out DateTimeOffset until)) return Results.BadRequest();")]
    [InlineData("if (await texts.FindAsync(name) is null) return Results.NotFound();", true)]
    [InlineData("string id = context.User.Identity!.Name!; if (await texts.FindAsync(id) is null) return Results.NotFound();")]
    [InlineData("if (await texts.FindAsync(Id(context)) is null) return Results.NotFound();")]
    [InlineData("if (await texts.FindAsync(Name(context)) is null) return Results.NotFound();", true)]
    [InlineData("if (await FindAsync(context) is null) return Results.NotFound();")]
    [InlineData("if (await texts.FindByAsync(context) is null) return Results.NotFound();")]
    [InlineData("if (!Tables.Fixed.ContainsKey(name)) return Results.NotFound();", true)]
    [InlineData("if (!Tables.Filled.ContainsKey(name)) return Results.NotFound();")]
    [InlineData("if (!Tables.Set.TryGetValue(name, out string? found)) return Results.NotFound();")]
    [InlineData("if (context.Request.Form.Files[\"glyphs\"] is null) return Results.BadRequest();", true)]
    [InlineData("if (!context.Request.Headers.TryGetValue(\"X-Payment-Token\", out var sent) || sent.Count != 1) return Results.Unauthorized();", true)]
    [InlineData("if (context.User.FindFirst(\"sub\") is null) return Results.Unauthorized();", true)]
    [InlineData("if (user == default) return Results.Unauthorized();", true)]
    [InlineData("if (default == user || name == \"\") return Results.Unauthorized();", true)]
    [InlineData("if (token is not { Length: > 0 }) return Results.Unauthorized();", true)]
    [InlineData("if (token is null or \"\") return Results.Unauthorized();", true)]
    [InlineData("if (token is null or \"trial\") return Results.Unauthorized();")]
    [InlineData("if (token is not { Length: var length } || length != _length) return Results.Unauthorized();")]
    [InlineData("if (await context.Request.ReadFromJsonAsync<Request>() is null) return Results.NotFound();", true)]
    [InlineData("if (await context.Request.ReadFromJsonAsync<Entitlement>() is null) return Results.NotFound();")]
    [InlineData("if (!System.IO.File.Exists(System.IO.Path.Combine(environment.ContentRootPath, name))) return Results.NotFound();", true)]
    [InlineData("if (!environment.WebRootFileProvider.GetFileInfo(name).Exists) return Results.NotFound();", true)]
    [InlineData("if (!System.IO.File.Exists(System.IO.Path.Combine(environment.EnvironmentName, name))) return Results.NotFound();")]
    [InlineData("if (!System.Net.Http.Headers.AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var header)) return Results.Unauthorized();", true)]
    [InlineData("if (!Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var media)) return Results.NotFound();", true)]
    [InlineData("if (!System.Net.Http.Headers.AuthenticationHeaderValue.TryParse(_header, out var header)) return Results.Unauthorized();")]
    [InlineData("if (Find(name) is null) return Results.NotFound();", true)]
    [InlineData("if (files.All.Count == 0) return Results.NotFound();", true)]
    [InlineData("if (await users.FindAsync(user) is null) return Results.NotFound();", true)]
    [InlineData("if (await users.FindAsync(user) is null) return Results.Forbid();")]
    [InlineData("if (await rows.FindAsync(user) is null) return Results.NotFound();")]
    [InlineData("object? row = await rows.FindAsync(user); if (row is null) return Results.NotFound();")]
    [InlineData("if (files.All.FirstOrDefault(each => each.Owner == user.Value) is null) return Results.NotFound();")]
    [InlineData("if (counts[user] == 0) return Results.NotFound();")]
    [InlineData("if (!counts.ContainsKey(user)) return Results.NotFound();")]
    [InlineData("if (await files.FindAsync(Key) is null) return Results.NotFound();")]
    [InlineData("if (_current is null) return Results.NotFound();")]
    [InlineData("if (current.File is null) return Results.NotFound();")]
    [InlineData("if (request.Title is null) return Results.NotFound();", true)]
    [InlineData("if (bound is null) return Results.NotFound();")]
    [InlineData("if (state.Row is null) return Results.NotFound();")]
    [InlineData("Entitlement? found = await entitlements.FindActiveAsync(user); if (found is null) return Results.NotFound();")]
    [InlineData("object? entitlement = await rows.FindAsync(user); if (entitlement is null) return Results.NotFound();")]
    [InlineData("if (await rows.FindAsync<Entitlement>(user) is null) return Results.NotFound();")]
    [InlineData("if (await rows.FindPaidAsync(user) is null) return Results.NotFound();")]
    [InlineData("object row = await rows.FindPaidAsync(user) ?? throw new ArgumentException(name);")]
    [InlineData("if (!customers.ContainsKey(user)) return Results.NotFound();")]
    [InlineData("if (!customers.TryGetValue(user, out string? row)) return Results.Unauthorized();")]
    [InlineData("customers.TryGetValue(user, out string? row); if (row is null) return Results.NotFound();")]
    [InlineData("if (files.All.FirstOrDefault(each => each.Owner == name && each.IsPremium) is null) return Results.NotFound();")]
    [InlineData("if (!System.IO.File.Exists($\"licenses/{name}\")) return Results.NotFound();")]
    [InlineData("if (context.User.FindFirst(\"subscription\") is null) return Results.Unauthorized();")]
    [InlineData("if (context.Items[\"row\"] is null) return Results.NotFound();")]
    [InlineData("if (find(name) is null) return Results.NotFound();")]
    [InlineData("if (await wallets.FindAsync(user) is { Balance: var balance } && balance < 1) return Results.NotFound();")]
    public Task Lookup_that_rejects_the_request_is_judged_by_its_source(string before, bool isReported = false) => VerifyAsync(before, isReported);

    [Theory]
    [InlineData("_names.TryGetValue(name, out string? found) ? found : null", true)]
    [InlineData("name.Length > 3 ? Find(name[1..]) : name", true)]
    [InlineData("_names.TryGetValue(name, out string? found) && IsPremium(found) ? found : null")]
    [InlineData("payments.GetPaymentsAsync(new UserId(name)).Result.IsPaid ? name : null")]
    [InlineData("new System.Net.Http.HttpClient().GetStringAsync(name).Result")]
    public Task Lookup_by_a_method_is_judged_by_its_code(string found, bool isReported = false) =>
        VerifyAsync("if (Find(name) is null) return Results.NotFound();", isReported, found);

    [Theory]
    [InlineData("public sealed class Users : IUsers { public Task<object?> FindAsync(UserId user) => Task.FromResult<object?>(new object()); }", true)]
    [InlineData("public sealed class PaidUsers : IUsers { public Task<object?> FindAsync(UserId user) => Task.FromResult<object?>(new object()); }")]
    [InlineData("public sealed class Users(IEntitlements all) : IUsers { public async Task<object?> FindAsync(UserId user) => await all.FindActiveAsync(user); }")]
    [InlineData("public sealed class Users(IGlyph payments) : IUsers { public async Task<object?> FindAsync(UserId user) => (await payments.GetPaymentsAsync(user)).IsPaid ? user : null; }")]
    public Task Lookup_by_an_interface_is_judged_by_its_implementations(string implementation, bool isReported = false) =>
        VerifyAsync("if (await users.FindAsync(user) is null) return Results.NotFound();", isReported, types: implementation);

    [Theory]
    [InlineData("Must(static name => name.Length > 3)", true)]
    [InlineData("MustAsync(names.IsFreeAsync)", true)]
    [InlineData("MustAsync(subscriptions.IsActiveAsync)")]
    public Task Validator_of_a_library_is_judged_by_its_rules(string rule, bool isReported = false) => VerifyAsync(
        "var validation = await validator.ValidateAsync(name); if (!validation.IsValid) return Results.ValidationProblem(validation.Errors);",
        isReported,
        types: $$"""
            public interface INames { Task<bool> IsFreeAsync(string name); }
            public interface ISubscriptions { Task<bool> IsActiveAsync(string name); }
            public abstract class AbstractValidator<T> : IValidator<T>
            {
                public extern Task<Validation> ValidateAsync(T value);
                protected extern void Must(Func<T, bool> test);
                protected extern void MustAsync(Func<T, Task<bool>> test);
            }
            public sealed class NameValidator : AbstractValidator<string> { public NameValidator(INames names, ISubscriptions subscriptions) => {{rule}}; }
            """);

    [Theory]
    [InlineData("if (!Validator.TryValidateObject(request, new(request), null)) return Results.BadRequest();", "", true)]
    [InlineData("if (!Validator.TryValidateObject(request, new(request), null)) return Results.BadRequest();", "public sealed class KnownAttribute : ValidationAttribute;")]
    [InlineData("if (context.User.FindFirst(\"sub\") is null) return Results.Unauthorized();", "", true)]
    [InlineData("if (context.User.FindFirst(\"sub\") is null) return Results.Unauthorized();", "public abstract class Editions : Microsoft.AspNetCore.Authentication.IClaimsTransformation { public abstract Task<System.Security.Claims.ClaimsPrincipal> TransformAsync(System.Security.Claims.ClaimsPrincipal user); }")]
    [InlineData("if (string.IsNullOrEmpty(context.Request.Headers[\"X-Row\"])) return Results.Unauthorized();", "public static class Rows { public static string? Read(HttpContext context) => context.Request.Headers[\"X-Row\"]; }", true)]
    [InlineData("if (string.IsNullOrEmpty(context.Request.Headers[\"X-Row\"])) return Results.Unauthorized();", "public static class Rows { public static void Write(HttpContext context, string row) => context.Request.Headers[\"X-Row\"] = row; }")]
    [InlineData("if (string.IsNullOrEmpty(context.Request.Headers[\"X-Row\"])) return Results.Unauthorized();", "public static class Rows { public static void Write(HttpContext context, string row) => context.Request.Headers.Append(\"X-Row\", row); }")]
    [InlineData("if (string.IsNullOrEmpty(context.Request.Headers[\"X-Row\"])) return Results.Unauthorized();", "public static class Rows { public static void Write(HttpContext context, string row) => context.Response.Headers[\"X-Row\"] = row; }", true)]
    [InlineData("if (context.Request.RouteValues[\"row\"] is null) return Results.NotFound();", "public static class Rows { public static void Write(HttpContext context, object row) => context.Request.RouteValues[\"row\"] = row; }")]
    [InlineData("if (new Name(name) is ({ Length: 0 }, _)) return Results.BadRequest();", "public sealed record Name(string Text) { public void Deconstruct(out string text, out int length) => (text, length) = (\"\", 0); }", true)]
    [InlineData("if (new Name(name) is ({ Length: 0 }, _)) return Results.BadRequest();", "public sealed record Name(string Text) { public void Deconstruct(out string text, out object? row) => (text, row) = (Text, AppContext.GetData(Text)); }")]
    public Task Check_is_judged_by_what_the_rest_of_the_project_does(string before, string types, bool isReported = false) => VerifyAsync(before, isReported, types: types);

    [Theory]
    [InlineData("if (upload.Length == 0) return Results.BadRequest();", true)]
    [InlineData("if (upload.ContentType != \"font/otf\") return Results.StatusCode(415);", true)]
    [InlineData("if (upload.Length > 10_000_000) return Results.StatusCode(413);", true)]
    [InlineData("if (name is not (\"otf\" or \"ttf\")) return Results.UnprocessableEntity();", true)]
    [InlineData("switch (name) { case \"otf\": break; default: return Results.BadRequest(); }", true)]
    [InlineData("var validation = await validator.ValidateAsync(name); if (!validation.IsValid) return Results.ValidationProblem(validation.Errors);", true)]
    [InlineData("if (!await quota.TryUseAsync(user)) return Results.StatusCode(429);", true)]
    [InlineData("if (!await health.IsReadyAsync()) return Results.StatusCode(503);", true)]
    [InlineData("if (!files.IsValid(name)) return Results.BadRequest();", true)]
    [InlineData("if (!IsName(name)) return Results.BadRequest();", true)]
    [InlineData("if (!files.IsValid(name)) return Results.NotFound();")]
    [InlineData("if (!files.IsValid(name)) return Results.Forbid();")]
    [InlineData("if (!files.IsValid(name)) return Results.StatusCode(500);", true)]
    [InlineData("if (!files.IsValid(name)) return Results.Problem();", true)]
    [InlineData("if (!files.IsValid(name)) return Results.Problem(statusCode: 402);")]
    [InlineData("if (!files.IsValid(name)) return Results.Problem(new Microsoft.AspNetCore.Mvc.ProblemDetails { Status = 402 });")]
    [InlineData("if (!files.IsValid(name)) return Results.StatusCode(name.Length);")]
    [InlineData("if (!await entitlements.AnyAsync(user)) return Results.StatusCode(500);")]
    [InlineData("if (flag) return Results.BadRequest();")]
    [InlineData("bool isFound = false; if (flag) isFound = true; if (!isFound) return Results.BadRequest();")]
    [InlineData("if (_isReady) return Results.StatusCode(503);")]
    [InlineData("if (!test(name)) return Results.BadRequest();")]
    [InlineData("if (!IsPremium(name)) return Results.BadRequest();")]
    [InlineData("if (!await entitlements.AnyAsync(user)) return Results.BadRequest();")]
    [InlineData("if (!customers.Keys.Contains(user)) return Results.StatusCode(429);")]
    [InlineData("if (!context.User.IsInRole(name)) return Results.BadRequest();")]
    [InlineData("if (context.User.FindFirst(\"plan\")?.Value != \"pro\") return Results.StatusCode(429);")]
    [InlineData("switch (name) { case \"premium\": return Results.BadRequest(); }")]
    [InlineData("if (Environment.GetEnvironmentVariable(\"OPEN\") != \"1\") return Results.StatusCode(503);")]
    public Task Rejection_that_never_refuses_a_payment_is_judged_by_its_source(string before, bool isReported = false) => VerifyAsync(before, isReported);

    [Theory]
    [InlineData("if (!await quota.TryUseAsync(user)) return Results.StatusCode(429);", true)]
    [InlineData("if (!await entitlements.AnyAsync(user)) return Results.StatusCode(429);")]
    public Task Rejection_after_the_test_is_judged_too(string after, bool isReported = false) => VerifyAsync("", isReported, after: after);

    [Theory]
    [InlineData("http.GetAsync(\"https://render/\" + name)", "StatusCode(502)", true)]
    [InlineData("http.GetAsync(\"https://render/\" + name)", "StatusCode(500)", true)]
    [InlineData("http.GetAsync(\"https://render/\" + name)", "StatusCode(503)", true)]
    [InlineData("http.PostAsync(\"https://render\", null)", "Problem(\"later\")", true)]
    [InlineData("http.GetAsync(\"https://render/\" + name)", "NotFound()")]
    [InlineData("http.GetAsync(\"https://render/\" + name)", "BadRequest()")]
    [InlineData("http.GetAsync(\"https://render/\" + name)", "StatusCode(403)")]
    [InlineData("http.GetAsync(\"https://render/\" + user.Value)", "StatusCode(502)")]
    [InlineData("http.GetAsync(\"https://licenses/\" + name)", "StatusCode(502)")]
    [InlineData("http.SendAsync(new(System.Net.Http.HttpMethod.Get, name))", "StatusCode(502)")]
    public async Task Failure_of_another_service_is_judged_by_what_it_is_asked_for(string call, string result, bool isReported = false)
    {
        string check = $"System.Net.Http.HttpResponseMessage response = await {call}; if (!response.IsSuccessStatusCode) return Results.{result};";
        await VerifyAsync(check, isReported);
        await VerifyAsync("", isReported, after: check);
    }

    [Theory]
    [InlineData("if (configuration[\"Maintenance\"] == \"on\") return Results.StatusCode(503);", true)]
    [InlineData("if (configuration[\"Maintenance\"] == \"on\") return Results.NotFound();")]
    [InlineData("if (configuration[\"Premium\"] != \"on\") return Results.StatusCode(503);")]
    [InlineData("if (configuration[user.Value] != \"on\") return Results.StatusCode(503);")]
    public Task Setting_is_judged_by_its_name_and_the_response(string before, bool isReported = false) => VerifyAsync(before, isReported);

    [Theory]
    [InlineData("if (context.Request.ContentLength > 100) { context.Response.StatusCode = 413; return; }", true)]
    [InlineData("if (!await quota.TryUseAsync(user)) { context.Response.StatusCode = 429; await context.Response.WriteAsync(\"later\"); return; }", true)]
    [InlineData("if (!await quota.TryUseAsync(user)) { context.Response.StatusCode = 404; return; }")]
    [InlineData("if (!await entitlements.AnyAsync(user)) { context.Response.StatusCode = 429; return; }")]
    [InlineData("if (await entitlements.FindActiveAsync(user) is null) { context.Response.StatusCode = 404; return; }")]
    public Task Middleware_is_judged_by_the_source_too(string before, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        {{Types}}
        public sealed class Paywall(RequestDelegate next, IGlyph payments, IQuota quota, IEntitlements entitlements)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                UserId user = new(context.User.Identity!.Name!);
                {{before}}
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) { context.Response.StatusCode = 402; return; }
                await next(context);
            }
        }
        """);

    [Theory]
    [InlineData("name", true)]
    [InlineData("entitlements.FindActiveAsync(default).Result")]
    public Task Methods_that_call_each_other_are_understood_only_together(string found, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        {{Types}}
        public sealed class Names(IEntitlements entitlements)
        {
            public object? First(string name) => name.Length > 3 ? Second(name[1..]) : {{found}};
            public object? Second(string name) => name.Length > 2 ? First(name[1..]) : name;
            public override string ToString() => $"{entitlements}";
        }
        public sealed class Glyphs(IGlyph payments, Names names)
        {
            public async Task<IResult> ReadAsync(UserId user, string name)
            {
                if (names.First(name) is null) Console.WriteLine(name);
                if (names.Second(name) is null) return Results.NotFound();
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) return Results.StatusCode(402);
                return Results.Ok(name);
            }
        }
        """);

    [Theory]
    [InlineData(0, "name", true)]
    [InlineData(40, "name", true)]
    [InlineData(0, "AppContext.GetData(name)")]
    [InlineData(40, "AppContext.GetData(name)")]
    public Task Chain_of_methods_is_understood_wherever_it_is_entered(int other, string last, bool isReported = false)
    {
        string chain = string.Concat(Enumerable.Range(0, 60).Select(i => $"private object? M{i}(string name) => M{i + 1}(name); ")) + $"private object? M60(string name) => {last};";

        return UnknownStatus.VerifyAsync($$"""
            using Microsoft.AspNetCore.Http;
            {{Types}}
            public sealed class Glyphs(IGlyph payments)
            {
                {{chain}}
                public async Task<IResult> ReadAsync(UserId user, string name)
                {
                    if (M{{other}}(name) is null) return Results.NotFound();
                    if (M0(name) is null) return Results.NotFound();
                    PaymentInformation info = await payments.GetPaymentsAsync(user);
                    if ({{Test(isReported)}}) return Results.StatusCode(402);
                    return Results.Ok(name);
                }
            }
            """);
    }

    [Theory]
    [InlineData("name", true)]
    [InlineData("entitlements.FindActiveAsync(default).Result")]
    public Task Partial_method_is_judged_by_its_code(string found, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        {{Types}}
        public sealed partial class Glyphs(IGlyph payments, IEntitlements entitlements)
        {
            private partial object? Find(string name);
            public async Task<IResult> ReadAsync(UserId user, string name)
            {
                if (Find(name) is null) return Results.NotFound();
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) return Results.StatusCode(402);
                return Results.Ok(name);
            }
            public override string ToString() => $"{entitlements}";
        }
        public sealed partial class Glyphs { private partial object? Find(string name) => {{found}}; }
        """);

    [Theory]
    [InlineData("glyphs.Export(null, info)", true)]
    [InlineData("exports.Export(name is null ? null : new GlyphFile(name, false), info)")]
    public Task Parameter_is_unknown_if_a_caller_passes_it_by_an_interface(string call, bool isExternal = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        {{Types}}
        public interface IGlyphs { IResult Export(GlyphFile? file, PaymentInformation info); }
        public interface IExports { IResult Export(GlyphFile? file, PaymentInformation info); }
        public sealed class Exports : IExports
        {
            public IResult Export(GlyphFile? file, PaymentInformation info)
            {
                if (file is null) return Results.NotFound();
                if ({{Test(isExternal)}}) return Results.StatusCode(402);
                return Results.Ok(file);
            }
        }
        public static class Caller
        {
            public static IResult Call(IExports exports, IGlyphs glyphs, PaymentInformation info, string? name) => {{call}};
        }
        """);

    [Theory]
    [InlineData("Put", true)]
    [InlineData("Handle")]
    public Task Method_that_receives_the_same_object_is_no_handler(string name, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        {{Types}}
        public sealed record Upload(string Name);
        public sealed class Glyphs(IGlyph payments, IValidator<Upload> validator, IEntitlements entitlements)
        {
            public async Task<IResult> PostAsync(UserId user, Upload upload)
            {
                if (!(await validator.ValidateAsync(upload)).IsValid) return Results.BadRequest();
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) return Results.StatusCode(402);
                return Results.Ok(upload.Name);
            }
            public async Task<IResult> {{name}}(UserId user, Upload upload) => await entitlements.AnyAsync(user) ? Results.Ok(upload) : Results.NotFound();
        }
        """);

    [Theory]
    [InlineData("name", true)]
    [InlineData("entitlements.FindActiveAsync(default).Result")]
    public Task Handler_of_a_request_is_judged_by_its_code(string found, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        {{Types}}
        public interface ISender { Task<T?> SendAsync<T>(IRequest<T> request); }
        public interface IRequest<T>;
        public sealed record FindRow(string Name) : IRequest<object>;
        public sealed class FindRowHandler(IEntitlements entitlements)
        {
            public object? Handle(FindRow request, string name) => {{found}};
            public override string ToString() => $"{entitlements}";
        }
        public sealed class Glyphs(IGlyph payments, ISender sender)
        {
            public async Task<IResult> ReadAsync(UserId user, string name)
            {
                if (await sender.SendAsync(new FindRow(name)) is null) return Results.NotFound();
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) return Results.StatusCode(402);
                return Results.Ok(name);
            }
        }
        """);

    [Theory]
    [InlineData("static void Ensure(string name) { if (!System.IO.File.Exists(name)) throw new System.IO.FileNotFoundException(name); }", true)]
    [InlineData("static void Ensure(string name) { if (name == \"\") throw new ArgumentException(name); Console.WriteLine(name); }", true)]
    [InlineData("static void Ensure(string name) { if (name == \"\") throw new UnauthorizedAccessException(name); }")]
    [InlineData("static void Ensure(string name) { if (!System.IO.File.Exists($\"licenses/{name}\")) throw new System.IO.FileNotFoundException(name); }")]
    [InlineData("static void Ensure(string name) { if (AppContext.GetData(name) is null) throw new System.IO.FileNotFoundException(name); }")]
    [InlineData("void Ensure(string name) { if (!isOpen) throw new System.IO.FileNotFoundException(name); }")]
    [InlineData("void Ensure(string name) { if (!_isOpen) throw new System.IO.FileNotFoundException(name); }")]
    [InlineData("void Ensure(string name) { _isOpen = System.IO.File.Exists(name) ? true : throw new System.IO.FileNotFoundException(name); }")]
    [InlineData("void Ensure(string name) { files.Run(name); if (name == \"\") throw new ArgumentException(name); }")]
    [InlineData("void Ensure(UserId user) { if (user.Value == \"\") throw new ArgumentException(user.Value); }", false, "user")]
    public Task Method_that_only_throws_is_judged_by_what_it_reads(string method, bool isReported = false, string argument = "name") => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        {{Types}}
        public interface IRuns { void Run(string name); }
        public sealed class Glyphs(IGlyph payments, IRuns files, bool isOpen)
        {
            private bool _isOpen = isOpen;
            public void Open() => _isOpen = isOpen;
            public async Task<IResult> ReadAsync(UserId user, string name)
            {
                Ensure({{argument}});
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) return Results.StatusCode(402);
                return Results.Ok(name);
            }
            private {{method}}
            public override string ToString() => $"{files}";
        }
        """);

    [Theory]
    [InlineData("static void Ensure(string name)", "name", true)]
    [InlineData("void Ensure(string name)", "flag")]
    public Task Local_function_that_only_throws_is_judged_too(string function, string given, bool isReported = false) => VerifyAsync(
        $"Ensure(name); {function} {{ if (!System.IO.File.Exists({(isReported ? given : "name")}) || {(isReported ? "name is null" : given)}) throw new System.IO.FileNotFoundException(name); }}", isReported);

    [Theory]
    [InlineData("if (!System.IO.File.Exists(name)) throw new System.IO.FileNotFoundException(name); return name;", true)]
    [InlineData("return Texts.Load(name);", true)]
    [InlineData("if (!System.IO.File.Exists(name)) throw new UnauthorizedAccessException(name); return name;")]
    [InlineData("if (!isKnown(name)) throw new ArgumentException(name); return name;")]
    [InlineData("if (entitlements.FindActiveAsync(default).Result is null) throw new InvalidOperationException(); return name;")]
    public Task Exception_of_called_code_is_judged_by_what_the_code_reads(string statements, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        {{Types}}
        public static class Texts { public static string Load(string name) => name.Length < 3 ? throw new FormatException() : name; }
        public sealed class Files(IEntitlements entitlements, Predicate<string> isKnown)
        {
            public string Load(string name) { {{statements}} }
            public override string ToString() => $"{entitlements}{isKnown}";
        }
        public sealed class Glyphs(IGlyph payments, Files files)
        {
            public async Task<IResult> ReadAsync(UserId user, string name)
            {
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) return Results.StatusCode(402);
                return Results.Ok(files.Load(name));
            }
        }
        """);

    private const string Types = """
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public sealed record GlyphFile(string? Owner, bool IsPremium);
        public sealed record Entitlement(string User);
        public sealed record Wallet(int Balance);
        public sealed record Validation(bool IsValid, IDictionary<string, string[]> Errors);
        public interface IFiles { IReadOnlyList<GlyphFile> All { get; } Task<GlyphFile?> FindAsync(string name); bool IsValid(string name); }
        public interface IUsers { Task<object?> FindAsync(UserId user); }
        public interface IRows { Task<object?> FindAsync(UserId user); Task<T?> FindAsync<T>(UserId user); Task<object?> FindPaidAsync(UserId user); }
        public interface IWallets { Task<Wallet?> FindAsync(UserId user); }
        public interface IEntitlements { Task<Entitlement?> FindActiveAsync(UserId user); Task<bool> AnyAsync(UserId user); }
        public interface IQuota { Task<bool> TryUseAsync(UserId user); }
        public interface IHealth { Task<bool> IsReadyAsync(); }
        public interface IValidator<T> { Task<Validation> ValidateAsync(T value); }
        """;

    [Theory]
    [InlineData("", "widget ? null : plugin, widget ? new WidgetId(2) : null", true)]
    [InlineData("WidgetId? chosen = widget ? new WidgetId(2) : null; PluginId? other = chosen is null ? plugin : null;", "other, chosen", true)]
    [InlineData("WidgetId? chosen = kind switch { \"widget\" => new WidgetId(2), \"plugin\" => null, _ => widget ? new WidgetId(3) : null }; PluginId? other = chosen is null ? plugin : null;", "other, chosen", true)]
    [InlineData("string? note = widget ? \"widget\" : null; Console.WriteLine(note);", "plugin", true)]
    [InlineData("string? note = widget ? \"widget\" : null; if (note is null) return null;", "plugin")]
    [InlineData("", "widget ? throw new InvalidOperationException() : plugin")]
    [InlineData("string? note = widget ? \"widget\" : null; Console.WriteLine(Describe(note));", "plugin")]
    public Task Choice_of_a_parameter_of_the_request_is_no_denial(string before, string arguments, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        [PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> GetPaymentsAsync(UserId user, PluginId? plugin = null, WidgetId? widget = null); }
        public sealed class Code(IGlyph payments)
        {
            public async Task<string?> ReadAsync(UserId user, PluginId plugin, bool widget, string kind)
            {
                {{before}}
                PaymentInformation info = await payments.GetPaymentsAsync(user, {{arguments}});
                if ({{Test(isReported)}}) throw new UnauthorizedAccessException();
                return "glyphs" + kind;
            }

            private static string Describe(string? note) => note ?? "";
        }
        """);

    private static Task VerifyAsync(string before, bool isReported, string found = "name", string types = "", string after = "") => UnknownStatus.VerifyAsync($$"""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Http;
        {{Types}}
        public sealed class Current { public GlyphFile? File { get; set; } public void Load(IRows rows, UserId user) => File = (GlyphFile?)rows.FindAsync(user).Result; }
        public sealed class Bound { public static bool TryParse(string? text, out Bound? bound) => (bound = AppContext.GetData("row") as Bound) is null; }
        public sealed record Request(string? Title);
        public interface ITexts { Task<object?> FindAsync(string key); Task<object?> FindByAsync(HttpContext context); }
        public static class Tables
        {
            public static readonly Dictionary<string, string> Fixed = new() { ["a"] = "b" };
            public static readonly Dictionary<string, string> Filled = [];
            public static readonly Dictionary<string, string> Set = [];
            public static void Fill(string name) { Filled.Add(name, Fixed[name]); Set[name] = name; }
        }
        public sealed class State { public object? Row { get; set; } }
        {{types}}
        public sealed class PremiumGlyphs(
            IGlyph payments, IFiles files, IUsers users, IRows rows, IWallets wallets, IEntitlements entitlements, IQuota quota, IHealth health, IValidator<string> validator, ITexts texts, Microsoft.AspNetCore.Hosting.IWebHostEnvironment environment,
            Dictionary<UserId, string> customers, Dictionary<string, GlyphFile> table, Dictionary<UserId, int> counts, Current current, State state, Func<string, object?> find, Predicate<string> test,
            System.Net.Http.HttpClient http, Microsoft.Extensions.Configuration.IConfiguration configuration)
        {
            private const string Key = "subscriptions";
            private readonly Dictionary<string, string> _names = [];
            private object? _current;
            public async Task LoadAsync(UserId user) => _current = await rows.FindAsync(user);
            private int _length;
            private string? _header;
            public void Read(IRows rows, UserId user) => (_length, _header) = (2, rows.FindAsync(user).Result?.ToString());
            private bool _isReady;
            public void Start() => _isReady = true;
            private static string Id(HttpContext context) => context.User.Identity!.Name!;
            private static string Name(HttpContext context) => context.Request.Path.Value!;
            private async Task<object?> FindAsync(HttpContext context) { string key = context.User.Identity!.Name!; return await texts.FindAsync(key); }
            private static bool IsName(string name) => name.All(char.IsLetter);
            private static bool IsPremium(string name) => name.StartsWith('p');
            private string? Find(string name) => {{found}};

            public async Task<IResult> DownloadAsync(UserId user, HttpContext context, IFormFile upload, string name, string? token, bool flag, Request request, Bound? bound)
            {
                {{before}}
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) return Results.StatusCode(402);
                {{after}}
                return Results.Ok(name);
            }
        }
        """);
}
