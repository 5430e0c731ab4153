using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 reports nothing in a private method whose caller might have decided before.</summary>
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
