using System;
using System.ComponentModel;
using System.Reflection;
using Xunit;

namespace Figma.Payments.Tests;

public sealed class ResponseTypesTests
{
    [Theory]
    [InlineData(PaymentStatus.Unknown, false, false)]
    [InlineData(PaymentStatus.Unpaid, false, false)]
    [InlineData(PaymentStatus.Paid, true, true)]
    [InlineData(PaymentStatus.Trial, false, true)]
    public void IsPaid_and_IsPaidOrTrial_follow_the_payment_status(PaymentStatus status, bool isPaid, bool isPaidOrTrial)
    {
        PaymentInformation information = new(new UserId("1"), new PluginId("2"), status, DateTimeOffset.UnixEpoch);
        PaymentsResult result = new(information);

        Assert.Equal((isPaid, isPaidOrTrial), (information.IsPaid, information.IsPaidOrTrial));
        Assert.Equal((isPaid, isPaidOrTrial), (result.IsPaid, result.IsPaidOrTrial));
        Assert.Same(information, result.GetInformationOrThrow());
    }

    [Fact]
    public void Error_result_denies_and_GetInformationOrThrow_throws()
    {
        PaymentsResult result = new(new PaymentsError(PaymentsErrorKind.Unavailable, "Gone."));

        Assert.False(result.IsSuccess || result.IsPaid || result.IsPaidOrTrial);
        Assert.Same(result.Error, Assert.Throws<FigmaPaymentsException>(result.GetInformationOrThrow).Error);
    }

    [Fact]
    public void Uninitialized_ID_or_invalid_status_throws()
    {
        Assert.Throws<ArgumentException>(() => new PaymentInformation(default, new PluginId("2"), PaymentStatus.Paid));
        Assert.Throws<ArgumentException>(() => new PaymentInformation(new UserId("1"), default, PaymentStatus.Paid));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PaymentInformation(new UserId("1"), new PluginId("2"), (PaymentStatus)7));
        Assert.Throws<ArgumentNullException>(() => new PaymentsResult((PaymentsError)null!));
    }

    [Fact]
    public void Payment_information_is_compared_by_value()
    {
        PaymentInformation information = Create();

        Assert.Equal(Create(), information);
        Assert.True(Create() == information && !(Create() != information) && information.Equals((object)Create()) && information != null && null != information);
        Assert.Equal(Create().GetHashCode(), information.GetHashCode());

        PaymentInformation[] others =
        [
            Create(user: "3"), Create(resource: new WidgetId("2")), Create(resource: new PluginId("3")), Create(status: PaymentStatus.Trial), Create(seconds: 1),
            new(new UserId("1"), new PluginId("2"), PaymentStatus.Paid, "OTHER", DateTimeOffset.UnixEpoch),
            new(new UserId("1"), new PluginId("2"), PaymentStatus.Paid),
        ];

        Assert.All(others, other => Assert.True(information != other && !information.Equals(other)));

        static PaymentInformation Create(string user = "1", ResourceId? resource = null, PaymentStatus status = PaymentStatus.Paid, int seconds = 0) =>
            new(new UserId(user), resource ?? new PluginId("2"), status, DateTimeOffset.UnixEpoch.AddSeconds(seconds));
    }

    [Fact]
    public void Errors_are_compared_by_value()
    {
        PaymentsError error = Create();

        Assert.Equal(Create(), error);
        Assert.True(Create() == error && error.Equals((object)Create()) && error != null);
        Assert.Equal(Create().GetHashCode(), error.GetHashCode());

        PaymentsError[] others =
        [
            Create(kind: PaymentsErrorKind.NotFound), Create(description: "b"), Create(status: 500), Create(message: "b"), Create(seconds: 2), Create(tier: "b"),
            Create(limit: "b"), Create(link: "b"), Create(request: "b"), new(PaymentsErrorKind.RateLimited, "a"),
        ];

        Assert.All(others, other => Assert.True(error != other && !error.Equals(other)));

        static PaymentsError Create(
            PaymentsErrorKind kind = PaymentsErrorKind.RateLimited, string description = "a", int status = 429, string message = "a", int seconds = 1, string tier = "a", string limit = "a", string link = "a", string request = "a") =>
            new(kind, description)
            {
                StatusCode = (System.Net.HttpStatusCode)status, FigmaMessage = message, RetryAfter = TimeSpan.FromSeconds(seconds), PlanTier = tier, RateLimitType = limit, UpgradeLink = link, RequestId = request,
            };
    }

    [Fact]
    public void Resource_ID_is_deconstructed_into_type_and_text()
    {
        (ResourceType type, string value) = (ResourceId)new WidgetId("2");

        Assert.Equal((ResourceType.Widget, "2"), (type, value));
    }

    [Fact]
    public void Payment_information_is_marked_immutable() =>
        Assert.True(typeof(PaymentInformation).GetCustomAttribute<ImmutableObjectAttribute>()?.Immutable);
}
