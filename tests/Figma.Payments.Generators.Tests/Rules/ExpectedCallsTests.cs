using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Responses.DoNotIgnorePaymentCheckAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules;

/// <summary>Tests that no rule reports calls on substitutes and calls that are expected to throw: FPG2001, FPG2002, FPG2005 and FPG3003.</summary>
/// <remarks>The package's tests do the same with the real libraries.</remarks>
public sealed class ExpectedCallsTests
{
    private const string Libraries = """
        namespace NSubstitute
        {
            public static class Substitute { public static T For<T>() => default!; }
            public class Arg { public static T Any<T>() => default!; }
            public class WhenCalled<T> { public void Do(Action<object> act) { } }
            public static class Received { public static void InOrder(Action calls) { } }
            public static class SubstituteExtensions
            {
                public static T Received<T>(this T substitute, int times = 1) => substitute;
                public static T DidNotReceive<T>(this T substitute) => substitute;
                public static T ReceivedWithAnyArgs<T>(this T substitute) => substitute;
                public static void Returns<T>(this Task<T> value, T result) { }
                public static void ReturnsForAnyArgs<T>(this Task<T> value, T result) { }
                public static WhenCalled<T> When<T>(this T substitute, Func<T, Task> call) => new();
            }
        }

        namespace Moq
        {
            public class Mock<T> { public T Object => default!; public void Setup<TResult>(System.Linq.Expressions.Expression<Func<T, TResult>> call) { } public void Raise(Action<T> call) { } }
            public static class It { public static T IsAny<T>() => default!; }
        }

        namespace FakeItEasy
        {
            public static class A { public static T Fake<T>() => default!; public static void CallTo<T>(System.Linq.Expressions.Expression<Func<T>> call) { } }
        }

        namespace Xunit
        {
            public static class Assert { public static Task<T> ThrowsAsync<T>(Func<Task> code) => throw null!; public static void Equal(int first, int second) { } public static void All(int[] all, Func<int, Task> code) { } }
            public static class Record { public static Task<Exception> ExceptionAsync(Func<Task> code) => throw null!; }
        }

        namespace FluentAssertions
        {
            public class AsyncAssertions { public Task ThrowAsync<T>() => Task.CompletedTask; public AsyncAssertions And => this; }
            public static class AssertionExtensions { public static AsyncAssertions Should(this Func<Task> act) => new(); public static Func<Task> Awaiting<T>(this T subject, Func<T, Task> call) => throw null!; }
        }
        """;

    [Theory]
    [InlineData("await payments.Received().GetAsync(user, plugin);")]
    [InlineData("await payments.Received(2).GetAsync(user);")]
    [InlineData("await payments.DidNotReceive().GetAsync(user, plugin, widget);")]
    [InlineData("await payments.ReceivedWithAnyArgs().GetAsync(default, default, default);")]
    [InlineData("IPayments received = payments.Received(); await received.GetAsync(user, plugin);")]
    [InlineData("payments.GetAsync(user).Returns(info);")]
    [InlineData("payments.GetAsync(default).ReturnsForAnyArgs(info);")]
    [InlineData("payments.GetAsync(user, new PluginId(\"glyphs\")).Returns(info);")]
    [InlineData("payments.When(one => one.GetAsync(user)).Do(_ => Console.WriteLine());")]
    [InlineData("payments.When(async one => { await one.GetAsync(user, plugin); EnablePremium(); }).Do(_ => Console.WriteLine());")]
    [InlineData("Received.InOrder(() => { payments.GetAsync(user, plugin); payments.GetAsync(user, widgetId: widget); });")]
    [InlineData("IPayments substitute = Substitute.For<IPayments>(); await substitute.GetAsync(user, plugin);")]
    [InlineData("await _field.GetAsync(user, plugin);")]
    [InlineData("new Mock<IPayments>().Setup(one => one.GetAsync(user, null, null));")]
    [InlineData("Mock<IPayments> mock = new(); await mock.Object.GetAsync(user, plugin);")]
    [InlineData("Mock<IPayments> mock = new(); IPayments known = mock.Object; await known.GetAsync(user, plugin);")]
    [InlineData("A.CallTo(() => payments.GetAsync(user, null, null));")]
    [InlineData("IPayments fake = A.Fake<IPayments>(); await fake.GetAsync(user, plugin);")]
    public Task Call_on_a_substitute_is_not_reported(string statements) => VerifyCS.VerifyNoDiagnosticsAsync(Libraries, Test(statements));

