using System;
using System.Net.Http;
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
    public void Https_and_loopback_are_accepted(string address) => Assert.True(With(new Uri(address)).TryValidate(out _));

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
    [InlineData("https://api.figma.com#MARK")]
    [InlineData("/v1/payments")]
    public void Any_other_address_is_refused_without_repeating_it(string address)
    {
        PaymentsClientOptions options = With(new Uri(address, UriKind.RelativeOrAbsolute));

        Assert.False(options.TryValidate(out string? fault));
        Assert.StartsWith("BaseAddress: ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", fault, StringComparison.Ordinal);
        Assert.Contains(fault, Assert.Throws<ArgumentException>(() => PaymentsEndpoint.Create(options)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PaymentsEndpoint(new HttpClient(), options));
    }

    [Fact]
    public async Task The_host_name_loopback_is_what_the_framework_makes_of_it_and_leaves_the_machine_nowhere()
    {
        CannedHandler handler = new(Samples.Paid);

        await handler.ToEndpoint(With(new Uri("http://loopback:5000/figma"))).GetResultAsync(Samples.ByIds, CancellationToken.None);

        Uri asked = Assert.Single(handler.Requests).RequestUri!;
        Assert.Equal(("localhost", "localhost", 5000), (asked.Host, asked.IdnHost, asked.Port));
        Assert.StartsWith("http://localhost:5000/figma/v1/payments?", asked.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_other_fault_is_named_by_its_property()
    {
        Refused("AccessToken", new PaymentsClientOptions());
        Refused("AccessToken", new PaymentsClientOptions { AccessToken = default(PersonalAccessToken) });
        Refused("AccessToken", new PaymentsClientOptions { AccessToken = new PersonalAccessToken("figd_MARK"), AccessTokenProvider = _ => default });
        Refused("BaseAddress", With(null!));
        Refused("Timeout", new PaymentsClientOptions { AccessToken = new PersonalAccessToken("figd_MARK"), Timeout = TimeSpan.Zero });
        Refused("Timeout", new PaymentsClientOptions { AccessToken = new PersonalAccessToken("figd_MARK"), Timeout = Timeout.InfiniteTimeSpan });
        Refused("Timeout", new PaymentsClientOptions { AccessToken = new PersonalAccessToken("figd_MARK"), Timeout = TimeSpan.FromDays(25) });
        Refused("MaxResponseBytes", new PaymentsClientOptions { AccessToken = new PersonalAccessToken("figd_MARK"), MaxResponseBytes = 1_023 });
        Refused("MaxResponseBytes", new PaymentsClientOptions { AccessToken = new PersonalAccessToken("figd_MARK"), MaxResponseBytes = int.MaxValue });

        static void Refused(string property, PaymentsClientOptions options)
        {
            Assert.False(options.TryValidate(out string? fault));
            Assert.StartsWith(property + ": ", fault, StringComparison.Ordinal);
            Assert.DoesNotContain("MARK", fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nulls_are_refused_as_nulls()
    {
        Assert.Throws<ArgumentNullException>(() => new PaymentsEndpoint(null!, Samples.Options()));
        Assert.Throws<ArgumentNullException>(() => new PaymentsEndpoint(new HttpClient(), null!));
        Assert.Throws<ArgumentNullException>(() => PaymentsEndpoint.Create(null!));
    }

    [Fact]
    public void A_handler_that_is_made_is_new_each_time()
    {
        using HttpMessageHandler first = PaymentsHttpHandler.Create();
        using HttpMessageHandler second = PaymentsHttpHandler.Create();

        Assert.NotSame(first, second);
    }

    private static PaymentsClientOptions With(Uri address) => new() { AccessToken = new PersonalAccessToken("figd_MARK"), BaseAddress = address };
}
