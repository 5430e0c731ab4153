using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.Tests.Registration;

/// <summary>Replaces the primary handler with the methods that only new versions of the packages have.</summary>
public sealed class PrimaryHandlerTests
{
    [Fact]
    public Task UseSocketsHttpHandler_does_not_enable_redirects_or_cookies() =>
        AddTests.AssertRedirectIsNotFollowedAsync(static builder => builder.UseSocketsHttpHandler(static (handler, _) => handler.UseCookies = true));

    [Fact]
    public Task ConfigurePrimaryHttpMessageHandler_does_not_enable_redirects_or_cookies() =>
        AddTests.AssertRedirectIsNotFollowedAsync(static builder => builder.UseSocketsHttpHandler().ConfigurePrimaryHttpMessageHandler(static (handler, _) =>
            ((System.Net.Http.SocketsHttpHandler)handler).AllowAutoRedirect = true));
}
