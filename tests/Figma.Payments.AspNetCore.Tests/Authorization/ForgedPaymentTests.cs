using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authorization;

/// <summary>A payment inside of a type that is read from the request. The caller writes it, and no handler may see it.</summary>
public sealed partial class ForgedPaymentTests
{
    private static readonly string Payment = JsonSerializer.Serialize(
        FigmaPayment.Create(new UserId(1), new PluginId(IGlyphPayments.Id), PaymentStatus.Paid, FigmaPaymentGrant.Paid, DateTimeOffset.UnixEpoch),
        JsonSerializerOptions.Web);

    private static readonly (string Key, string Value)[] Form =
    [
        ("Text", "x"), ("Payment.UserId", "1"), ("Payment.ResourceId", "plugin/1678669904810665842"), ("Payment.Status", "Paid"), ("Payment.GrantedBy", "Paid"), ("Payment.CheckedAt", "2026-01-01"), ("Payment.IsStale", "false"),
    ];

    private static readonly string[] Jsons = ["/minimal/json", "/minimal/required-json", "/minimal/payments", "/controller-orders/json", "/controller-orders/required-json"];
    private static readonly string[] Forms = ["/minimal/form", "/controller-orders/form", "/controller-orders/query"];

    public static TheoryData<string, bool> Cases
    {
        get
        {
            TheoryData<string, bool> cases = [];

            foreach (string path in Jsons.Concat(Forms))
            {
                cases.Add(path, true);
                cases.Add(path, false);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Payment_in_the_data_of_a_request_never_reaches_the_handler(string path, bool isRead)
    {
        List<FigmaPayment?> seen = [];
        List<Exception> errors = [];

        await using GateApp app = await GateApp.StartAsync(
            app =>
            {
                RouteGroupBuilder group = app.MapGroup("/minimal");
                group.MapPost("/json", (Order order) => seen.Add(order.Payment));
                group.MapPost("/required-json", (RequiredOrder order) => seen.Add(order.Payment));
                group.MapPost("/payments", (Dictionary<string, FigmaPayment?> payments) => seen.AddRange(payments.Values));
                group.MapPost("/form", ([FromForm] Order? order) => seen.Add(order?.Payment)).DisableAntiforgery();
                ControllerActionEndpointConventionBuilder controllers = app.MapControllers();

                if (isRead)
                {
                    group.ReadFigmaPayments(GateApp.Gate);
                    controllers.ReadFigmaPayments(GateApp.Gate);
                }
            },
            options =>
            {
                options.Services = services =>
                {
                    services.AddSingleton(seen);
                    services.AddAntiforgery();
                    services.AddControllers().ConfigureApplicationPartManager(static parts => parts.FeatureProviders.Add(new OrderControllers()));
                };

                options.Pipeline = app =>
                {
                    app.Use(async (HttpContext context, RequestDelegate next) =>
                    {
                        try
                        {
                            await next(context);
                        }
                        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
                        {
                            errors.Add(exception);
                            context.Response.StatusCode = 500;
                        }
                    });

                    app.UseFigmaPayments();
                };
            });

        bool isForm = Forms.Contains(path);
        string query = path.EndsWith("query", StringComparison.Ordinal) ? "?" + string.Join('&', Form.Select(static field => field.Key + "=" + Uri.EscapeDataString(field.Value))) : "";
        string json = path.EndsWith("payments", StringComparison.Ordinal) ? $$"""{"payment":{{Payment}}}""" : $$"""{"text":"x","payment":{{Payment}}}""";

        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Post, path + query, app.TokenOf(PaymentStatus.Unpaid), request => request.Content = isForm
            ? new FormUrlEncodedContent(Form.Select(static field => KeyValuePair.Create(field.Key, field.Value)))
            : new StringContent(json, Encoding.UTF8, "application/json"));

        Assert.All(seen, Assert.Null);

        // From a form, minimal APIs bind nothing at all, and MVC binds the payment from the gate.
        if (isForm)
            Assert.Single(seen);
        else
            Assert.StartsWith("A FigmaPayment can't be created from a request, because the caller could write it. Remove it", Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    /// <summary>The options of a user's source generation context, and the members of the payment.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Payment_is_written_to_the_response_as_before(bool hasContext)
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/", static (FigmaPayment payment) => new Order("x", payment)).RequireFigmaPayments(GateApp.Gate),
            options => options.Services = services =>
            {
                if (hasContext)
                    services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, OrderContext.Default));
            });

        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
        Order expected = new("x", FigmaPayment.Create(user, app.Plugin, PaymentStatus.Paid, FigmaPaymentGrant.Paid, DateTimeOffset.UnixEpoch));
        using JsonDocument json = JsonDocument.Parse(await app.Http.GetStringWithTokenAsync("/", token));
        using JsonDocument usual = JsonDocument.Parse(JsonSerializer.Serialize(expected, JsonSerializerOptions.Web));

        Assert.Equal(NamesOf(usual), NamesOf(json));
        Assert.Equal(user.Value, json.RootElement.GetProperty("payment").GetProperty("userId").GetString());

        static string[] NamesOf(JsonDocument document) => [.. document.RootElement.GetProperty("payment").EnumerateObject().Select(static member => member.Name)];
    }

