using System.Collections.Generic;
using System.Linq;
using Figma.Payments.AspNetCore.Authorization;
using Figma.Payments.AspNetCore.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace Figma.Payments.AspNetCore.OpenApi;

/// <summary>
/// Adds the refusals to the description of endpoints that require a gate. OpenAPI documents of ASP.NET Core and of Swashbuckle are created from these descriptions.
/// </summary>
/// <remarks>Metadata of the endpoint would replace the response of a controller action that the framework infers.</remarks>
internal sealed class GateApiDescriptionProvider : IApiDescriptionProvider
{
    private static readonly (int StatusCode, string Description)[] Responses =
    [
        .. RefusalTable.All
            .Select(static refusal => RefusalTable.Get(refusal))
            .GroupBy(static refusal => refusal.StatusCode, static (statusCode, refusals) => (statusCode, Describe(statusCode, refusals))),
    ];

    // After the providers of the framework (-1,000 and -1,100).
    public int Order => 0;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (ApiDescription description in context.Results)
        {
            if (description.ActionDescriptor is { EndpointMetadata: { } metadata } && metadata.Any(static item => item is IGateMetadata { IsRequired: true }))
                Add(description.SupportedResponseTypes);
        }
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }

    private static void Add(IList<ApiResponseType> responses)
    {
        foreach ((int statusCode, string description) in Responses)
        {
            if (responses.Any(response => response.StatusCode == statusCode))
                continue;

            responses.Add(new ApiResponseType
            {
                StatusCode = statusCode,
                Type = typeof(ProblemDetails),
                ApiResponseFormats = { new ApiResponseFormat { MediaType = RefusalWriter.ProblemContentType } },
#if NET10_0_OR_GREATER
                Description = description,
#endif
            });
        }
    }

    /// <summary>Returns the problem types of a status code. The schema of problem details doesn't contain them, because they are values of a member.</summary>
    private static string Describe(int statusCode, IEnumerable<RefusalResponse> refusals)
    {
        string types = string.Join(' ', refusals.Select(static refusal => $"`{RefusalTable.TypePrefix}{refusal.Type}`: {refusal.Title}"));
        return statusCode == StatusCodes.Status402PaymentRequired ? types + " `paymentStatus` is `UNPAID`, `TRIAL` or `UNKNOWN`." : types;
    }
}
