using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Responses.DoNotTreatUnknownStatusAsPaidAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>The commonest mistake: only <c>Unpaid</c> is denied, so that an unknown status gets access.</summary>
internal static class UnknownStatus
{
    /// <summary>Returns the test of the status in a variable <c>info</c>, with the mark of FPG3002 if it must be reported.</summary>
    public static string Test(bool isReported) => isReported ? "{|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}" : "info.PaymentStatus == PaymentStatus.Unpaid";

    public static Task VerifyAsync(string code) => new VerifyCS.Test { References = References.WithAspNetCore, TestCode = code }.RunAsync();
}