    [Theory]
    [InlineData("await _assigned.GetAsync(user, plugin);", "private readonly IPayments _assigned; public Payers() { _assigned = Substitute.For<IPayments>(); }")]
    [InlineData("await _assigned.GetAsync(user, plugin);", "private IPayments _assigned = null!; public void SetUp() => _assigned = Substitute.For<IPayments>();")]
    [InlineData("await _assigned.GetAsync(user, plugin);", "private readonly IPayments _assigned; private readonly Mock<IPayments> _mock; public Payers() { _mock = new(); this._assigned = _mock.Object; }")]
    [InlineData("await Assigned.GetAsync(user, plugin);", "protected IPayments Assigned { get; private set; } public Payers() { Assigned = A.Fake<IPayments>(); }")]
    [InlineData("await _assigned.GetAsync(user, plugin);", "private IPayments _assigned = null!; public void SetUp() { _assigned = Create(); } private static IPayments Create() => Substitute.For<IPayments>();")]
    [InlineData("await Assigned.GetAsync(user, plugin);", "private IPayments? _assigned; private IPayments Assigned => _assigned ??= Substitute.For<IPayments>();")]
    [InlineData("await Create().GetAsync(user, plugin);", "private static IPayments Create() { IPayments made = Substitute.For<IPayments>(); return made; }")]
    [InlineData("IPayments fresh = Create(); await fresh.GetAsync(user, plugin); static IPayments Create() => A.Fake<IPayments>();", "")]
    [InlineData("IPayments fresh; fresh = Substitute.For<IPayments>(); IPayments same = fresh; await same.GetAsync(user, plugin);", "")]
    public Task Call_on_an_assigned_or_returned_substitute_is_not_reported(string statements, string members) => VerifyCS.VerifyNoDiagnosticsAsync(Libraries, Test(statements, members));

    [Theory]
    [InlineData("_ = await _assigned.{|FPG2001:GetAsync|}(user);", "private readonly IPayments _assigned, _other; public Payers(IPayments given) { _assigned = given; _other = Substitute.For<IPayments>(); }")]
    [InlineData("_ = await Create().{|FPG2001:GetAsync|}(user);", "private readonly IPayments _given; public Payers(IPayments given) => _given = given; private IPayments Create() { IPayments other = Substitute.For<IPayments>(); other.ToString(); return _given; }")]
    [InlineData("_ = await _first.{|FPG2001:GetAsync|}(user);", "private IPayments _first = null!, _second = null!; public void Swap() { _first = _second; _second = _first; }")]
    [InlineData("_ = await Create(1).{|FPG2001:GetAsync|}(user);", "private static IPayments Create(int depth) => Create(depth - 1);")]
    [InlineData("IPayments fresh = payments; _ = await fresh.{|FPG2001:GetAsync|}(user); IPayments other = Substitute.For<IPayments>(); other.ToString();", "")]
    public Task Call_on_another_member_is_reported(string statements, string members) => VerifyCS.VerifyAnalyzerAsync([Libraries, Test(statements, members)]);

