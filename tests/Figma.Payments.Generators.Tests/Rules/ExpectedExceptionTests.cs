using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules;

/// <summary>Tests that calls in functions that reach an assertion about exceptions through a method, a member or a table of functions aren't reported.</summary>
public sealed class ExpectedExceptionTests
{
    private const string Library = """
        #nullable enable
        namespace Xunit
        {
            public static class Assert
            {
                public static Task<T> ThrowsAsync<T>(Func<Task> code) => throw null!;
                public static void All<T>(IEnumerable<T> all, Action<T> code) { }
                public static void NotNull(object? value) { }
            }

            public sealed class MemberDataAttribute(string name) : Attribute { public string Name => name; }
        }
        """;

    [Theory]
    [InlineData("await AssertInvalid(() => payments.GetAsync(user));", "static async Task AssertInvalid(Func<Task> act) { Exception e = await Assert.ThrowsAsync<Exception>(act); Assert.NotNull(e); }")]
    [InlineData("await AssertInvalid(p => p.GetAsync(user));", "async Task AssertInvalid(Func<IPayments, Task> act) => await Assert.ThrowsAsync<Exception>(() => act(payments));")]
    [InlineData("Func<Task> call = () => payments.GetAsync(user); await AssertInvalid(call);", "static Task AssertInvalid(Func<Task> act) => Assert.ThrowsAsync<Exception>(act);")]
    [InlineData("await AssertInvalid(() => payments.GetAsync(user), \"none\");", "static Task AssertInvalid(Func<Task> act, string name) => AssertThrows(name, act); static Task AssertThrows(string name, Func<Task> act) => Assert.ThrowsAsync<Exception>(act);")]
    [InlineData("await AssertInvalid(() => payments.GetAsync(user), () => payments.GetAsync(user, plugin, widget));", "static async Task AssertInvalid(params Func<Task>[] acts) { foreach (var act in acts) await Assert.ThrowsAsync<Exception>(act); }")]
    [InlineData("await AssertInvalid<Exception>(() => payments.GetAsync(user)); static Task AssertInvalid<T>(Func<Task> act) => Assert.ThrowsAsync<T>(act);", "")]
    [InlineData("await Helper.AssertInvalid(() => payments.GetAsync(user)); }  static class Helper { public static Task AssertInvalid(Func<Task> act) => Assert.ThrowsAsync<Exception>(act);", "")]
    public Task Function_that_an_own_method_asserts_is_not_reported(string statements, string members) => VerifyCS.VerifyNoDiagnosticsAsync(Library, Test(statements, members));

    [Theory]
    [InlineData("await Run(() => payments.{|FPG2001:GetAsync|}(user));", "static async Task Run(Func<Task> act) => await act();")]
    [InlineData("await Run(() => payments.{|FPG2001:GetAsync|}(user));", "static async Task Run(Func<Task> act) { ArgumentNullException.ThrowIfNull(act); await act(); }")]
    [InlineData("await Run(() => payments.{|FPG2001:GetAsync|}(user), () => payments.GetAsync(user));", "static async Task Run(Func<Task> act, Func<Task> invalid) { await act(); await Assert.ThrowsAsync<Exception>(invalid); }")]
    [InlineData("await Run(() => payments.{|FPG2001:GetAsync|}(user));", "static Task Run(Func<Task> act) => Run(act);")]
    public Task Function_that_an_own_method_executes_is_reported(string statements, string members) => VerifyCS.VerifyAnalyzerAsync([Library, Test(statements, members)]);

