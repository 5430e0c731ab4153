using System.Threading.Tasks;

using Xunit;

namespace Figma.Payments.Testing.Tests;

/// <summary>
/// Validates the fake's responses against Figma's OpenAPI file.
/// </summary>
public sealed class FakeSchemaTests
{
    public static TheoryData<string> CaseNames => RequestCases.Names;

    [Theory]
    [MemberData(nameof(CaseNames))]
    public async Task Every_response_conforms_to_the_official_schema(string name)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory);
        ReceivedResponse response = await setup.SendAsync(RequestCases.Of(name).Prepare(setup));

        // These responses are requested not to be Figma's or have no body.
        if (name is "redirect fault" or "HTML page fault" or "body fault" or "HEAD")
            return;

        // Figma was observed to use the 'err' envelope for an expired token. The OpenAPI file declares it only for other endpoints.
        if (name is "expired credential")
        {
            Assert.Equal("""{"status":403,"err":"Token expired"}""", response.Body);
            return;
        }

        Assert.Empty(await OpenApiFile.FindProblemsAsync(response));
    }

    [Theory]
    [MemberData(nameof(CaseNames))]
    public async Task Every_response_conforms_with_the_other_spelling_and_envelope(string name)
    {
        await using FakeSetup setup = await FakeSetup.OpenAsync(Transport.Memory, static options =>
        {
            options.StatusSpelling = FakeStatusSpelling.Status;
            options.ErrorEnvelope = FakeErrorEnvelope.Message;
        });

        ReceivedResponse response = await setup.SendAsync(RequestCases.Of(name).Prepare(setup));

        if (name is "redirect fault" or "HTML page fault" or "body fault" or "HEAD")
            return;

        Assert.Empty(await OpenApiFile.FindProblemsAsync(response));
    }

    [Theory]
    [InlineData(200, """{"status":200,"error":false,"meta":{"user_id":1,"resource_id":"2","resource_type":"PLUGIN","payment_status":{"type":"PAID"}}}""")]
    [InlineData(200, """{"status":200,"error":false,"meta":{"user_id":"1","resource_id":"2","resource_type":"FILE","payment_status":{"type":"PAID"}}}""")]
    [InlineData(200, """{"status":200,"error":false,"meta":{"user_id":"1","resource_id":"2","resource_type":"PLUGIN","payment_status":{"type":"GIFTED"}}}""")]
    [InlineData(200, """{"status":200,"error":false,"meta":{"user_id":"1","resource_id":"2","resource_type":"PLUGIN","payment_status":{"type":"PAID"},"date_of_purchase":"yesterday"}}""")]
    [InlineData(200, """{"user_id":"1","resource_id":"2","resource_type":"PLUGIN","payment_status":{"type":"PAID"}}""")]
    [InlineData(401, """{"status":403,"error":true,"message":"x"}""")]
    [InlineData(429, """{"status":429,"err":"x"}""")]
    [InlineData(500, """{"status":500,"error":false,"message":"x"}""")]
    [InlineData(404, """{"status":404,"error":true}""")]
    public async Task Schema_rejects_invalid_responses(int status, string body) =>
        Assert.NotEmpty(await OpenApiFile.FindProblemsAsync(new ReceivedResponse(status, "", body)));
}
