using System;
using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 reports only statuses that certainly come from Figma.</summary>
public sealed class ResponseOriginTests
{
    [Theory]
    [InlineData("var info = await payments.GetPaymentsAsync(user);", true)]
    [InlineData("PaymentInformation? info = null; info = await payments.GetPaymentsAsync(user);", true)]
    [InlineData("PaymentInformation info; if (flag) info = await payments.GetPaymentsAsync(user); else info = (await payments.TryGetPaymentsAsync(user)).GetInformationOrThrow();", true)]
    [InlineData("Task<PaymentInformation> task = payments.GetPaymentsAsync(user); await Task.Yield(); var info = task.Result;", true)]
    [InlineData("PaymentInformation[] known = [.. Known]; var info = known[0];")]
    [InlineData("var info = parameter;", true)]
    [InlineData("var info = await awaited;", true)]
    [InlineData("var info = _field;", true)]
    [InlineData("var info = Auto;", true)]
    [InlineData("var info = Field;", true)]
    [InlineData("var info = given.Payment;", true)]
    [InlineData("var info = Current;")]
    [InlineData("var info = this[user];")]
    [InlineData("var info = Known.First();")]
    [InlineData("var known = await Task.WhenAll(new[] { user }.Select(KnownAsync)); var info = known[0];")]
    [InlineData("var (info, isNew) = await BothAsync(user); Console.WriteLine(isNew);")]
    [InlineData("if (!table.TryGetValue(user, out var info)) return Results.NotFound();")]
    [InlineData("var info = table[user];")]
    [InlineData("var info = lazy.Value;")]
    [InlineData("PaymentInformation info; if (flag) info = await payments.GetPaymentsAsync(user); else info = await KnownAsync(user);")]
    [InlineData("Task<PaymentInformation> task = payments.GetPaymentsAsync(user); Task<string> text = Task.FromResult(\"\"); await Task.WhenAll(task, text); PaymentInformation info = await task;", true)]
    [InlineData("Task<PaymentInformation> task = payments.GetPaymentsAsync(user); Task.WaitAll(task, Task.CompletedTask); PaymentInformation info = task.Result;", true)]
    [InlineData("Task<PaymentInformation> task = payments.GetPaymentsAsync(user); PaymentInformation[] both = await Task.WhenAll(task, task); Console.WriteLine(both); PaymentInformation info = await task;")]
    [InlineData("Task<PaymentInformation> task = payments.GetPaymentsAsync(user); await Task.WhenAny(task).Unwrap(); PaymentInformation info = await task;")]
    public Task Response_is_reported_if_Figma_returned_it(string statements, bool isReported = false) =>
        VerifyAsync($"{statements} return {Test(isReported)} ? Results.StatusCode(402) : Results.Ok();");

    [Theory]
    [InlineData("return Results.Ok(all.Select(info => TEST ? Results.StatusCode(402) : Results.Ok()));")]
    [InlineData("all.Where(info => info.PaymentStatus is not PaymentStatus.Unknown).ToList().ForEach(info => { if (TEST) throw new UnauthorizedAccessException(); }); return Results.Ok();")]
    [InlineData("return Results.Ok(all.Select(HasAccess)); bool HasAccess(PaymentInformation info) { if (TEST) return false; return true; }")]
    [InlineData("return Results.Ok(all.Select(IsLicensed));")]
    [InlineData("return Results.Ok(all.Any(IsLicensed));")]
    public Task Element_of_a_sequence_is_of_another_origin(string statements) => VerifyAsync(
        statements.Replace("TEST", Test(isReported: false), StringComparison.Ordinal),
        statements.Contains("IsLicensed", StringComparison.Ordinal) ? "private static bool IsLicensed(PaymentInformation info) { if (info.PaymentStatus == PaymentStatus.Unpaid) return false; return true; }" : "");

