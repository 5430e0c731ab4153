using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Figma.Payments.Tests.Recipes;

internal static class OpenApiRecipe
{
    public static void Add(WebApplicationBuilder builder) =>
        // <recipe>
        builder.Services.AddOpenApi(options => options.AddSchemaTransformer((schema, context, cancellationToken) =>
        {
            Type type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;

            if (type == typeof(UserId) || type == typeof(PluginId) || type == typeof(WidgetId) || type == typeof(CommunityFileId) || type == typeof(PluginPaymentToken))
                schema.Type = JsonSchemaType.String;

            return Task.CompletedTask;
        }));
        // </recipe>
}
