using System;
using System.Collections.Generic;

using Xunit;

namespace Figma.Payments.Testing.Tests;

public sealed class FakeOptionsTests
{
    private static readonly Dictionary<string, Action<FakeFigmaPaymentsOptions>> InvalidValues = new(StringComparer.Ordinal)
    {
        [nameof(FakeFigmaPaymentsOptions.AccessTokenText)] = static options => options.AccessTokenText = "two words",
        [nameof(FakeFigmaPaymentsOptions.PaymentTokenLifetime)] = static options => options.PaymentTokenLifetime = TimeSpan.Zero,
        [nameof(FakeFigmaPaymentsOptions.PaymentTokenLength)] = static options => options.PaymentTokenLength = 63,
        [nameof(FakeFigmaPaymentsOptions.AccessTokenLifetime)] = static options => options.AccessTokenLifetime = TimeSpan.Zero,
        [nameof(FakeFigmaPaymentsOptions.StatusSpelling)] = static options => options.StatusSpelling = (FakeStatusSpelling)9,
        [nameof(FakeFigmaPaymentsOptions.ErrorEnvelope)] = static options => options.ErrorEnvelope = (FakeErrorEnvelope)9,
        [nameof(FakeFigmaPaymentsOptions.InvalidPaymentTokenStatus)] = static options => options.InvalidPaymentTokenStatus = 200,
        [nameof(FakeFigmaPaymentsOptions.ForeignResourceStatus)] = static options => options.ForeignResourceStatus = 500,
        [nameof(FakeFigmaPaymentsOptions.PaymentTokenRequestsPerMinute)] = static options => options.PaymentTokenRequestsPerMinute = 0,
        [nameof(FakeFigmaPaymentsOptions.IdRequestsPerMinute)] = static options => options.IdRequestsPerMinute = -1,
        [nameof(FakeFigmaPaymentsOptions.PlanTier)] = static options => options.PlanTier = "pro\n",
        [nameof(FakeFigmaPaymentsOptions.RateLimitType)] = static options => options.RateLimitType = "",
        [nameof(FakeFigmaPaymentsOptions.UpgradeLink)] = static options => options.UpgradeLink = new Uri("/upgrade", UriKind.Relative),
        [nameof(FakeFigmaPaymentsOptions.TimeProvider)] = static options => options.TimeProvider = null!,
    };

    public static TheoryData<string> PropertyNames => [.. InvalidValues.Keys];

    [Theory]
    [MemberData(nameof(PropertyNames))]
    public void Invalid_value_is_rejected_with_the_name_of_the_property(string property)
    {
        FakeFigmaPaymentsOptions options = new();
        InvalidValues[property](options);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => new FakeFigmaPayments(options));

        Assert.StartsWith(property + ":", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("two words", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_property_is_validated() =>
        Assert.All(typeof(FakeFigmaPaymentsOptions).GetProperties(), static property => Assert.Contains(property.Name, InvalidValues.Keys));

    [Fact]
    public void Options_are_copied_when_the_fake_is_created()
    {
        FakeFigmaPaymentsOptions options = new() { AccessTokenText = "first" };
        FakeFigmaPayments fake = new(options);
        options.AccessTokenText = "second";

        Assert.Equal("first", fake.AccessTokenText);
    }
}
