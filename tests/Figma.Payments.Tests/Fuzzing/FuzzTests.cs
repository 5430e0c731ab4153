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
/// Bodies of chance against the endpoint, and an independent judge beside it: whatever comes, an answer or a typed error, and no answer that is not proven.
/// </summary>
/// <remarks>
/// Each run takes a slice of the inputs, always the same. <c>FUZZ_INPUTS=10000000 dotnet test tests/Figma.Payments.Tests -c Release --filter FuzzTests</c> takes more;
/// <c>FUZZ_FROM</c> is the number of the first one, so that what is found is seen again by its number.
/// </remarks>
public sealed class FuzzTests(ITestOutputHelper output) : IDisposable
{
    private const ulong Seed = 20240301;
    private const long Slice = 100_000;

    // The buffer, which doubles until it holds the bound, where the pool has none to lend; and a question with an exception inside.
    private const long MostBytes = (4 * FuzzTarget.MaxResponseBytes) + 32_768;

    private static readonly HttpStatusCode[] s_statuses = [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests, HttpStatusCode.Created];

    private static readonly string[] s_accessTokenParts = [.. Judge.Parts(Samples.AccessToken, 16), "figd_"];
    private static readonly string[] s_paymentTokenParts = [.. Judge.Parts(Samples.PaymentToken, 16)];

    private readonly FuzzTarget _target = new();
    private readonly Judge _judge = new(Samples.AccessToken);
    private readonly Judge _judgeOfTokens = new(Samples.AccessToken, Samples.PaymentToken);
    private readonly Dictionary<string, long> _outcomes = new(StringComparer.Ordinal);

    [Fact]
    public void Whatever_comes_is_an_answer_that_the_judge_proves_or_a_typed_error()
    {
        long from = Number("FUZZ_FROM", 0);
        long count = Number("FUZZ_INPUTS", Slice);
        List<string> finds = [];

        // What the first question costs beside is the compiler's.
        _target.Ask(FuzzQuestion.ByIds, HttpStatusCode.OK, [], out _);

        for (long number = from; number < from + count && finds.Count < 20; number++)
        {
            Dice dice = new(Seed, number);
            FuzzQuestion question = (FuzzQuestion)dice.Roll(3);
            HttpStatusCode status = dice.Pick(s_statuses);
            byte[] body = Mutator.Make(dice);

            if (FindFault(question, status, body) is { } fault)
                finds.Add(string.Create(CultureInfo.InvariantCulture, $"input {number}, {question}, {(int)status}: {fault}\n{Encoding.UTF8.GetString(body)}\n{Convert.ToBase64String(body)}"));
        }

        foreach ((string outcome, long times) in _outcomes.OrderByDescending(static pair => pair.Value))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times,12:N0}  {outcome}"));

        Assert.True(finds.Count == 0, string.Join("\n\n", finds));

