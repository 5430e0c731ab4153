using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Tests;

public sealed class RequestTests
{
    [Fact]
    public async Task A_question_by_ids_is_answered_over_the_real_wire()
    {
        await using WireServer server = new(WireServer.Answer(Samples.Paid));

        PaymentInformation information = await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetInformationAsync(Samples.ByIds, CancellationToken.None);

        Assert.True(information.IsPaid);
        Assert.Equal(Samples.User, information.UserId.Value);
        Assert.Equal((ResourceId)new PluginId(Samples.Plugin), information.ResourceId);
        Assert.Equal(new DateTimeOffset(2024, 3, 1, 12, 34, 56, 789, TimeSpan.Zero), information.DateOfPurchase);
    }
}
