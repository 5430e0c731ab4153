using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;
using Xunit;
using Xunit.Abstractions;

namespace Figma.Payments.Tests.Fuzzing;

/// <summary>
/// Compares how the endpoint and an independent reference reader read random bodies. Most of them are valid responses with a few changes.
/// </summary>
/// <remarks>
/// By default, the test runs the same 100,000 inputs each time. Run more with <c>FUZZ_INPUTS=10000000 dotnet test tests/Figma.Payments.Tests -c Release --filter FuzzTests</c>.
/// <c>FUZZ_FROM</c> is the number of the first input; use it to reproduce a problem by the number of its input.
/// </remarks>
public sealed class FuzzTests(ITestOutputHelper output) : IDisposable
{
    private const ulong Seed = 20240301;
    private const long Slice = 100_000;

    // The buffers, which double up to the limit, if the pool is empty, and a request with an exception.
    private const long MostBytes = (4 * FuzzTarget.MaxResponseBytes) + 32_768;

    private static readonly HttpStatusCode[] s_statuses = [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests, HttpStatusCode.Created];

    private static readonly string[] s_accessTokenParts = [.. ReferenceReader.Parts(Samples.AccessToken, 16), "figd_"];
    private static readonly string[] s_paymentTokenParts = [.. ReferenceReader.Parts(Samples.PaymentToken, 16)];

    private readonly FuzzTarget _target = CreateWarmTarget();
    private readonly ReferenceReader _reader = new(Samples.AccessToken);
    private readonly ReferenceReader _tokenReader = new(Samples.AccessToken, Samples.PaymentToken);
    private readonly Dictionary<string, long> _outcomes = new(StringComparer.Ordinal);

    [Fact]
    public void Random_bodies_are_read_as_the_reference_reader_reads_them()
    {
        long from = GetNumber("FUZZ_FROM", 0);
        long count = GetNumber("FUZZ_INPUTS", Slice);
        List<string> problems = [];

        for (long number = from; number < from + count && problems.Count < 20; number++)
        {
            if (FindProblem(number) is { } problem)
                problems.Add(problem);
        }

        foreach ((string outcome, long times) in _outcomes.OrderByDescending(static pair => pair.Value))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times,12:N0}  {outcome}"));

        Assert.True(problems.Count == 0, string.Join("\n\n", problems));

