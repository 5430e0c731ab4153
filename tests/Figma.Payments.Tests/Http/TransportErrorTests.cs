using System;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Xunit;

namespace Figma.Payments.Tests.Http;

/// <summary>Requests that fail without a response, for reasons that have nothing to do with Figma.</summary>
public sealed class TransportErrorTests
{
    [Fact]
    public async Task Untrusted_certificate_is_not_transient()
    {
        using RSA key = RSA.Create(2_048);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Task serving = ServeAsync();
        Uri address = new("https://localhost:" + ((IPEndPoint)listener.LocalEndpoint).Port);

        PaymentsResult result = await PaymentsEndpoint.Create(Samples.Options(address)).GetResultAsync(Samples.IdRequest, CancellationToken.None);
        await serving;

        Assert.Equal(PaymentsErrorKind.InvalidResponse, result.Error?.Kind);
        Assert.False(result.Error!.IsTransient);
        Assert.Contains("certificate", result.Error.Description, StringComparison.Ordinal);

        async Task ServeAsync()
        {
            using TcpClient client = await listener.AcceptTcpClientAsync();
            await using SslStream stream = new(client.GetStream());

            try
            {
                await stream.AuthenticateAsServerAsync(certificate);
                _ = await stream.ReadAsync(new byte[1]);
            }
            catch (Exception exception) when (exception is System.IO.IOException or System.Security.Authentication.AuthenticationException)
            {
            }
        }
    }

    [Fact]
    public async Task Connection_that_breaks_during_the_handshake_is_transient()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Task serving = CloseAsync();
        Uri address = new("https://localhost:" + ((IPEndPoint)listener.LocalEndpoint).Port);

        PaymentsResult result = await PaymentsEndpoint.Create(Samples.Options(address)).GetResultAsync(Samples.IdRequest, CancellationToken.None);
        await serving;

        Assert.Equal(PaymentsErrorKind.Unavailable, result.Error?.Kind);

        async Task CloseAsync()
        {
            using TcpClient client = await listener.AcceptTcpClientAsync();
            _ = await client.GetStream().ReadAsync(new byte[1]);
        }
    }

    [Fact]
    public async Task Disposed_HttpClient_is_not_reported_as_a_time_out()
    {
        HttpClient disposed = new(new CannedHandler(Samples.Paid));
        disposed.Dispose();
        TaskCompletionSource sending = new();
        HttpClient pending = new(new CannedHandler(async (_, cancellationToken) =>
        {
            sending.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException();
        }));

        PaymentsResult before = await new PaymentsEndpoint(disposed, Samples.Options()).GetResultAsync(Samples.IdRequest, CancellationToken.None);
        Task<PaymentsResult> request = new PaymentsEndpoint(pending, Samples.Options()).GetResultAsync(Samples.IdRequest, CancellationToken.None);
        await sending.Task;
        pending.Dispose();
        PaymentsResult during = await request;

        foreach (PaymentsResult result in new[] { before, during })
        {
            Assert.Equal(PaymentsErrorKind.Unavailable, result.Error?.Kind);
            Assert.Contains("disposed", result.Error!.Description, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("time", before.Error!.Description, StringComparison.OrdinalIgnoreCase);
#if !LIBRARY_NETSTANDARD2_0
        Assert.DoesNotContain("time", during.Error!.Description, StringComparison.OrdinalIgnoreCase);
#endif
    }

    [Fact]
    public async Task Time_out_of_the_HttpClient_is_named()
    {
        using HttpClient client = new(new CannedHandler(static async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException();
        })) { Timeout = TimeSpan.FromMilliseconds(20) };

        PaymentsResult result = await new PaymentsEndpoint(client, Samples.Options()).GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Contains("HttpClient.Timeout", result.Error!.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("disposed", result.Error.Description, StringComparison.Ordinal);
    }

    /// <remarks>
    /// The event is raised when a task with an unobserved exception is collected. <c>Task.WaitAsync</c> of .NET 10 observes the exception of the task,
    /// so in this process only the <c>netstandard2.0</c> build of the library depends on its own code.
    /// </remarks>
    [Fact]
    public async Task Late_exception_of_a_token_provider_is_observed()
    {
        const string Message = "MARK-late-exception";
        bool isUnobserved = false;
        EventHandler<UnobservedTaskExceptionEventArgs> onUnobserved = (_, args) => isUnobserved |= args.Exception.ToString().Contains(Message, StringComparison.Ordinal);
        TaskScheduler.UnobservedTaskException += onUnobserved;

        try
        {
            await FailLateAsync();

            for (int round = 0; round < 10; round++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                await Task.Delay(10);
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= onUnobserved;
        }

        Assert.False(isUnobserved);

        static async Task FailLateAsync()
        {
            TaskCompletionSource<PersonalAccessToken> late = new();
            PaymentsClientOptions options = new()
            {
                AccessTokenProvider = _ => new ValueTask<PersonalAccessToken>(late.Task),
                Timeout = TimeSpan.FromMilliseconds(20),
            };

            PaymentsResult result = await new CannedHandler(Samples.Paid).ToEndpoint(options).GetResultAsync(Samples.IdRequest, CancellationToken.None);
            Assert.Equal(PaymentsErrorKind.Unavailable, result.Error?.Kind);
            late.SetException(new InvalidOperationException(Message));
        }
    }
}