        // A fuzzer whose inputs all end the same way would find nothing.
        Assert.All(["Paid", "Unpaid", "Trial", "Unknown", "InvalidResponse", "ResponseMismatch", "Unauthorized", "CredentialRejected", "InvalidRequest", "RateLimited"], outcome => Assert.True(_outcomes.GetValueOrDefault(outcome) > count / 10_000, outcome));
    }

    [Fact]
    public void The_judge_knows_an_answer_from_what_is_none()
    {
        Assert.Equal(
            new Proof(Samples.User, "PLUGIN", Samples.Plugin, "PAID", new DateTimeOffset(2024, 3, 1, 12, 34, 56, 789, TimeSpan.Zero)),
            _judge.Read(Encoding.UTF8.GetBytes(Samples.Paid), out _));

        foreach ((string part, string replacement) in new[] { ("200", "403"), ("false", "true"), ("\"error\"", "\"error\":false,\"error\""), ("PLUGIN", "FILE"), ("PAID", ""), ("\"type\":\"PAID\"", "\"type\":\"PAID\",\"status\":\"UNPAID\""), ("2024-", "next"), ("}}", "}}}") })
            Assert.Null(_judge.Read(Encoding.UTF8.GetBytes(Samples.With(part, replacement)), out _));
    }

    public void Dispose() => _target.Dispose();

    private static long Number(string variable, long otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private string? FindFault(FuzzQuestion question, HttpStatusCode status, byte[] body)
    {
        PaymentsResult result;
        long allocated;

        try
        {
            result = _target.Ask(question, status, body, out allocated);
        }
#pragma warning disable CA1031 // Whatever is thrown is a find.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return "it throws " + exception;
        }

        string outcome = result.Error?.Kind.ToString() ?? result.Information!.PaymentStatus.ToString();
        _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;

        if (allocated > MostBytes)
            return FormattableString.Invariant($"it takes {allocated} bytes");

        // What an answer may tell is the judge's to say. A payment token that was not sent is nothing that a server could tell, nor the library know.
        string shown = result.Error?.ToString() ?? "";

        if (s_accessTokenParts.Any(part => shown.Contains(part, StringComparison.OrdinalIgnoreCase)) || (question != FuzzQuestion.ByIds && s_paymentTokenParts.Any(part => shown.Contains(part, StringComparison.OrdinalIgnoreCase))))
            return "it tells a secret: " + shown;

        return status == HttpStatusCode.OK ? FindFault(question, body, result) : FindErrorFault(question, status, result);
    }

    private string? FindFault(FuzzQuestion question, byte[] body, PaymentsResult result)
    {
        bool isDoubtful = false;
        Proof? proof = body.Length > FuzzTarget.MaxResponseBytes ? null : (question == FuzzQuestion.ByIds ? _judge : _judgeOfTokens).Read(body, out isDoubtful);

        if (result.Information is { } answer)
        {
            if (proof is null)
                return "it is answered, and nothing is proven: " + answer;

            return proof == ProofOf(answer) && IsAbout(question, proof) && answer.IsPaid == (proof.Status == "PAID") && answer.IsPaidOrTrial == (proof.Status is "PAID" or "TRIAL")
                ? null
                : $"it is answered with {answer}, and what is proven is {proof}";
        }

        PaymentsErrorKind expected = proof is null || IsAbout(question, proof) ? PaymentsErrorKind.InvalidResponse : PaymentsErrorKind.ResponseMismatch;

        if (result.IsPaid || result.IsPaidOrTrial)
            return "an error grants";

        if (proof is not null && IsAbout(question, proof) && !isDoubtful)
            return $"it is refused ({result.Error}), and what is proven is {proof}";

        return result.Error!.Kind == expected || isDoubtful ? null : $"it is {result.Error}, and should be {expected}";
    }

    private static string? FindErrorFault(FuzzQuestion question, HttpStatusCode status, PaymentsResult result)
    {
        if (result.Error is not { } error)
            return "an error is answered: " + result;

        bool isCredentialSaid = error.Kind == PaymentsErrorKind.CredentialRejected && question == FuzzQuestion.ByIds;

        return status switch
        {
            _ when error.FigmaMessage is { Length: > 256 } => "its message is too long",
            HttpStatusCode.Forbidden when error.Kind == PaymentsErrorKind.Unauthorized || isCredentialSaid => null,
            HttpStatusCode.BadRequest when error.Kind == PaymentsErrorKind.InvalidRequest => null,
            HttpStatusCode.TooManyRequests when error.Kind == PaymentsErrorKind.RateLimited => null,
            HttpStatusCode.Created when error.Kind == PaymentsErrorKind.InvalidResponse => null,
            _ => "it is " + error,
        };
    }

    private static Proof ProofOf(PaymentInformation answer) => new(
        answer.UserId.Value,
        answer.ResourceId.Type switch { ResourceType.Plugin => "PLUGIN", ResourceType.Widget => "WIDGET", _ => "COMMUNITY_FILE" },
        answer.ResourceId.Value,
        answer.PaymentStatusText,
        answer.DateOfPurchase);

    private static bool IsAbout(FuzzQuestion question, Proof proof) =>
        (question != FuzzQuestion.ByIds || proof.User == Samples.User)
        && (question == FuzzQuestion.ByToken || (proof.Resource == Samples.Plugin && proof.Type == "PLUGIN"));
}