    [Theory]
    [InlineData("var response = await base.SendAsync(request, token); if (!(await response.Content.ReadAsStringAsync(token)).Contains(\"PAID\")) throw new HttpRequestException(); return response;")]
    [InlineData("var response = await base.SendAsync(request, token); Check(response); return response;")]
    [InlineData("HttpResponseMessage response; response = await base.SendAsync(request, token); Check(response); return response;")]
    [InlineData("return Known(await base.SendAsync(request, token));")]
    [InlineData("return await base.SendAsync(request, token).ContinueWith(sent => Known(sent.Result));")]
    [InlineData("return request.Content is null ? new() : await base.SendAsync(request, token);")]
    [InlineData("return await Task.FromResult(Known(null!));")]
    [InlineData("if (request.RequestUri is null) return Known(null!); return await base.SendAsync(request, token);")]
    [InlineData("var response = await base.SendAsync(request, token).ConfigureAwait(false); if (!response.IsSuccessStatusCode) Console.WriteLine($\"{response.StatusCode}\"); return response;", true)]
    [InlineData("var response = await base.SendAsync(request, token); response.Content = new StringContent(\"{}\"); return response;")]
    [InlineData("using var response = await base.SendAsync(request, token); return new HttpResponseMessage(response.StatusCode);")]
    [InlineData("_ = await base.SendAsync(request, token); return new();")]
    [InlineData("return await base.SendAsync(request, token);", true)]
    [InlineData("ArgumentNullException.ThrowIfNull(request); if (request.RequestUri is null) throw new InvalidOperationException(); return await base.SendAsync(request, token);", true)]
    [InlineData("var response = await base.SendAsync(request, token); Console.WriteLine(response.StatusCode); return response;", true)]
    [InlineData("try { return await base.SendAsync(request, token); } catch (HttpRequestException e) { Console.WriteLine(e); throw; }", true)]
    public Task Response_that_a_message_handler_might_replace_is_not_reported(string statements, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using System.Net.Http;
        public sealed class Handler(HttpMessageHandler inner) : DelegatingHandler(inner)
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) { {{statements}} }
            private static HttpResponseMessage Known(HttpResponseMessage response) => response;
            public static void Check(HttpResponseMessage response) => response.EnsureSuccessStatusCode();
        }
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public class Code
        {
            public async Task<bool> IsLicensedAsync(IGlyph payments, UserId user) { var info = await payments.GetPaymentsAsync(user); if ({{Test(isReported)}}) return false; return true; }
        }
        """);

    [Theory]
    [InlineData("private readonly PaymentInformation _info; public Stored(PaymentInformation info) { _info = info; }", true)]
    [InlineData("private readonly PaymentInformation _info; public Stored(PaymentInformation info) { ArgumentNullException.ThrowIfNull(info); _info = info; }", true)]
    [InlineData("private readonly PaymentInformation _info; public Stored(PaymentInformation info) => _info = info ?? throw new ArgumentNullException(nameof(info));", true)]
    [InlineData("private PaymentInformation _info = null!; public async Task LoadAsync(IGlyph payments, UserId user) => _info = await payments.GetPaymentsAsync(user);", true)]
    [InlineData("private readonly PaymentInformation _info; public Stored(PaymentInformation info) { if (info.PaymentStatus == PaymentStatus.Unknown) throw new NotSupportedException(); _info = info; }")]
    [InlineData("private readonly PaymentInformation _info; public Stored(PaymentInformation info) { Check(info); _info = info; } private static void Check(PaymentInformation info) { if (!info.IsPaid) throw new NotSupportedException(); }")]
    [InlineData("private PaymentInformation _info = null!; public async Task LoadAsync(IGlyph payments, UserId user) { _info = await payments.GetPaymentsAsync(user); if (_info.PaymentStatus == PaymentStatus.Unknown) throw new NotSupportedException(); }")]
    [InlineData("private PaymentInformation _info = null!; private PaymentInformation _other = null!; public void Set(PaymentInformation info) => (_info, _other) = (info, info); public object Other => _other;")]
    [InlineData("private PaymentInformation _info = Create(); private static PaymentInformation Create() => throw null!;")]
    public Task Stored_response_is_judged_with_the_code_that_stores_it(string members, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public class Stored
        {
            {{members}}
            public bool IsLicensed { get { if ({{Test(isReported).Replace("info.", "_info.", StringComparison.Ordinal)}}) return false; return true; } }
        }
        """);

    [Theory]
    [InlineData("public PaymentInformation Info { get; } = Info;", true)]
    [InlineData("public PaymentInformation Info { get; } = Info.PaymentStatus == PaymentStatus.Unknown ? throw new NotSupportedException() : Info;")]
    [InlineData("", true)]
    public Task Response_in_a_record_is_judged_with_its_initializer(string property, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        public record Buyer(PaymentInformation Info)
        {
            {{property}}
            public bool IsLicensed { get { if ({{Test(isReported).Replace("info.", "Info.", StringComparison.Ordinal)}}) return false; return true; } }
        }
        """);

    [Theory]
    [InlineData("new Holder { Info = info }", true)]
    [InlineData("new Holder { Info = info.PaymentStatus == PaymentStatus.Unknown ? null! : info }")]
    public Task Response_that_an_initializer_stores_is_judged_with_it(string creation, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        public class Holder
        {
            public PaymentInformation Info { get; init; } = null!;
            public bool IsLicensed { get { if ({{Test(isReported).Replace("info.", "Info.", StringComparison.Ordinal)}}) return false; return true; } }
            public static Holder Create(PaymentInformation info) => {{creation}};
        }
        """);

    [Theory]
    [InlineData("", true)]
    [InlineData("if (info.PaymentStatus == PaymentStatus.Unknown) throw new NotSupportedException();")]
    public Task Response_is_judged_with_the_callers_of_the_factory_that_stores_it(string guard, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        public sealed class License(PaymentInformation info)
        {
            public bool IsLicensed { get { if ({{Test(isReported)}}) return false; return true; } }
            public static License Create(PaymentInformation info) => new(info);
        }
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public class Code
        {
            public async Task<License> FindAsync(IGlyph payments, UserId user) { PaymentInformation info = await payments.GetPaymentsAsync(user); {{guard}} return License.Create(info); }
        }
        """);

    [Theory]
    [InlineData("statuses.GetValueOrDefault(user, PaymentStatus.Unpaid)")]
    [InlineData("Enum.Parse<PaymentStatus>(user.Value)")]
    [InlineData("new Queue<PaymentStatus>().Dequeue()")]
    public Task Status_of_another_origin_is_not_reported(string status) =>
        VerifyAsync($"PaymentStatus status = {status}; return status == PaymentStatus.Unpaid ? Results.StatusCode(402) : Results.Ok();");

    private static Task VerifyAsync(string statements, string member = "") => UnknownStatus.VerifyAsync($$"""
            using System.Collections.Generic;
            using Microsoft.AspNetCore.Http;
            [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
            public sealed record Given(PaymentInformation Payment);
            public class Code(IGlyph payments)
            {
                private readonly PaymentInformation _field = null!;
                private PaymentInformation Auto { get; set; } = null!;
                private PaymentInformation Field => _field;
                private PaymentInformation Current => _field is { PaymentStatus: not PaymentStatus.Unknown } info ? info : throw new NotSupportedException();
                private PaymentInformation this[UserId user] => user.Value == "" ? _field : Current;
                private IEnumerable<PaymentInformation> Known { get { yield return Current; } }
                private async Task<PaymentInformation> KnownAsync(UserId user) => await payments.GetPaymentsAsync(user);
                private async Task<(PaymentInformation, bool)> BothAsync(UserId user) => (await payments.GetPaymentsAsync(user), true);

                {{member}}

                public async Task<IResult> RunAsync(UserId user, bool flag, List<PaymentInformation> all, PaymentInformation parameter, Task<PaymentInformation> awaited, Given given, Dictionary<UserId, PaymentInformation> table, Dictionary<UserId, PaymentStatus> statuses, Lazy<PaymentInformation> lazy)
                {
                    await Task.Yield();
                    {{statements}}
                }
            }
            """);
}
