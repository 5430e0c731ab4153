using System;
using System.Net.Http;
using System.Reflection;
using System.Runtime.Versioning;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Xunit;

namespace Figma.Payments.Tests;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("https://api.figma.com")]
    [InlineData("https://api.figma-gov.com/")]
    [InlineData("https://proxy.example:8443/figma")]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.255.1.2:80")]
    [InlineData("http://[::1]:5000")]
    public void Https_and_loopback_addresses_are_accepted(string address) => Assert.True(With(new Uri(address)).TryValidate(out _));

    [Theory]
    [InlineData("http://api.figma.com")]
    [InlineData("http://loopback.")]
    [InlineData("http://loopback.example:5000")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://127.0.0.1.nip.io")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://[::2]")]
    [InlineData("ftp://localhost")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://MARK:secret@api.figma.com")]
    [InlineData("https://api.figma.com?MARK=1")]
    [InlineData("https://api.figma.com\n")]
    [InlineData("\thttps://api.figma.com")]
    [InlineData("https://api.figma.com/MARK\0")]
    [InlineData("https://api.figma.com/MARK\u0085")]
    [InlineData("https://api.figma.com/MARK%0d%0aX-Figma-Token: a")]
    [InlineData("https://api.figma.com/%C2%85")]
    [InlineData("https://api.figma.com#MARK")]
    [InlineData("/v1/payments")]
    public void Invalid_base_address_is_rejected_and_not_repeated(string address)
    {
        PaymentsClientOptions options = With(new Uri(address, UriKind.RelativeOrAbsolute));

        Assert.False(options.TryValidate(out string? error));
        Assert.StartsWith("BaseAddress: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", error, StringComparison.Ordinal);
        Assert.Contains(error, Assert.Throws<ArgumentException>(() => PaymentsEndpoint.Create(options)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PaymentsEndpoint(new HttpClient(), options));
    }

    [Fact]
    public void Long_base_address_is_rejected()
    {
        Assert.True(With(new Uri("https://api.figma.com/" + new string('a', 2_026))).TryValidate(out _));
        Assert.False(With(new Uri("https://api.figma.com/" + new string('a', 2_027))).TryValidate(out string? tooLong));
        Assert.False(With(new Uri("https://api.figma.com/" + new string('ü', 2_000))).TryValidate(out _));
        Assert.Equal("BaseAddress: it must have at most 2,048 characters.", tooLong);
    }

    [Fact]
    public void Create_is_not_supported_in_browsers()
    {
        MethodBase[] members =
        [
            typeof(PaymentsHttpHandler).GetMethod(nameof(PaymentsHttpHandler.Create))!,
            typeof(PaymentsEndpoint).GetMethod(nameof(PaymentsEndpoint.Create))!,
            typeof(PersonalAccessToken).GetConstructor([typeof(string)])!,
        ];

#if LIBRARY_NETSTANDARD2_0
        Assert.All(members, static member => Assert.Empty(member.GetCustomAttributes<UnsupportedOSPlatformAttribute>()));
#else
        Assert.All(members, static member => Assert.Contains("would be public", Assert.Single(member.GetCustomAttributes<UnsupportedOSPlatformAttribute>(), static attribute => attribute.PlatformName == "browser").Message, StringComparison.Ordinal));
#endif
    }

    [Fact]
    public async Task Host_name_loopback_is_sent_to_localhost()
    {
        CannedHandler handler = new(Samples.Paid);

        await handler.ToEndpoint(With(new Uri("http://loopback:5000/figma"))).GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Uri requestUri = Assert.Single(handler.Requests).RequestUri!;
        Assert.Equal(("localhost", "localhost", 5000), (requestUri.Host, requestUri.IdnHost, requestUri.Port));
        Assert.StartsWith("http://localhost:5000/figma/v1/payments?", requestUri.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public void Validation_error_begins_with_the_property_name()
    {
        AssertInvalid("AccessToken", new PaymentsClientOptions());
        AssertInvalid("AccessToken", new PaymentsClientOptions { AccessToken = default(PersonalAccessToken) });
        AssertInvalid("AccessToken", new PaymentsClientOptions { AccessToken = new PersonalAccessToken("figd_MARK"), AccessTokenProvider = _ => default });
        AssertInvalid("BaseAddress", With(null!));
        AssertInvalid("Timeout", new PaymentsClientOptions { AccessToken = new PersonalAccessToken("figd_MARK"), Timeout = TimeSpan.Zero });
        AssertInvalid("Timeout", new PaymentsClientOptions { AccessToken = new PersonalAccessToken("figd_MARK"), Timeout = Timeout.InfiniteTimeSpan });
        AssertInvalid("Timeout", new PaymentsClientOptions { AccessToken = new PersonalAccessToken("figd_MARK"), Timeout = TimeSpan.FromDays(25) });
        AssertInvalid("MaxResponseBytes", new PaymentsClientOptions { AccessToken = new PersonalAccessToken("figd_MARK"), MaxResponseBytes = 1_023 });
        AssertInvalid("MaxResponseBytes", new PaymentsClientOptions { AccessToken = new PersonalAccessToken("figd_MARK"), MaxResponseBytes = int.MaxValue });

        static void AssertInvalid(string property, PaymentsClientOptions options)
        {
            Assert.False(options.TryValidate(out string? error));
            Assert.StartsWith(property + ": ", error, StringComparison.Ordinal);
            Assert.DoesNotContain("MARK", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Null_throws_ArgumentNullException()
    {
        Assert.Throws<ArgumentNullException>(() => new PaymentsEndpoint(null!, Samples.Options()));
        Assert.Throws<ArgumentNullException>(() => new PaymentsEndpoint(new HttpClient(), null!));
        Assert.Throws<ArgumentNullException>(() => PaymentsEndpoint.Create(null!));
    }

    [Fact]
    public void Create_returns_a_new_handler_each_time()
    {
        using HttpMessageHandler first = PaymentsHttpHandler.Create();
        using HttpMessageHandler second = PaymentsHttpHandler.Create();

        Assert.NotSame(first, second);
    }

    private static PaymentsClientOptions With(Uri address) => new() { AccessToken = new PersonalAccessToken("figd_MARK"), BaseAddress = address };
}
