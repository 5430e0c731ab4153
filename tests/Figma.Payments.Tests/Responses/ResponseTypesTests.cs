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
    public void Only_paid_is_paid_and_only_paid_or_trial_is_either(PaymentStatus status, bool isPaid, bool isPaidOrTrial)
    {
        PaymentInformation information = new(new UserId("1"), new PluginId("2"), status, DateTimeOffset.UnixEpoch);
        PaymentsResult result = new(information);

        Assert.Equal((isPaid, isPaidOrTrial), (information.IsPaid, information.IsPaidOrTrial));
        Assert.Equal((isPaid, isPaidOrTrial), (result.IsPaid, result.IsPaidOrTrial));
        Assert.Same(information, result.GetInformationOrThrow());
    }

    [Fact]
    public void An_error_is_neither_paid_nor_a_trial_and_is_thrown_when_the_answer_is_wanted()
    {
        PaymentsResult result = new(new PaymentsError(PaymentsErrorKind.Unavailable, "Gone."));

        Assert.False(result.IsSuccess || result.IsPaid || result.IsPaidOrTrial);
        Assert.Same(result.Error, Assert.Throws<FigmaPaymentsException>(result.GetInformationOrThrow).Error);
    }

    [Fact]
    public void An_answer_needs_ids_and_a_status_that_exists()
    {
        Assert.Throws<ArgumentException>(() => new PaymentInformation(default, new PluginId("2"), PaymentStatus.Paid));
        Assert.Throws<ArgumentException>(() => new PaymentInformation(new UserId("1"), default, PaymentStatus.Paid));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PaymentInformation(new UserId("1"), new PluginId("2"), (PaymentStatus)7));
        Assert.Throws<ArgumentNullException>(() => new PaymentsResult((PaymentsError)null!));
    }

    [Fact]
    public void An_answer_is_marked_immutable_so_that_caches_need_not_copy_it() =>
        Assert.True(typeof(PaymentInformation).GetCustomAttribute<ImmutableObjectAttribute>()?.Immutable);
}
