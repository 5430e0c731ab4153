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
    [InlineData("PaymentInformation[] all = [.. Known]; var info = all[0];")]
    [InlineData("var info = parameter;", true)]
    [InlineData("var info = await awaited;", true)]
    [InlineData("var info = _field;", true)]
    [InlineData("var info = Auto;", true)]
    [InlineData("var info = Field;", true)]
    [InlineData("var info = given.Payment;", true)]
    [InlineData("var info = Current;")]
    [InlineData("var info = this[user];")]
    [InlineData("var info = Known.First();")]
    [InlineData("var all = await Task.WhenAll(new[] { user }.Select(KnownAsync)); var info = all[0];")]
    [InlineData("var (info, isNew) = await BothAsync(user); Console.WriteLine(isNew);")]
    [InlineData("if (!table.TryGetValue(user, out var info)) return Results.NotFound();")]
    [InlineData("var info = table[user];")]
    [InlineData("var info = lazy.Value;")]
    [InlineData("PaymentInformation info; if (flag) info = await payments.GetPaymentsAsync(user); else info = await KnownAsync(user);")]
    public Task Response_is_reported_if_Figma_returned_it(string statements, bool isReported = false) =>
        VerifyAsync($"{statements} return {Test(isReported)} ? Results.StatusCode(402) : Results.Ok();");

    [Theory]
    [InlineData("statuses.GetValueOrDefault(user, PaymentStatus.Unpaid)")]
    [InlineData("Enum.Parse<PaymentStatus>(user.Value)")]
    [InlineData("new Queue<PaymentStatus>().Dequeue()")]
    public Task Status_of_another_origin_is_not_reported(string status) =>
        VerifyAsync($"PaymentStatus status = {status}; return status == PaymentStatus.Unpaid ? Results.StatusCode(402) : Results.Ok();");

    private static Task VerifyAsync(string statements) => UnknownStatus.VerifyAsync($$"""
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

                public async Task<IResult> RunAsync(UserId user, bool flag, PaymentInformation parameter, Task<PaymentInformation> awaited, Given given, Dictionary<UserId, PaymentInformation> table, Dictionary<UserId, PaymentStatus> statuses, Lazy<PaymentInformation> lazy)
                {
                    await Task.Yield();
                    {{statements}}
                }
            }
            """);
}
