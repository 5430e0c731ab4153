using System;
using System.Buffers;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Benchmarks.Wire.Peers;
using Figma.Payments.Compatibility;
using Figma.Payments.CompilerServices;
using Figma.Payments.Http;
using Figma.Payments.Telemetry;

namespace Figma.Payments.Benchmarks.Wire;

/// <summary><c>guarantees</c>: measures the costs of each of the endpoint's guarantees per call, and of the corresponding code of the leanest implementation over <see cref="HttpClient"/>.</summary>
/// <remarks>Each part runs separately with the input of a real call. The sum is less than a call, because most of a call is framework code.</remarks>
internal static class GuaranteesCommand
{
    private static readonly byte[] Paid = Encoding.UTF8.GetBytes(Samples.Paid);
    private static readonly SecretScanner Secret = new(paymentToken: null, Samples.AccessToken);
    private static object? s_kept;

    public static Command Create()
    {
        Option<int> rounds = new("--rounds") { Description = "The number of slices for each part", DefaultValueFactory = _ => 101 };
        Command command = new("guarantees", "The costs of each guarantee per call, in one process") { rounds };

        command.SetAction(result => Run([.. Parts()], result.GetValue(rounds)));

        return command;
    }

    private static void Run(Part[] parts, int rounds)
    {
        Action nothing = static () => { };
        IReadOnlyList<(double Nanoseconds, double Bytes)> measured = Slices.Measure([nothing, .. parts.SelectMany(part => new[] { part.Ours ?? nothing, part.Lean ?? nothing })], rounds);

        Console.WriteLine();
        Console.WriteLine("| guarantee | ns | bytes | equivalent in B | ns | bytes |");
        Console.WriteLine("|---|---:|---:|---|---:|---:|");

        for (int i = 0; i < parts.Length; i++)
            Console.WriteLine($"| {parts[i].Guarantee} | {Show(parts[i].Ours, measured[1 + (2 * i)])} | {parts[i].InItsPlace} | {Show(parts[i].Lean, measured[2 + (2 * i)])} |");

        string Show(Action? action, (double Nanoseconds, double Bytes) one) => action is null
            ? "0 | 0"
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, one.Nanoseconds - measured[0].Nanoseconds):N0} | {one.Bytes:N0}");
    }

    private static IEnumerable<Part> Parts()
    {
        ValidatedRequest.TryCreate(new PaymentsRequest(userId: new UserId(Samples.User), pluginId: new PluginId(Samples.Plugin)), pinned: null, out ValidatedRequest validated, out _);
        RequestUriWriter query = new(Samples.Figma);
        string prefix = new Uri(Samples.Figma, "v1/payments?user_id=").AbsoluteUri;
        Uri address = new(query.Write(validated));
        PaymentsTelemetry telemetry = new(Samples.Figma);
        HttpRequestMessage request = new(HttpMethod.Get, address);
        HttpResponseMessage response = new(HttpStatusCode.OK) { RequestMessage = request, Content = new ByteArrayContent(Paid) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");

        yield return new Part(
            "1. Only proven payment information: parsed, validated, compared with the request",
            () =>
            {
                ResponseBodyReader.Read(Paid, validated, Secret, out ParsedResponse answer);
                s_kept = ResponseVerifier.FindMismatch(validated, answer);
            },
            "parses without validation",
            static () => s_kept = LeanResponse.Read(Paid).Status);

        yield return new Part(
            "2. The token goes to one host, once: redirects, status and content headers checked",
            () => s_kept = ResponseReader.FindHeadError(response, request, address, maxLength: 65_536, Secret),
            "checks the status",
            () => s_kept = response.IsSuccessStatusCode ? response : null);

        yield return new Part("3. No secret leaves: successful response", Ours: null, "nothing", Lean: null);
        yield return new Part("3. No secret leaves: error with an unknown message", static () => s_kept = FigmaErrorMessage.Sanitize("The plugin is not yours", Secret), "nothing", Lean: null);

        yield return new Part(
            "4. Cancellation and time-out, including the body",
            static () => Deadline.Start(Samples.Timeout, CancellationToken.None).Release(isReusable: true),
            "a token source with a timer, headers only",
            static () =>
            {
                using CancellationTokenSource source = new();
                source.CancelAfter(Samples.Timeout);
            });

        yield return new Part("5. No retry by itself", Ours: null, "nothing", Lean: null);

        yield return new Part(
            "6. Telemetry without listeners",
            () => telemetry.Start().Succeeded(PaymentStatus.Paid),
            "nothing",
            Lean: null);

        yield return new Part(
            "7. Fast: the URI is written once",
            () => s_kept = query.Write(validated),
            "the same, written by hand",
            () => s_kept = string.Concat(prefix, Uri.EscapeDataString(Samples.User), "&plugin_id=", Uri.EscapeDataString(Samples.Plugin)));

        yield return new Part(
            "7. Fast, in bounded memory: the body is copied to a pooled buffer, which is cleared",
            () => Copy(new ByteArrayContent(Paid)),
            "a pooled buffer of at most 4 KB, not cleared",
            () => Read(new ByteArrayContent(Paid)));
    }

    private static void Copy(ByteArrayContent content)
    {
        ResponseBodyBuffer body = new(maxLength: 65_536);
        Require(Platform.CopyAsync(content, body, CancellationToken.None).IsCompletedSuccessfully && body.Written.Length == Paid.Length);
        body.Return();
    }

    private static void Read(ByteArrayContent content)
    {
        ValueTask<int> reading = ReadAsync(content);
        Require(reading.IsCompletedSuccessfully && reading.Result == Paid.Length);
    }

    private static async ValueTask<int> ReadAsync(ByteArrayContent content)
    {
        Stream stream = await content.ReadAsStreamAsync(CancellationToken.None).ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(4_096);
        int length = 0, read;

        while ((read = await stream.ReadAsync(buffer.AsMemory(length), CancellationToken.None).ConfigureAwait(false)) > 0)
            length += read;

        ArrayPool<byte>.Shared.Return(buffer);
        return length;
    }

    private static void Require(bool isRead)
    {
        if (!isRead)
            throw new InvalidOperationException("The part did not do the expected work.");
    }

    /// <summary>The work for a guarantee and the equivalent work of B, or null if there is no work.</summary>
    private sealed record Part(string Guarantee, Action? Ours, string InItsPlace, Action? Lean);
}