    [Theory]
    [InlineData("Func<Task>[] calls = [() => payments.GetAsync(user), () => payments.GetAsync(user, pluginId: null)]; foreach (var call in calls) await Assert.ThrowsAsync<Exception>(call);", "")]
    [InlineData("var calls = new List<Func<Task>> { () => payments.GetAsync(user) }; foreach (var call in calls) await Assert.ThrowsAsync<Exception>(() => call());", "")]
    [InlineData("(string Name, Func<Task> Act)[] cases = [(\"none\", () => payments.GetAsync(user))]; foreach (var each in cases) await Assert.ThrowsAsync<Exception>(each.Act);", "")]
    [InlineData("(string Name, Func<Task> Act)[] cases = [(\"none\", () => payments.GetAsync(user))]; foreach (var (name, act) in cases) await Assert.ThrowsAsync<Exception>(act);", "")]
    [InlineData("foreach (var call in Invalid) await Assert.ThrowsAsync<Exception>(() => call(payments, user));", "private static readonly Func<IPayments, UserId, Task>[] Invalid = [(p, u) => p.GetAsync(u)];")]
    [InlineData("foreach (var call in Invalid) await Assert.ThrowsAsync<Exception>(() => call(payments, user));", "public static IEnumerable<Func<IPayments, UserId, Task>> Invalid { get { yield return (p, u) => p.GetAsync(u); } }")]
    [InlineData("_act = () => payments.GetAsync(user); await Assert.ThrowsAsync<Exception>(_act);", "private Func<Task>? _act;")]
    [InlineData("", "public static List<Func<IPayments, Task>> Invalid => new() { p => p.GetAsync(new UserId(\"1\")) }; [MemberData(nameof(Invalid))] public Task Rejects(Func<IPayments, Task> call) => Assert.ThrowsAsync<Exception>(() => call(payments));")]
    [InlineData("", "public static IEnumerable<object[]> Invalid() { yield return [(Func<IPayments, Task>)(p => p.GetAsync(new UserId(\"1\")))]; } [MemberData(nameof(Invalid))] public Task Rejects(Func<IPayments, Task> call) => Assert.ThrowsAsync<Exception>(() => call(payments));")]
    public Task Table_of_functions_that_are_asserted_is_not_reported(string statements, string members) => VerifyCS.VerifyNoDiagnosticsAsync(Library, Test(statements, members));

    [Theory]
    [InlineData("Func<Task>[] calls = [() => payments.{|FPG2001:GetAsync|}(user)]; foreach (var call in calls) await call();", "")]
    [InlineData("foreach (var call in Valid) await call(payments);", "private static readonly Func<IPayments, Task>[] Valid = [p => p.{|FPG2001:GetAsync|}(new UserId(\"1\"))];")]
    [InlineData("foreach (var call in Invalid) await Assert.ThrowsAsync<Exception>(() => call(payments));", "private static readonly Func<IPayments, Task>[] Valid = [p => p.{|FPG2001:GetAsync|}(new UserId(\"1\"))], Invalid = [p => p.GetAsync(new UserId(\"1\"))];")]
    [InlineData("", "public static List<Func<IPayments, Task>> Valid => new() { p => p.{|FPG2001:GetAsync|}(new UserId(\"1\")) }; [MemberData(nameof(Valid))] public Task Accepts(Func<IPayments, Task> call) => call(payments);")]
    public Task Table_of_functions_that_are_executed_is_reported(string statements, string members) => VerifyCS.VerifyAnalyzerAsync([Library, Test(statements, members)]);

    [Theory]
    [InlineData("Func<UserId, Task> call = u => payments.GetAsync(u); await Assert.ThrowsAsync<Exception>(() => call(user));", "")]
    [InlineData("Task Call(UserId u) => payments.GetAsync(u); await Assert.ThrowsAsync<Exception>(async () => await Call(user));", "")]
    [InlineData("await Assert.ThrowsAsync<Exception>(Act);", "private async Task Act() => await payments.GetAsync(user);")]
    [InlineData("await Assert.ThrowsAsync<Exception>(() => Act(user));", "private async Task Act(UserId id) { await Task.Yield(); await payments.GetAsync(id); }")]
    public Task Function_that_an_asserted_lambda_calls_is_not_reported(string statements, string members) => VerifyCS.VerifyNoDiagnosticsAsync(Library, Test(statements, members));

    [Theory]
    [InlineData("Func<UserId, Task> call = u => payments.{|FPG2001:GetAsync|}(u); await Assert.ThrowsAsync<Exception>(() => Task.CompletedTask); await call(user);", "")]
    [InlineData("await Act();", "private async Task Act() => await payments.{|FPG2001:GetAsync|}(user);")]
    [InlineData("Assert.NotNull(Act());", "private async Task Act() => await payments.{|FPG2001:GetAsync|}(user);")]
    [InlineData("await Assert.ThrowsAsync<Exception>(() => Act());", "public async Task Act() => await payments.{|FPG2001:GetAsync|}(user);")]
    public Task Function_that_other_code_calls_is_reported(string statements, string members) => VerifyCS.VerifyAnalyzerAsync([Library, Test(statements, members)]);

    private static string Test(string statements, string members) => $$"""
        #nullable enable
        using Xunit;

        [PaymentsClient]
        public partial interface IPayments
        {
            Task<PaymentInformation> GetAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        public class Tests(IPayments payments, UserId user, PluginId plugin, WidgetId widget)
        {
            {{members}}

            public async Task TestAsync()
            {
                await Task.Yield();
                {{statements}}
            }

            public override string ToString() => $"{payments}{user}{plugin}{widget}";
        }
        """;
}
