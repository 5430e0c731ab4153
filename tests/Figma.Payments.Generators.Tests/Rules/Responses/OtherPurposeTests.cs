using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 reports 403 only if it refuses the product, and reads who the user is and what stores buyers by their names.</summary>
public sealed class OtherPurposeTests
{
    [Theory]
    [InlineData("AddComment")]
    [InlineData("Vote")]
    [InlineData("DeleteAccount")]
    [InlineData("TransferSeat")]
    [InlineData("Export", true)]
    public async Task Forbidden_request_is_judged_by_its_purpose(string name, bool isReported = false)
    {
        await VerifyAsync("", name, "403", isReported);
        await VerifyAsync("", name, "402", isReported: true);
    }

    [Theory]
    [InlineData("if (invoices.Find(name) is null) return Results.NotFound();")]
    [InlineData("if (files.Find(figmaId) is null) return Results.NotFound();")]
    [InlineData("if (files.Find(name) is null) return Results.NotFound();", true)]
    public Task Lookup_is_judged_by_its_key_and_its_store(string before, bool isReported = false) => VerifyAsync(before, "Export", "402", isReported);

    private static Task VerifyAsync(string before, string name, string statusCode, bool isReported) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        public interface IFiles { object? Find(string id); }
        public interface IInvoices { object? Find(string id); }
        public sealed class Code(IFiles files, IInvoices invoices)
        {
            public IResult {{name}}(PaymentInformation info, string name, string figmaId)
            {
                {{before}}
                if ({{Test(isReported)}}) return Results.StatusCode({{statusCode}});
                return Results.Ok($"{files}{invoices}{name}{figmaId}");
            }
        }
        """);
}