        // If all inputs had the same outcome, the test would find nothing.
        if (count >= Slice)
            Assert.All(["Paid", "Unpaid", "Trial", "Unknown", "InvalidResponse", "ResponseMismatch", "Unauthorized", "CredentialRejected", "InvalidRequest", "RateLimited"], outcome => Assert.True(_outcomes.GetValueOrDefault(outcome) > count / 10_000, outcome));
    }

    /// <remarks>The numbers produce the same inputs as long as the fragments and the mutations don't change. Problems of the library are also rows of the hostile table.</remarks>
    [Theory]
    [InlineData(5_914)]
    [InlineData(8_595)]
    [InlineData(12_153)]
    [InlineData(77_167)]
    [InlineData(96_494)]
    [InlineData(118_452)]
    [InlineData(403_580)]
    [InlineData(489_425)]
    [InlineData(3_640_340)]
    [InlineData(5_440_309)]
    [InlineData(5_800_979)]
    [InlineData(5_825_937)]
    [InlineData(5_874_252)]
    [InlineData(6_266_127)]
    [InlineData(8_369_058)]
    [InlineData(9_887_640)]
    public void Inputs_that_failed_once_pass(long number) => Assert.Null(FindProblem(number));

    [Fact]
    public void Reference_reader_accepts_valid_and_rejects_invalid_responses()
    {
        Assert.Equal(
            new ReferenceResponse(Samples.User, "PLUGIN", Samples.Plugin, "PAID", new DateTimeOffset(2024, 3, 1, 12, 34, 56, 789, TimeSpan.Zero)),
            _reader.Read(Encoding.UTF8.GetBytes(Samples.Paid), out _));

        foreach ((string part, string replacement) in new[] { ("200", "403"), ("false", "true"), ("\"error\"", "\"error\":false,\"error\""), ("PLUGIN", "FILE"), ("PAID", ""), ("\"type\":\"PAID\"", "\"type\":\"PAID\",\"status\":\"UNPAID\""), ("}}", "}}}") })
            Assert.Null(_reader.Read(Encoding.UTF8.GetBytes(Samples.With(part, replacement)), out _));
    }

    [Fact]
    public void Reference_reader_reads_an_unreadable_date_as_null() =>
        Assert.Equal(
            new ReferenceResponse(Samples.User, "PLUGIN", Samples.Plugin, "PAID", Date: null),
            _reader.Read(Encoding.UTF8.GetBytes(Samples.With("2024-", "next")), out _));

    /// <summary>Creates a target and sends two requests, because the first requests include the cost of JIT compilation.</summary>
    private static FuzzTarget CreateWarmTarget()
    {
        FuzzTarget target = new();

        foreach (string body in new[] { Samples.Paid, "" })
            target.Send(FuzzRequest.IdRequest, HttpStatusCode.OK, Encoding.UTF8.GetBytes(body), out _);

        return target;
    }

    public void Dispose() => _target.Dispose();

    private static long GetNumber(string variable, long defaultValue) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : defaultValue;

    private string? FindProblem(long number)
    {
        SeededRandom random = new(Seed, number);
        FuzzRequest request = (FuzzRequest)random.Next(3);
        HttpStatusCode status = random.Pick(s_statuses);
        byte[] body = Mutator.Create(random);

        if (FindProblem(number, request, status, body) is { } problem)
            return problem;

        // Each fourth token request is repeated with an expected user.
        return request == FuzzRequest.IdRequest || number % 4 != 0
            ? null
            : FindProblem(number, request == FuzzRequest.TokenRequest ? FuzzRequest.ExpectedUserRequest : FuzzRequest.PinnedExpectedUserRequest, status, body);
    }

    private string? FindProblem(long number, FuzzRequest request, HttpStatusCode status, byte[] body) =>
        FindProblem(request, status, body) is { } problem
            ? string.Create(CultureInfo.InvariantCulture, $"input {number}, {request}, {(int)status}: {problem}\n{Encoding.UTF8.GetString(body)}\n{Convert.ToBase64String(body)}")
            : null;

    private string? FindProblem(FuzzRequest request, HttpStatusCode status, byte[] body)
    {
        PaymentsResult result;
        long allocated;

        try
        {
            result = _target.Send(request, status, body, out allocated);
        }
#pragma warning disable CA1031 // Every exception is a problem.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return "the endpoint throws " + exception;
        }

        string outcome = result.Error?.Kind.ToString() ?? result.Information!.PaymentStatus.ToString();
        _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;

        if (allocated > MostBytes)
            return FormattableString.Invariant($"the endpoint allocates {allocated} bytes");

        // The reference reader checks responses for secrets. The server and the library don't know a payment token that was not sent.
        string shown = result.Error?.ToString() ?? "";

        if (s_accessTokenParts.Any(part => shown.Contains(part, StringComparison.OrdinalIgnoreCase)) || (request != FuzzRequest.IdRequest && s_paymentTokenParts.Any(part => shown.Contains(part, StringComparison.OrdinalIgnoreCase))))
            return "the error contains a secret: " + shown;

        return status == HttpStatusCode.OK ? FindProblem(request, body, result) : FindErrorProblem(request, status, result);
    }

    private string? FindProblem(FuzzRequest request, byte[] body, PaymentsResult result)
    {
        bool isAmbiguous = false;
        ReferenceResponse? reference = body.Length > FuzzTarget.MaxResponseBytes ? null : (request == FuzzRequest.IdRequest ? _reader : _tokenReader).Read(body, out isAmbiguous);

        if (result.Information is { } information)
        {
            if (reference is null)
                return "the endpoint returns a response that proves nothing: " + information;

            return reference == ToReference(information) && IsAbout(request, reference) && information.IsPaid == (reference.Status == "PAID") && information.IsPaidOrTrial == (reference.Status is "PAID" or "TRIAL")
                ? null
                : $"the endpoint returns {information}, but the reference reader {reference}";
        }

        PaymentsErrorKind expected = reference is null || IsAbout(request, reference) ? PaymentsErrorKind.InvalidResponse : PaymentsErrorKind.ResponseMismatch;

        if (result.IsPaid || result.IsPaidOrTrial)
            return "an error grants access";

        if (reference is not null && IsAbout(request, reference) && !isAmbiguous)
            return $"the endpoint returns {result.Error}, but the reference reader {reference}";

        return result.Error!.Kind == expected || isAmbiguous ? null : $"the error is {result.Error}, but should be {expected}";
    }

    private static string? FindErrorProblem(FuzzRequest request, HttpStatusCode status, PaymentsResult result)
    {
        if (result.Error is not { } error)
            return "an error status returns a response: " + result;

        bool isCredentialRejected = error.Kind == PaymentsErrorKind.CredentialRejected && request == FuzzRequest.IdRequest;

        return status switch
        {
            _ when error.FigmaMessage is { Length: > 256 } => "the message is too long",
            HttpStatusCode.Forbidden when error.Kind == PaymentsErrorKind.Unauthorized || isCredentialRejected => null,
            HttpStatusCode.BadRequest when error.Kind == PaymentsErrorKind.InvalidRequest => null,
            HttpStatusCode.TooManyRequests when error.Kind == PaymentsErrorKind.RateLimited => null,
            HttpStatusCode.Created when error.Kind == PaymentsErrorKind.InvalidResponse => null,
            _ => "the error is " + error,
        };
    }

    private static ReferenceResponse ToReference(PaymentInformation information) => new(
        information.UserId.Value,
        information.ResourceId.Type switch { ResourceType.Plugin => "PLUGIN", ResourceType.Widget => "WIDGET", _ => "COMMUNITY_FILE" },
        information.ResourceId.Value,
        information.PaymentStatusText,
        information.DateOfPurchase);

    private static bool IsAbout(FuzzRequest request, ReferenceResponse reference) =>
        (request is FuzzRequest.TokenRequest or FuzzRequest.PinnedTokenRequest || reference.User == Samples.User)
        && (request is FuzzRequest.TokenRequest or FuzzRequest.ExpectedUserRequest || (reference.Resource == Samples.Plugin && reference.Type == "PLUGIN"));
}