    [Fact]
    public void Payment_is_written_to_JSON_and_not_read_from_it()
    {
        FigmaPayment payment = FigmaPayment.Create(new UserId(1), new PluginId(2), PaymentStatus.Paid, FigmaPaymentGrant.Paid, DateTimeOffset.UnixEpoch);
        string json = JsonSerializer.Serialize(new Order("x", payment), JsonSerializerOptions.Web);

        Assert.Equal(json, JsonSerializer.Serialize(new Order("x", payment), OrderContext.Default.Order));
        Assert.Contains("\"userId\":\"1\"", json, StringComparison.Ordinal);

        foreach (Func<Order?> read in new Func<Order?>[]
        {
            () => JsonSerializer.Deserialize<Order>(json, JsonSerializerOptions.Web),
            () => JsonSerializer.Deserialize(json, OrderContext.Default.Order),
        })
            Assert.Contains(nameof(FigmaPayment), Assert.Throws<NotSupportedException>(read).Message, StringComparison.Ordinal);

        Assert.Null(JsonSerializer.Deserialize<Order>("""{"text":"x"}""", JsonSerializerOptions.Web)!.Payment);
    }

    /// <summary>Model binders and serializers use what is public: a constructor, a converter, a method that parses.</summary>
    [Fact]
    public void Payment_can_only_be_created_by_name()
    {
        Assert.Empty(typeof(FigmaPayment).GetConstructors());
        Assert.All(typeof(FigmaPayment).GetProperties(), static property => Assert.Null(property.SetMethod));
        Assert.Empty(typeof(FigmaPayment).GetFields());
        Assert.DoesNotContain(typeof(FigmaPayment).GetMethods(BindingFlags.Public | BindingFlags.Static), static method => method.Name is "TryParse" or "Parse" or "op_Implicit" or "op_Explicit");
        Assert.False(TypeDescriptor.GetConverter(typeof(FigmaPayment)).CanConvertFrom(typeof(string)));
        Assert.Throws<Newtonsoft.Json.JsonSerializationException>(static () => Newtonsoft.Json.JsonConvert.DeserializeObject<FigmaPayment>(Payment));
    }

    public sealed record Order(string Text, FigmaPayment? Payment = null);

    public sealed record RequiredOrder(string Text, FigmaPayment Payment);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Order))]
    private sealed partial class OrderContext : JsonSerializerContext;

    private sealed class OrderControllers : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
        {
            feature.Controllers.Clear();
            feature.Controllers.Add(typeof(OrdersController).GetTypeInfo());
        }
    }

    [Route("controller-orders")]
    internal sealed class OrdersController(List<FigmaPayment?> seen) : ControllerBase
    {
        [HttpPost("json")]
        public void Read([FromBody] Order order) => seen.Add(order.Payment);

        [HttpPost("required-json")]
        public void ReadRequired([FromBody] RequiredOrder order) => seen.Add(order.Payment);

        [HttpPost("form")]
        public void ReadForm([FromForm] Order order) => seen.Add(order.Payment);

        [HttpPost("query")]
        public void ReadQuery([FromQuery] Order order) => seen.Add(order.Payment);
    }
}
