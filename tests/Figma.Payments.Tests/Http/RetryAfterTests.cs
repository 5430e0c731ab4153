using System;
using Figma.Payments.Http;
using Xunit;

namespace Figma.Payments.Tests.Http;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("30", 30)]
    [InlineData(" 30 ", 30)]
    [InlineData("0030", 30)]
    [InlineData("399065", 399_065)]
    [InlineData("99999999999", 99_999_999_999)]
    public void Whole_seconds_are_read(string value, long seconds) =>
        Assert.Equal(TimeSpan.FromTicks(seconds * TimeSpan.TicksPerSecond), RetryAfter.Read(value, date: null, Now));

    [Theory]
    [InlineData("922337203686")]
    [InlineData("9223372036854775808")]
    [InlineData("99999999999999999999999999999999999999999999999999")]
    public void Seconds_that_overflow_are_the_maximum(string value) =>
        Assert.Equal(TimeSpan.MaxValue, RetryAfter.Read(value, date: null, Now));

    [Theory]
    [InlineData("Fri, 01 Mar 2024 12:00:30 GMT", 30)]
    [InlineData("Friday, 01-Mar-24 12:00:30 GMT", 30)]
    [InlineData("Fri Mar  1 12:00:30 2024", 30)]
    [InlineData("Fri, 01 Mar 2024 11:59:30 GMT", 0)]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT", 0)]
    public void Date_is_relative_to_now_and_a_past_date_is_zero(string value, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Read(value, date: null, Now));

    [Fact]
    public void Date_is_relative_to_the_Date_header() =>
        Assert.Equal(TimeSpan.FromSeconds(10), RetryAfter.Read("Sat, 01 Jan 2000 00:00:10 GMT", "Sat, 01 Jan 2000 00:00:00 GMT", Now));

    [Fact]
    public void Invalid_Date_header_is_ignored() =>
        Assert.Equal(TimeSpan.FromSeconds(30), RetryAfter.Read("Fri, 01 Mar 2024 12:00:30 GMT", "today", Now));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-5")]
    [InlineData("+5")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("1 2")]
    [InlineData("0x10")]
    [InlineData("٣")]
    [InlineData("soon")]
    [InlineData("Thu, 01 Mar 2024 12:00:30 GMT")]
    [InlineData("2024-03-01T12:00:30Z")]
    public void Invalid_value_is_null(string? value) => Assert.Null(RetryAfter.Read(value, date: null, Now));
}
