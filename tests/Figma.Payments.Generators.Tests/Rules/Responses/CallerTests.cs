using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 reports nothing in a method whose caller might decide before it, or by its result.</summary>
public sealed class CallerTests
{
    [Theory]
    [InlineData("return Serve(await payments.GetPaymentsAsync(user));", true)]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); return Serve(info);", true)]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); Console.WriteLine(info); return Serve(info);", true)]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); if (info.PaymentStatus == PaymentStatus.Unknown) return Results.StatusCode(503); return Serve(info);")]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); return info.PaymentStatus is not PaymentStatus.Unknown ? Serve(info) : Results.StatusCode(503);")]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); Note(info); return Serve(info);")]
    [InlineData("if (string.IsNullOrEmpty(user.Value)) return Results.BadRequest(); return Serve(await payments.GetPaymentsAsync(user));", true)]
    [InlineData("if (!Allowed) return Results.StatusCode(403); return Serve(await payments.GetPaymentsAsync(user));")]
    [InlineData("return Allowed ? Serve(await payments.GetPaymentsAsync(user)) : Results.StatusCode(403);")]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); EnsureAllowed(); return Serve(info);")]
    [InlineData("return Serve(await KnownAsync(user));")]
    [InlineData("return Serve(Known[0]);")]
    public Task Private_method_is_judged_with_its_callers(string statements, bool isReported = false) =>
        VerifyAsync(statements, $"private static IResult Serve(PaymentInformation info) => {Test(isReported)} ? Results.StatusCode(402) : Results.Ok();");

    [Theory]
    [InlineData("Ensure((await payments.GetPaymentsAsync(user)).PaymentStatus); return Results.Ok();", true)]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); Ensure(info.IsPaidOrTrial ? PaymentStatus.Paid : PaymentStatus.Unpaid); return Results.Ok();")]
    [InlineData("Ensure(PaymentStatus.Unpaid); return Results.Ok();")]
    public Task Private_method_gets_a_status_of_Figma(string statements, bool isReported = false) =>
        VerifyAsync(statements, $"private static void Ensure(PaymentStatus status) {{ if ({Test(isReported).Replace("info.PaymentStatus", "status", System.StringComparison.Ordinal)}) throw new UnauthorizedAccessException(); }}");

    [Theory]
    [InlineData("return IsLicensed(await payments.GetPaymentsAsync(user)) ? Results.Ok() : Results.StatusCode(402);", true)]
    [InlineData("if (!IsLicensed(await payments.GetPaymentsAsync(user))) return Results.StatusCode(402); return Results.Ok();", true)]
    [InlineData("if (!Allowed) return Results.StatusCode(403); return IsLicensed(await payments.GetPaymentsAsync(user)) ? Results.Ok() : Results.StatusCode(402);")]
    public Task Condition_is_the_decision_of_its_callers(string statements, bool isReported = false) =>
        VerifyAsync(statements, $"private static bool IsLicensed(PaymentInformation info) {{ if ({Test(isReported)}) return false; return true; }}");

    [Theory]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); return Outer(info);", true)]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); if (info.PaymentStatus == PaymentStatus.Unknown) return Results.StatusCode(503); return Outer(info);")]
    [InlineData("if (!Allowed) return Results.StatusCode(403); return Outer(await payments.GetPaymentsAsync(user));")]
    public Task Caller_of_a_caller_might_decide(string statements, bool isReported = false) => VerifyAsync(
        statements,
        $"private static IResult Outer(PaymentInformation info) => Serve(info); private static IResult Serve(PaymentInformation info) => {Test(isReported)} ? Results.StatusCode(402) : Results.Ok();");

    [Fact]
    public Task Method_that_calls_itself_is_reported() => VerifyAsync(
        "return Serve(await payments.GetPaymentsAsync(user));",
        $"private static IResult Serve(PaymentInformation info) {{ Func<IResult> again = () => Serve(null!); Console.WriteLine(again); return {Test(isReported: true)} ? Results.StatusCode(402) : Results.Ok(); }}");

    [Theory]
    [InlineData("IGate gate = new Gate();", "", true)]
    [InlineData("IGate gate = new Gate();", "if (info.PaymentStatus == PaymentStatus.Unknown) return Results.StatusCode(503);")]
    [InlineData("BaseGate gate = new Gate();", "if (info.PaymentStatus == PaymentStatus.Unknown) return Results.StatusCode(503);")]
    public Task Method_is_judged_with_the_callers_of_its_interface_and_its_base(string gate, string guard, bool isReported = false) => VerifyAsync(
        $"PaymentInformation info = await payments.GetPaymentsAsync(user); {gate} {guard} return gate.HasAccess(info) ? Results.Ok() : Results.StatusCode(402);",
        $$"""
        private interface IGate { bool HasAccess(PaymentInformation info); }
        private abstract class BaseGate { public abstract bool HasAccess(PaymentInformation info); }
        private sealed class Gate : BaseGate, IGate { public override bool HasAccess(PaymentInformation info) { if ({{Test(isReported)}}) return false; return true; } }
        """);

    [Theory]
    [InlineData("private static class Gate", "", true)]
    [InlineData("private static class Gate", "if (info.PaymentStatus == PaymentStatus.Unknown) return Results.StatusCode(503);")]
    [InlineData("public static class Gate", "", true)]
    [InlineData("public static class Gate", "if (info.PaymentStatus == PaymentStatus.Unknown) return Results.StatusCode(503);")]
    public Task Method_of_another_type_is_judged_with_its_callers(string type, string guard, bool isReported = false) => VerifyAsync(
        $"PaymentInformation info = await payments.GetPaymentsAsync(user); {guard} return Gate.HasAccess(info) ? Results.Ok() : Results.StatusCode(402);",
        $"{type} {{ public static bool HasAccess(PaymentInformation info) {{ if ({Test(isReported)}) return false; return true; }} }}");

    [Theory]
    [InlineData("", true)]
    [InlineData("if (info.PaymentStatus == PaymentStatus.Unknown) return Results.StatusCode(503);")]
    public Task Method_of_a_file_local_type_is_private(string guard, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        file static class Gate { public static bool HasAccess(PaymentInformation info) { if ({{Test(isReported)}}) return false; return true; } }
        public class Code
        {
            public IResult Get(PaymentInformation info)
            {
                {{guard}}
                return Gate.HasAccess(info) ? Results.Ok() : Results.StatusCode(402);
            }
        }
        """);

    [Theory]
    [InlineData("return IsLicensed ? Results.Ok() : Results.StatusCode(402);", true)]
    [InlineData("if (!IsLicensed) return Results.StatusCode(402); return Results.Ok();", true)]
    [InlineData("if (info.PaymentStatus == PaymentStatus.Unknown) return Results.StatusCode(503); return IsLicensed ? Results.Ok() : Results.StatusCode(402);")]
    [InlineData("return info.PaymentStatus == PaymentStatus.Unknown ? Results.StatusCode(503) : IsLicensed ? Results.Ok() : Results.StatusCode(402);")]
    public Task Private_property_is_judged_with_its_readers(string statements, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        public class Code(PaymentInformation info)
        {
            private bool IsLicensed { get { if ({{Test(isReported)}}) return false; return true; } }
            public IResult Get() { {{statements}} }
        }
        """);

    [Theory]
    [InlineData("return await Check(); async Task<IResult> Check() { var info = await payments.GetPaymentsAsync(user); return TEST ? Results.StatusCode(402) : Results.Ok(); }", true)]
    [InlineData("await Ensure(); return Results.Ok(); async Task Ensure() { var info = await payments.GetPaymentsAsync(user); if (TEST) throw new UnauthorizedAccessException(); }", true)]
    [InlineData("if (!await HasAccess()) return Results.StatusCode(402); return Results.Ok(); async Task<bool> HasAccess() { var info = await payments.GetPaymentsAsync(user); if (TEST) return false; return true; }", true)]
    [InlineData("if (!Allowed) return Results.StatusCode(403); return await Check(); async Task<IResult> Check() { var info = await payments.GetPaymentsAsync(user); return TEST ? Results.StatusCode(402) : Results.Ok(); }")]
    [InlineData("EnsureAllowed(); return await Check(); async Task<IResult> Check() { var info = await payments.GetPaymentsAsync(user); return TEST ? Results.StatusCode(402) : Results.Ok(); }")]
    [InlineData("Func<Task<IResult>> check = async () => { var info = await payments.GetPaymentsAsync(user); return TEST ? Results.StatusCode(402) : Results.Ok(); }; return await check();", true)]
    [InlineData("Func<Task<IResult>> check = async () => { var info = await payments.GetPaymentsAsync(user); return TEST ? Results.StatusCode(402) : Results.Ok(); }; if (!Allowed) return Results.StatusCode(403); return await check();")]
    public Task Function_is_judged_with_the_function_around_it(string statements, bool isReported = false) =>
        VerifyAsync(statements.Replace("TEST", Test(isReported), System.StringComparison.Ordinal), "");

    [Theory]
    [InlineData("", true)]
    [InlineData("if (info.PaymentStatus == PaymentStatus.Unknown) return Results.StatusCode(503);")]
    public Task Public_method_is_judged_with_its_callers(string guard, bool isReported = false) => VerifyAsync(
        $"PaymentInformation info = await payments.GetPaymentsAsync(user); {guard} return Serve(info);",
        $"public static IResult Serve(PaymentInformation info) => {Test(isReported)} ? Results.StatusCode(402) : Results.Ok();");

    [Theory]
    [InlineData("public sealed record Access(PaymentInformation Payment)", "Payment", "new Access(info)")]
    [InlineData("public readonly record struct Access(PaymentInformation Payment)", "Payment", "new(info)")]
    [InlineData("public sealed class Access(PaymentInformation info)", "info", "new Access(info)")]
    [InlineData("public sealed class Access(PaymentInformation info)", "_info", "new Access(info)", "private readonly PaymentInformation _info = info;")]
    [InlineData("public sealed class Access", "_info", "new Access(info)", "private readonly PaymentInformation _info; public Access(PaymentInformation info) => _info = info;")]
    [InlineData("public sealed class Access", "_info", "new Access().With(info)", "private PaymentInformation _info = null!; public Access With(PaymentInformation info) { _info = info; return this; }")]
    [InlineData("public class Access(PaymentInformation info)", "info", "new Access.Derived(info)", "public sealed class Derived(PaymentInformation passed) : Access(passed);")]
    [InlineData("public class Access(PaymentInformation info)", "info", "new Access.Derived(info)", "public sealed class Derived : Access { public Derived(PaymentInformation passed) : base(passed) { } }")]
    public async Task Stored_response_is_judged_with_the_code_that_passes_it(string type, string read, string creation, string members = "")
    {
        foreach (string guard in new[] { "", "if (info.PaymentStatus == PaymentStatus.Unknown) return Results.StatusCode(503);" })
        {
            string test = $"{read}.PaymentStatus != PaymentStatus.Unpaid";

            await VerifyAsync(
                $"PaymentInformation info = await payments.GetPaymentsAsync(user); {guard} Access access = {creation}; Console.WriteLine(access); return Results.Ok();",
                $"{type} {{ {members} public bool IsPremium => {(guard.Length == 0 ? "{|FPG3002:" + test + "|}" : test)}; }}");
        }
    }

    [Theory]
    [InlineData("public sealed class StrictGate : Gate { public StrictGate(PaymentInformation passed) : base(passed) { } }", true)]
    [InlineData("public sealed class StrictGate : Gate { public StrictGate(PaymentInformation passed) : base(passed) => Console.WriteLine(); }", true)]
    [InlineData("public sealed class StrictGate(PaymentInformation passed) : Gate(passed);", true)]
    [InlineData("public sealed class StrictGate : Gate { public StrictGate(PaymentInformation passed) : base(passed.PaymentStatus == PaymentStatus.Unknown ? throw new ArgumentException() : passed) { } }")]
    [InlineData("public sealed class StrictGate(PaymentInformation passed) : Gate(passed.PaymentStatus is PaymentStatus.Unknown ? throw new ArgumentException() : passed);")]
    [InlineData("public sealed class StrictGate(PaymentInformation passed) : Gate(Known(passed)) { private static PaymentInformation Known(PaymentInformation all) => all; }")]
    [InlineData("public sealed class StrictGate : Gate { public StrictGate(PaymentInformation passed) : base(passed) { if (passed.PaymentStatus == PaymentStatus.Unknown) throw new ArgumentException(); } }")]
    [InlineData("public sealed class StrictGate : Gate { public StrictGate(PaymentInformation passed) : this(passed, passed.PaymentStatus == PaymentStatus.Unknown ? null! : passed) { } private StrictGate(PaymentInformation all, PaymentInformation known) : base(known) => Console.WriteLine(all.UserId); }")]
    public Task Base_class_is_judged_with_the_constructors_that_call_its_own(string type, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        public abstract class Gate(PaymentInformation info)
        {
            protected PaymentInformation Info { get; } = info;
            public bool HasAccess { get { if ({{Test(isReported).Replace("info.", "Info.", System.StringComparison.Ordinal)}}) return false; return true; } }
        }

        {{type}}
        """);

    [Theory]
    [InlineData("info", true)]
    [InlineData("info.PaymentStatus == PaymentStatus.Unknown ? throw new ArgumentException() : info")]
    public Task Creation_with_a_choice_is_a_decision(string argument, bool isReported = false) => VerifyAsync(
        $"PaymentInformation info = await payments.GetPaymentsAsync(user); return new Access({argument}).Get();",
        $"private sealed class Access(PaymentInformation info) {{ public IResult Get() => {Test(isReported)} ? Results.StatusCode(402) : Results.Ok(); }}");

    [Theory]
    [InlineData("", true)]
    [InlineData("if (info.PaymentStatus == PaymentStatus.Unknown) return null;")]
    public Task Creation_by_an_alias_is_found(string guard, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Right = Access;
        using Other = Shop.Access;
        public sealed class Access(PaymentInformation info) { public bool HasAccess { get { if ({{Test(isReported)}}) return false; return true; } } }
        namespace Shop { public sealed class Access(PaymentInformation info) { public PaymentInformation Info => info; } }
        public static class Code
        {
            public static object? Get(PaymentInformation info) { {{guard}} return new Right(info); }
            public static object? GetOther(PaymentInformation info) => info.IsPaid ? new Other(info) : null;
        }
        """);

    [Theory]
    [InlineData("", true)]
    [InlineData("public abstract class Decorator : IGlyph { public abstract Task<PaymentInformation> GetPaymentsAsync(UserId userId, CancellationToken cancellationToken); public abstract Task<PaymentInformation> GetPaymentsAsync(PluginPaymentToken token, CancellationToken cancellationToken); public abstract Task<PaymentsResult> TryGetPaymentsAsync(UserId userId, CancellationToken cancellationToken); public abstract Task<PaymentsResult> TryGetPaymentsAsync(PluginPaymentToken token, CancellationToken cancellationToken); }")]
    public Task Response_is_uncertain_if_the_project_implements_the_interface(string types, bool isReported = false)
    {
        const string test = "(await payments.GetPaymentsAsync(user)).PaymentStatus == PaymentStatus.Unpaid";

        return VerifyAsync(
            $"if ({(isReported ? "{|FPG3002:" + test + "|}" : test)}) return Results.StatusCode(402); return Results.Ok();",
            $"public async Task<IResult> GetAsync<T>(T payments, UserId user) where T : IGlyph {{ if ({(isReported ? "{|FPG3002:" + test + "|}" : test)}) return Results.StatusCode(402); return Results.Ok(); }} {types}");
    }

    // Nothing else than the callers says that a public method with another result is about a response.
    [Theory]
    [InlineData("return Results.Ok(await documents.OpenAsync(user));", true)]
    [InlineData("string text = await documents.OpenAsync(user); return Results.Ok(text);", true)]
    [InlineData("if (!(await payments.GetPaymentsAsync(user)).IsPaid) return Results.StatusCode(402); return Results.Ok(await documents.OpenAsync(user));")]
    [InlineData("if (!seats.Has(user)) return Results.StatusCode(402); return Results.Ok(await documents.OpenAsync(user));")]
    [InlineData("foreach (UserId each in seats.FindAll()) Console.WriteLine(await documents.OpenAsync(each)); return Results.Ok();")]
    [InlineData("string text = await documents.OpenAsync(user); EnsureSeat(user); return Results.Ok(text);")]
    public Task Public_method_with_another_result_is_judged_with_its_callers(string statements, bool isReported = false) => VerifyDocumentsAsync(
        isReported,
        $$"""
        public sealed class Code(IGlyph payments, IDocuments documents, ISeats seats)
        {
            public override string ToString() => $"{payments}{seats}";
            public async Task<IResult> GetAsync(UserId user) { {{statements}} }
            private void EnsureSeat(UserId user) { if (!seats.Has(user)) throw new UnauthorizedAccessException(); }
        }
        """);

    [Theory]
    [InlineData("app.MapGet(\"/\", async (IDocuments documents, UserId user) => Results.Ok(await documents.OpenAsync(user)));", true)]
    [InlineData("app.MapGet(\"/\", async (IDocuments documents, UserId user) => Results.Ok(await documents.OpenAsync(user))).RequireAuthorization(\"Paid\");")]
    [InlineData("app.MapGet(\"/\", async (Reports reports, UserId user) => Results.Ok(await reports.CreateAsync(user)));", true)]
    [InlineData("app.MapGet(\"/\", async (Reports reports, ISeats seats, UserId user) => seats.Has(user) ? Results.Ok(await reports.CreateAsync(user)) : Results.StatusCode(402));")]
    public Task Service_is_judged_with_the_endpoints_that_call_it(string map, bool isReported = false) => VerifyDocumentsAsync(
        isReported,
        $$"""
        public sealed class Reports(IDocuments documents) { public async Task<string> CreateAsync(UserId user) => await documents.OpenAsync(user); }
        public static class Program { public static void Map(WebApplication app) => {{map}} }
        """);

    // The condition decides whether an endpoint exists, not who may call it.
    [Fact]
    public Task Endpoint_is_not_judged_with_the_callers_of_the_method_that_adds_it() => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        public static class Endpoints { public static void Map(WebApplication app) => app.MapGet("/", (PaymentInformation info) => {{Test(isReported: true)}} ? Results.StatusCode(402) : Results.Ok()); }
        public static class Program { public static void Run(WebApplication app, bool isAdded) { if (isAdded) Endpoints.Map(app); } }
        """);

    [Theory]
    [InlineData("public bool CanExport(PaymentInformation info) => Access.HasAccess(info);", true)]
    [InlineData("public bool CanExport(PaymentInformation info) { return Access.HasAccess(info) ? true : false; }", true)]
    [InlineData("public bool CanExport(PaymentInformation info) { if (!Access.HasAccess(info)) return false; return true; }", true)]
    [InlineData("public Task<bool> CanExportAsync(PaymentInformation info) => Task.FromResult(Access.HasAccess(info));", true)]
    [InlineData("public void Log(PaymentInformation info) => Console.WriteLine(Access.HasAccess(info));", true)]
    [InlineData("public bool CanExport(PaymentInformation info) => Access.HasAccess(info) == true;", true)]
    [InlineData("public bool CanExport(PaymentInformation info) { bool paid = Access.HasAccess(info); Console.WriteLine(paid); return paid; }", true)]
    [InlineData("public bool CanExport(PaymentInformation info) { bool paid; paid = Access.HasAccess(info); bool can = paid; if (!can) return false; return true; }", true)]
    [InlineData("public bool CanExport(PaymentInformation info) { bool paid = Access.HasAccess(info); if (paid is not true) return false; return true; }", true)]
    [InlineData("public bool CanExport(PaymentInformation info) { bool paid = Access.HasAccess(info); paid &= seats.Has(default); return paid; }")]
    [InlineData("public bool CanExport(PaymentInformation info) { bool paid = Access.HasAccess(info); if (!paid) return false; return seats.Has(default); }")]
    [InlineData("public bool CanExport(PaymentInformation info) { bool paid = Access.HasAccess(info); if (paid == seats.Has(default)) return true; return false; }")]
    [InlineData("public bool CanExport(PaymentInformation info) { bool paid = Access.HasAccess(info); Func<bool> can = () => paid && seats.Has(default); return can(); }")]
    [InlineData("public bool CanExport(PaymentInformation info) { bool paid = Access.HasAccess(info); bool can = Narrow(paid); return can; } private bool Narrow(bool paid) => paid && seats.Has(default);")]
    [InlineData("public bool CanExport(PaymentInformation info) => Access.HasAccess(info) && seats.Has(default);")]
    [InlineData("public bool CanExport(PaymentInformation info) { return seats.Has(default) && Access.HasAccess(info); }")]
    [InlineData("public bool CanExport(PaymentInformation info) => Access.HasAccess(info) & seats.Has(default);")]
    [InlineData("public bool CanExport(PaymentInformation info) => Access.HasAccess(info) ? seats.Has(default) : false;")]
    [InlineData("public bool CanExport(PaymentInformation info) { if (!Access.HasAccess(info)) return false; return seats.Has(default); }")]
    [InlineData("public bool CanExport(PaymentInformation info) { bool paid = Access.HasAccess(info); bool seat = seats.Has(default); return paid && seat; }")]
    [InlineData("public bool CanExport(PaymentInformation info) => (Access.HasAccess(info), seats.Has(default)) is (true, true);")]
    [InlineData("public bool CanExport(PaymentInformation info) => new[] { Access.HasAccess(info), seats.Has(default) }.All(each => each);")]
    [InlineData("public bool Export { get; set; } public void Fill(PaymentInformation info) => Export = Access.HasAccess(info) && seats.Has(default);")]
    [InlineData("public object Get(PaymentInformation info) => new { Export = Access.HasAccess(info) && seats.Has(default) };")]
    public Task Condition_is_judged_with_what_its_callers_do_with_the_value(string member, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using System.Linq;
        public static class Access { public static bool HasAccess(PaymentInformation info) => {{Condition(isReported)}}; }
        public interface ISeats { bool Has(UserId user); }
        public sealed class Exporter(ISeats seats)
        {
            public override string ToString() => $"{seats}";
            {{member}}
        }
        """);

    [Theory]
    [InlineData("bool has = await access.HasAccessAsync(info); if (!has) return Results.StatusCode(402); return Results.Ok();", true)]
    [InlineData("var has = await access.HasAccessAsync(info).ConfigureAwait(false); return has ? Results.Ok() : Results.StatusCode(402);", true)]
    [InlineData("Task<bool> task = access.HasAccessAsync(info); if (!await task) return Results.StatusCode(402); return Results.Ok();", true)]
    [InlineData("if (await access.HasAccessAsync(info) == false) return Results.StatusCode(402); return Results.Ok();", true)]
    [InlineData("if (await access.HasAccessAsync(info) is false) return Results.StatusCode(402); return Results.Ok();", true)]
    [InlineData("bool has = await access.HasAccessAsync(info); if (!has) return Results.StatusCode(402); return await teams.HasSeatAsync() ? Results.Ok() : Results.StatusCode(402);")]
    [InlineData("bool has = await access.HasAccessAsync(info); bool seat = await teams.HasSeatAsync(); if (!has || !seat) return Results.StatusCode(402); return Results.Ok();")]
    [InlineData("bool has = await access.HasAccessAsync(info); if (has) has = await teams.HasSeatAsync(); if (!has) return Results.StatusCode(402); return Results.Ok();")]
    [InlineData("bool has = await access.HasAccessAsync(info); await teams.JoinAsync(); if (!has) return Results.StatusCode(402); return Results.Ok();")]
    [InlineData("bool has = await access.HasAccessAsync(info); if (has == await teams.HasSeatAsync()) return Results.Ok(); return Results.StatusCode(402);")]
    [InlineData("Task<bool> task = access.HasAccessAsync(info); Task<bool> seat = teams.HasSeatAsync(); return Array.TrueForAll(await Task.WhenAll(task, seat), each => each) ? Results.Ok() : Results.StatusCode(402);")]
    public Task Condition_in_a_variable_is_judged_with_what_reads_it(string statements, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        public sealed class Access { public async Task<bool> HasAccessAsync(PaymentInformation info) { await Task.Yield(); return {{Condition(isReported)}}; } }
        public interface ITeams { Task<bool> HasSeatAsync(); Task JoinAsync(); }
        public sealed class Exports(Access access, ITeams teams)
        {
            public override string ToString() => $"{teams}";
            public async Task<IResult> ExportAsync(PaymentInformation info) { {{statements}} }
        }
        """);

    [Theory]
    [InlineData("=> await access.HasAccessAsync(info);", true)]
    [InlineData("=> await access.HasAccessAsync(info).ConfigureAwait(false);", true)]
    [InlineData("=> await access.HasAccessAsync(info) && await teams.HasSeatAsync();")]
    [InlineData("=> await access.HasAccessAsync(info).ConfigureAwait(false) && await teams.HasSeatAsync();")]
    [InlineData("{ if (!await access.HasAccessAsync(info)) return false; return await teams.HasSeatAsync(); }")]
    public Task Condition_with_a_task_is_judged_with_its_callers(string body, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        public sealed class Access { public async Task<bool> HasAccessAsync(PaymentInformation info) { await Task.Yield(); return {{Condition(isReported)}}; } }
        public interface ITeams { Task<bool> HasSeatAsync(); }
        public sealed class Exports(Access access, ITeams teams)
        {
            public override string ToString() => $"{teams}";
            public async Task<bool> MayExportAsync(PaymentInformation info) {{body}}
        }
        """);

    [Theory]
    [InlineData("license.IsLicensed", true)]
    [InlineData("license.IsLicensed && license.IsKnown")]
    public Task Condition_of_a_wrapper_is_judged_with_the_code_that_reads_it(string value, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        public sealed class License(PaymentInformation info)
        {
            public bool IsLicensed => {{Condition(isReported)}};
            public bool IsKnown => info.PaymentStatus != PaymentStatus.Unknown;
        }
        public sealed class Gate { public bool MayOpen(License license) => {{value}}; }
        """);

    [Theory]
    [InlineData("base.HasAccess(info)", true)]
    [InlineData("base.HasAccess(info) && seats.Has(default)")]
    public Task Condition_of_a_base_class_is_judged_with_its_overrides(string value, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        public abstract class Gate { public virtual bool HasAccess(PaymentInformation info) => {{Condition(isReported)}}; }
        public interface ISeats { bool Has(UserId user); }
        public sealed class SeatGate(ISeats seats) : Gate
        {
            public override string ToString() => $"{seats}";
            public override bool HasAccess(PaymentInformation info) => {{value}};
        }
        """);

    [Theory]
    [InlineData("public static bool Evaluate(PaymentInformation info) => HasAccess(info);", true)]
    [InlineData("public static string Name => nameof(HasAccess);", true)]
    [InlineData("private static readonly Func<PaymentInformation, bool>[] All = [IsKnown, HasAccess]; public static bool Evaluate(PaymentInformation info) => Array.TrueForAll(All, rule => rule(info));")]
    [InlineData("private static readonly Func<PaymentInformation, bool> One = HasAccess; public static bool Evaluate(PaymentInformation info) => IsKnown(info) && One(info);")]
    [InlineData("private static readonly System.Collections.Generic.List<Func<PaymentInformation, bool>> All = []; static Rules() => All.Add(HasAccess); public static bool Evaluate(PaymentInformation info) => All.TrueForAll(rule => rule(info));")]
    [InlineData("public static bool Evaluate(PaymentInformation info) => Both(HasAccess, info); private static bool Both(Func<PaymentInformation, bool> test, PaymentInformation info) => test(info) && IsKnown(info);")]
    public Task Condition_that_is_used_as_a_delegate_might_be_one_of_several(string members, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        public static class Rules
        {
            {{members}}
            public static bool IsKnown(PaymentInformation info) => info.PaymentStatus != PaymentStatus.Unknown;
            public static bool HasAccess(PaymentInformation info) => {{Condition(isReported)}};
        }
        """);

    // A loop over a queue isn't one over certain users.
    [Theory]
    [InlineData("await foreach (UserId user in queue.Reader.ReadAllAsync()) await RenderAsync(user);", true)]
    [InlineData("while (await queue.Reader.WaitToReadAsync()) await RenderAsync(await queue.Reader.ReadAsync());", true)]
    [InlineData("foreach (UserId user in await seats.FindAllAsync()) await RenderAsync(user);")]
    [InlineData("while (await seats.FindNextAsync() is { } user) await RenderAsync(user);")]
    [InlineData("int i = 0; while (i < users.Length) await RenderAsync(users[i++]);")]
    [InlineData("for (int i = 0; i < users.Length; i++) await RenderAsync(users[i]);")]
    [InlineData("foreach (UserId user in users) await RenderAsync(user);")]
    public Task Loop_around_a_call_might_decide(string loop, bool isReported = false) => UnknownStatus.VerifyAsync($$"""
        using System.Collections.Generic;
        using System.Threading.Channels;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public sealed class PaymentRequiredException : Exception;
        public interface ISeats { Task<IReadOnlyList<UserId>> FindAllAsync(); Task<UserId?> FindNextAsync(); }
        public sealed class Worker(Channel<UserId> queue, UserId[] users, ISeats seats, IGlyph payments)
        {
            public override string ToString() => $"{queue}{users}{seats}";
            public async Task RunAsync() { await Task.Yield(); {{loop}} }

            private async Task RenderAsync(UserId user)
            {
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) throw new PaymentRequiredException();
                Console.WriteLine();
            }
        }
        """);

    private static string Condition(bool isReported) => isReported ? "{|FPG3002:info.PaymentStatus != PaymentStatus.Unpaid|}" : "info.PaymentStatus != PaymentStatus.Unpaid";

    private static Task VerifyDocumentsAsync(bool isReported, string types) => UnknownStatus.VerifyAsync($$"""
        using System.Collections.Generic;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public sealed class PaymentRequiredException : Exception;
        public interface ISeats { bool Has(UserId user); IEnumerable<UserId> FindAll(); }
        public interface IDocuments { Task<string> OpenAsync(UserId user); }
        public sealed class Documents(IGlyph payments) : IDocuments
        {
            public async Task<string> OpenAsync(UserId user)
            {
                PaymentInformation info = await payments.GetPaymentsAsync(user);
                if ({{Test(isReported)}}) throw new PaymentRequiredException();
                return "content";
            }
        }

        {{types}}
        """);

    private static Task VerifyAsync(string statements, string member) => UnknownStatus.VerifyAsync($$"""
            using Microsoft.AspNetCore.Http;
            [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
            public class Code(IGlyph payments)
            {
                private static readonly PaymentInformation[] Known = [];
                private static bool Allowed { get; set; }
                private static void EnsureAllowed() { if (!Allowed) throw new UnauthorizedAccessException(); }
                private static void Note(PaymentInformation info) => Console.WriteLine(info);
                private Task<PaymentInformation> KnownAsync(UserId user) => payments.GetPaymentsAsync(user);

                public async Task<IResult> GetAsync(UserId user)
                {
                    await Task.Yield();
                    {{statements}}
                }

                {{member}}
            }
            """);
}
