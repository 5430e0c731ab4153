using System;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Package.Tests.Consumers;

/// <summary>Tests that no rule reports calls that a developer's tests make for another reason than to get a response.</summary>
public sealed partial class TestLibrariesTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string References = """
        <PackageReference Include="NSubstitute" Version="6.1.0" />
            <PackageReference Include="Moq" Version="4.21.0" />
            <PackageReference Include="FakeItEasy" Version="6.0.1" />
            <PackageReference Include="RichardSzalay.MockHttp" Version="7.1.0" />
            <PackageReference Include="xunit.assert" Version="2.9.3" />
        """;

    private const string Source = """
        using FakeItEasy;
        using Figma.Payments;
        using Moq;
        using NSubstitute;
        using NSubstitute.ExceptionExtensions;
        using RichardSzalay.MockHttp;
        using Xunit;

        Console.WriteLine("tests");

        [PaymentsClient] public partial interface IPayments;

        public static class Tests
        {
            private static readonly UserId User = new("1");
            private static readonly PluginId Plugin = new("2");
            private static readonly WidgetId Widget = new("3");

            private static void EnablePremium() { }

            public static async Task WithNSubstituteAsync(PaymentInformation info)
            {
                IPayments payments = Substitute.For<IPayments>();
                payments.GetPaymentsAsync(User, Plugin).Returns(info);
                payments.GetPaymentsAsync(default, null, null, null).ReturnsForAnyArgs(info);
                payments.GetPaymentsAsync(Arg.Any<UserId>(), new PluginId("anything")).ThrowsAsync(new InvalidOperationException());
                payments.When(one => one.GetPaymentsAsync(User)).Do(_ => throw new InvalidOperationException());
                payments.When(async one => { await one.GetPaymentsAsync(User, Plugin); EnablePremium(); }).Do(_ => throw new InvalidOperationException());

                await payments.Received().GetPaymentsAsync(User, Plugin);
                await payments.Received(2).GetPaymentsAsync(Arg.Any<UserId>(), Arg.Any<CommunityFileId?>(), Arg.Any<PluginId?>(), Arg.Any<WidgetId?>(), Arg.Any<CancellationToken>());
                await payments.DidNotReceive().GetPaymentsAsync(User, pluginId: Plugin, widgetId: Widget);
                await payments.ReceivedWithAnyArgs().GetPaymentsAsync(default, null, null, null);
                await payments.DidNotReceiveWithAnyArgs().GetPaymentsAsync(default, null, null, null);
                await payments.GetPaymentsAsync(User, Plugin);
                EnablePremium();

                Received.InOrder(async () =>
                {
                    await payments.GetPaymentsAsync(User, Plugin);
                    await payments.GetPaymentsAsync(User, Widget);
                    EnablePremium();
                });
            }

            public static async Task WithMoqAsync(PaymentInformation info)
            {
                Mock<IPayments> mock = new();
                mock.Setup(one => one.GetPaymentsAsync(User, Plugin, default)).ReturnsAsync(info);
                mock.Setup(one => one.GetPaymentsAsync(It.IsAny<UserId>(), null, null, null, default)).ReturnsAsync(info);
                await mock.Object.GetPaymentsAsync(User, Plugin);
                EnablePremium();
                mock.Verify(one => one.GetPaymentsAsync(User, Plugin, default), Moq.Times.Once);
            }

            public static async Task WithFakeItEasyAsync(PaymentInformation info)
            {
                IPayments payments = A.Fake<IPayments>();
                A.CallTo(() => payments.GetPaymentsAsync(User, Plugin, default)).Returns(info);
                A.CallTo(() => payments.GetPaymentsAsync(User, null, null, null, default)).WithAnyArguments().Returns(info);
                await payments.GetPaymentsAsync(User, Plugin);
                EnablePremium();
                A.CallTo(() => payments.GetPaymentsAsync(User, Plugin, default)).MustHaveHappened();
            }

            public static async Task WithMockHttpAsync()
            {
                MockHttpMessageHandler http = new();
                http.When("https://api.figma.com/v1/payments*").Respond("application/json", "{}");
                http.Expect(HttpMethod.Get, "https://api.figma.com/v1/payments").WithQueryString("user_id=1&plugin_id=2").Respond(System.Net.HttpStatusCode.NotFound);

                using HttpClient client = http.ToHttpClient();
                client.BaseAddress = new Uri("https://api.figma.com");

                // The handler answers, not Figma.
                await client.GetAsync("v1/payments?user_id=1");
                await client.GetAsync("https://api.figma.com/v1/payments?user_id=1&plugin_id=2&widget_id=3");

                PaymentsClient payments = new(client, new PaymentsClientOptions { AccessToken = new PersonalAccessToken("figd_test") });
                await Assert.ThrowsAsync<FigmaPaymentsException>(() => payments.GetPaymentsAsync(User, Plugin));
                http.VerifyNoOutstandingExpectation();
            }

            public static async Task WithXunitAsync(IPayments payments)
            {
                await Assert.ThrowsAsync<FigmaPaymentsException>(async () =>
                {
                    await payments.GetPaymentsAsync(User, Plugin);
                    EnablePremium();
                });

                await Assert.ThrowsAnyAsync<ArgumentException>(() => payments.GetPaymentsAsync(User));
                Assert.Throws<FormatException>(() => PluginId.Parse("glyphs"));

                Func<Task> act = async () =>
                {
                    await payments.GetPaymentsAsync(User, Plugin);
                    EnablePremium();
                };

                await Assert.ThrowsAsync<FigmaPaymentsException>(act);
            }
        }
        """;

    private const string Wrong = """
        public static class Wrong
        {
            public static async Task EnsurePaidAsync(IPayments payments, UserId user, PluginId plugin) => await payments.GetPaymentsAsync(user, plugin);

            public static async Task RunAsync(IPayments payments, UserId user, PluginId plugin, WidgetId widget) => _ = await payments.GetPaymentsAsync(user, pluginId: plugin, widgetId: widget);
        }
        """;

    [Fact]
    public async Task Calls_on_substitutes_and_calls_that_must_throw_are_not_reported()
    {
        Consumer app = Consumer.NewConsole(packages, "TestLibraries", "<NoWarn>$(NoWarn);CS0618</NoWarn>", References);
        app.Write("Program.cs", Source);
        DotnetRun build = (await app.BuildAsync()).OrFail();
        Assert.Empty(Reported(build.Output));

        // The rules run in this project.
        app.Write("Wrong.cs", "using Figma.Payments;\n" + Wrong);
        Assert.Equal(["FPG2002", "FPG3003"], Reported((await app.BuildAsync()).Output));

        // In a project of tests, a result can be ignored.
        await app.AddPackageAsync("xunit.extensibility.core", "2.9.3");
        Assert.Equal(["FPG2002"], Reported((await app.BuildAsync()).Output));
    }

    private static string[] Reported(string output) => [.. Rule().Matches(output).Select(static match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("FPG[0-9]{4}(?=:)")]
    private static partial Regex Rule();
}