    [Theory]
    [InlineData("await Assert.ThrowsAsync<FigmaPaymentsException>(async () => { await payments.GetAsync(user, plugin); EnablePremium(); });")]
    [InlineData("await Assert.ThrowsAsync<ArgumentException>(() => payments.GetAsync(user));")]
    [InlineData("await Assert.ThrowsAsync<ArgumentException>(() => payments.GetAsync(user, new PluginId(\"glyphs\")));")]
    [InlineData("await Record.ExceptionAsync(async () => { await payments.GetAsync(user, plugin); EnablePremium(); });")]
    [InlineData("Func<Task> act = async () => { await payments.GetAsync(user, plugin); EnablePremium(); }; await Assert.ThrowsAsync<FigmaPaymentsException>(act);")]
    [InlineData("Func<Task> act = () => payments.GetAsync(user); await Assert.ThrowsAsync<ArgumentException>(act);")]
    [InlineData("Func<Task> act; act = () => payments.GetAsync(user); await Assert.ThrowsAsync<ArgumentException>(act);")]
    [InlineData("Task Act() => payments.GetAsync(user); await Assert.ThrowsAsync<ArgumentException>(Act);")]
    [InlineData("Func<Task> act = async () => { await payments.GetAsync(user, plugin); EnablePremium(); }; await act.Should().ThrowAsync<FigmaPaymentsException>();")]
    [InlineData("Func<Task> act = async () => { await payments.GetAsync(user, plugin); EnablePremium(); }; await act.Should().And.ThrowAsync<FigmaPaymentsException>();")]
    [InlineData("await payments.Awaiting(async one => { await one.GetAsync(user, plugin); EnablePremium(); }).Should().ThrowAsync<FigmaPaymentsException>();")]
    [InlineData("await Assert.ThrowsAsync<FigmaPaymentsException>(ActAsync); async Task ActAsync() { await payments.GetAsync(user, plugin); EnablePremium(); }")]
    [InlineData("Task<PaymentInformation> task = payments.GetAsync(user); await Assert.ThrowsAsync<FigmaPaymentsException>(() => task);")]
    [InlineData("var task = payments.GetAsync(user); await Assert.ThrowsAsync<FigmaPaymentsException>(async () => await task);")]
    [InlineData("foreach (Func<Task> act in new Func<Task>[] { () => payments.GetAsync(user) }) await Assert.ThrowsAsync<FigmaPaymentsException>(act);")]
    [InlineData("try { await payments.GetAsync(user, plugin); throw new InvalidOperationException(); } catch (FigmaPaymentsException) { }")]
    [InlineData("try { _ = await payments.GetAsync(user); throw new InvalidOperationException(); } catch (FigmaPaymentsException) { }")]
    public Task Call_that_is_expected_to_throw_is_not_reported(string statements) => VerifyCS.VerifyNoDiagnosticsAsync(Libraries, Test(statements));

    [Theory]
    [InlineData("await payments.{|FPG3003:GetAsync|}(user, plugin);")]
    [InlineData("_ = payments.{|FPG2001:GetAsync|}(user);")]
    [InlineData("_ = payments.{|FPG2002:GetAsync|}(user, plugin, widget);")]
    [InlineData("_ = payments.GetAsync(user, new PluginId({|FPG2005:\"glyphs\"|}));")]
    [InlineData("Func<Task> other = () => Task.CompletedTask; await other.Should().ThrowAsync<Exception>(); _ = payments.{|FPG2001:GetAsync|}(user);")]
    [InlineData("var task = payments.{|FPG2001:GetAsync|}(user); await task; await Assert.ThrowsAsync<FigmaPaymentsException>(() => Task.CompletedTask);")]
    [InlineData("try { await payments.{|FPG3003:GetAsync|}(user, plugin); } catch (FigmaPaymentsException) { throw; }")]
    [InlineData("try { Console.WriteLine(); throw new InvalidOperationException(); } catch (FigmaPaymentsException) { _ = await payments.{|FPG2001:GetAsync|}(user); }")]
    public Task Other_call_in_a_test_is_reported(string statements) => VerifyCS.VerifyAnalyzerAsync([Libraries, Test(statements)]);

    private static string Test(string statements, string members = "") => $$"""
        using FakeItEasy;
        using FluentAssertions;
        using Moq;
        using NSubstitute;
        using Xunit;

        [PaymentsClient]
        public partial interface IPayments
        {
            Task<PaymentInformation> GetAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        public class Payers
        {
            private readonly IPayments _field = Substitute.For<IPayments>();

            {{members}}

            public async Task EnsurePaidAsync(IPayments payments, UserId user, PluginId plugin, WidgetId widget, PaymentInformation info)
            {
                await Task.Yield();
                {{statements}}
            }

            private static void EnablePremium() { }

            public override string ToString() => _field.ToString()!;
        }
        """;
}
