using System.Net.Http;
using System.Threading.Tasks;

namespace Figma.Payments.AspNetCore.Tests;

internal static class HttpClientExtensions
{
    public static async Task<string> GetStringWithTokenAsync(this HttpClient http, string path, string token)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        using HttpResponseMessage response = await http.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
