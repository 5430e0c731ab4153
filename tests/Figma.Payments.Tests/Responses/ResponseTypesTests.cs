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
    public void Payment_information_is_marked_immutable() =>
        Assert.True(typeof(PaymentInformation).GetCustomAttribute<ImmutableObjectAttribute>()?.Immutable);
}
