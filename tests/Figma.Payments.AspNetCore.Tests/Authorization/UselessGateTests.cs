using System;
using System.Collections.Generic;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authorization;

/// <summary>Code that looks as if an endpoint had a gate, although it has none.</summary>
public sealed class UselessGateTests
{
    [Theory]
    [InlineData("Models", "OnGetAsync")]
    [InlineData("Functions", "OnGet")]
    public async Task Gate_of_a_page_handler_fails_at_start(string directory, string method)
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(
            static app => app.MapRazorPages(),
            options => options.Services = services => services.AddRazorPages().AddApplicationPart(typeof(UselessGateTests).Assembly).WithRazorPagesRoot("/Authorization/Pages/" + directory)));

        Assert.Contains($"'{method}' of the page '/Authorization/Pages/{directory}/Handler.cshtml'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gate_of_the_class_of_a_handler_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(static app => app.MapGet("/open", GatedHandlers.Get)));

        Assert.Contains("/open", error.Message, StringComparison.Ordinal);
        Assert.Contains("'GatedHandlers'", error.Message, StringComparison.Ordinal);
        Assert.Contains("RequireGlyphPayments", error.Message, StringComparison.Ordinal);

        InvalidOperationException requestDelegate = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(static app => app.MapGet("/open", GatedHandlers.HandleAsync)));
        Assert.Contains("'GatedHandlers'", requestDelegate.Message, StringComparison.Ordinal);

        InvalidOperationException read = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(static app => app.MapGet("/open", GatedHandlers.Get).ReadFigmaPayments(GateApp.Gate)));
        Assert.Contains("'GatedHandlers'", read.Message, StringComparison.Ordinal);

        InvalidOperationException lambda = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(GatedHandlers.MapLambda));
        Assert.Contains("'GatedHandlers'", lambda.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Class_of_a_handler_can_repeat_the_gate_of_its_endpoint()
    {
        await using GateApp app = await GateApp.StartAsync(static app => app.MapGet("/paid", GatedHandlers.Get).RequireFigmaPayments(GateApp.Gate));
    }

    [Fact]
    public async Task Gated_controller_can_map_an_endpoint_without_a_gate()
    {
        await using GateApp app = await GateApp.StartAsync(GatedController.Map);
        Assert.Equal("open", await app.Http.GetStringAsync("/open"));
    }

    [Fact]
    public async Task Gate_of_a_Razor_component_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(static app =>
            app.MapGet("/page", static () => "page").WithMetadata(new ComponentTypeMetadata(typeof(object))).RequireFigmaPayments(GateApp.Gate)));

        Assert.Contains("'HTTP: GET /page' is a Razor component", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Figma.Payments:glyphs")]
    [InlineData("figma.payments:GLYPHS")]
    public async Task Policy_of_a_gate_that_is_required_by_its_name_fails_at_start(string policy)
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(app =>
            app.MapGet("/paid", static () => "secret").RequireAuthorization(policy)));

        Assert.Contains($"requires the policy '{policy}' of a gate by its name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_of_the_application_with_a_similar_name_is_none_of_a_gate()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/admin", static () => "admin").RequireAuthorization("Figma.Payments:Admin"),
            static options => options.Services = static services => services.AddAuthorizationBuilder().AddPolicy("Figma.Payments:Admin", static policy => policy.RequireRole("admin")));
    }

    [Fact]
    public async Task Gate_of_an_action_without_endpoints_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(
            static app => app.UseMvc(),
            static options => options.Services = static services => services
                .AddControllers(static mvc => mvc.EnableEndpointRouting = false)
                .ConfigureApplicationPartManager(static parts => parts.FeatureProviders.Add(new OpenControllers(typeof(GatedController))))));

        Assert.Contains("uses the gate 'glyphs', but MVC runs without endpoints", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_provider_that_does_not_know_the_gate_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(
            static app => app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate),
            static options => options.Services = static services => services.AddSingleton<IAuthorizationPolicyProvider, OwnPolicies>()));

        Assert.Contains("requires the gate 'glyphs', whose policy the authorization policy provider", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_provider_that_does_not_know_a_gate_without_endpoints_is_no_error()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/open", static () => "open"),
            static options => options.Services = static services => services.AddSingleton<IAuthorizationPolicyProvider, OwnPolicies>());
    }

    [Fact]
    public async Task Policy_provider_that_depends_on_the_request_is_not_verified_at_start()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate),
            static options => options.Services = static services => services.AddSingleton<IAuthorizationPolicyProvider, PoliciesOfRequest>());
    }

    [Fact]
    public async Task Predicate_of_another_property_does_not_run_at_start()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapControllers(),
            static options => options.Services = static services => services.AddControllers().ConfigureApplicationPartManager(static parts => parts.FeatureProviders.Add(new OpenControllers(typeof(PredicateController)))));
    }

    [Fact]
    public async Task Payment_of_a_handler_without_a_gate_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(static app => app.MapGet("/open", static (int? page, FigmaPayment buyer) => buyer.UserId.Value)));

        Assert.Contains("/open", error.Message, StringComparison.Ordinal);
        Assert.Contains("'buyer'", error.Message, StringComparison.Ordinal);
        Assert.Contains("RequireGlyphPayments", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payment_that_is_only_read_and_cannot_be_null_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => GateApp.StartAsync(static app => app.MapGet("/read", static (FigmaPayment buyer) => buyer.UserId.Value).ReadFigmaPayments(GateApp.Gate)));

        Assert.Contains("/read", error.Message, StringComparison.Ordinal);
        Assert.Contains("'buyer'", error.Message, StringComparison.Ordinal);
        Assert.Contains("FigmaPayment?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payment_of_an_action_without_a_gate_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(
            static app => app.MapControllers(),
            static options => options.Services = static services => services.AddControllers().ConfigureApplicationPartManager(static parts => parts.FeatureProviders.Add(new OpenControllers(typeof(OpenController))))));

        Assert.Contains("OpenController.Get", error.Message, StringComparison.Ordinal);
        Assert.Contains("'buyer'", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Members => new()
    {
        { "record", "Buyer" },
        { "structure", "Buyer" },
        { "class", "Buyer" },
        { "default constructor", "Buyer" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Payment_of_a_type_with_AsParameters_without_a_gate_fails_at_start(string kind, string name)
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(app => MapMembers(app, kind)));

        Assert.Contains("/members", error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{name}'", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("RequireGlyphPayments", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Payment_of_a_type_with_AsParameters_comes_from_the_gate(string kind, string name)
    {
        Assert.NotNull(name);
        await using GateApp app = await GateApp.StartAsync(app => MapMembers(app, kind).RequireFigmaPayments(GateApp.Gate));
        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);

        Assert.Equal(user.Value, await app.Http.GetStringWithTokenAsync("/members?page=1&buyer=2&Buyer.UserId=2", token));
    }

    private static RouteHandlerBuilder MapMembers(WebApplication app, string kind) => kind switch
    {
        "record" => app.MapGet("/members", static ([AsParameters] RecordArguments arguments) => arguments.Buyer.UserId.Value),
        "structure" => app.MapGet("/members", static ([AsParameters] StructureArguments arguments) => arguments.Buyer.UserId.Value),
        "class" => app.MapGet("/members", static ([AsParameters] ClassArguments arguments) => arguments.Buyer.UserId.Value),
        _ => app.MapGet("/members", static ([AsParameters] PropertyArguments arguments) => arguments.Buyer.UserId.Value),
    };

    [Theory]
    [InlineData("Parameters", "buyer")]
    [InlineData("Properties", "Buyer")]
    public async Task Payment_of_a_page_without_a_gate_fails_at_start(string directory, string name)
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartPagesAsync(directory, static _ => { }));

        Assert.Contains("/Handler", error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("RequireGlyphPayments", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Parameters")]
    [InlineData("Properties")]
    public async Task Payment_of_a_page_with_a_gate_starts(string directory)
    {
        await using GateApp app = await StartPagesAsync(directory, static pages => pages.RequireFigmaPayments(GateApp.Gate));

        Assert.Equal("paid", (await app.Http.GetStringWithTokenAsync("/Handler", app.TokenOf(PaymentStatus.Paid))).Trim());
    }

    /// <summary>Pages that are compiled at run time are unknown at start.</summary>
    [Theory]
    [InlineData("Parameters")]
    [InlineData("Properties")]
    public async Task Payment_of_a_page_without_a_gate_fails_although_it_is_not_verified_at_start(string directory)
    {
        await using GateApp app = await StartPagesAsync(directory, static _ => { }, static services => services.RemoveAll<IStartupFilter>());
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => app.GetAsync("/Handler?buyer=1&Buyer.UserId=1", app.TokenOf(PaymentStatus.Paid)));

        Assert.Contains("FigmaPayment?", error.Message, StringComparison.Ordinal);
    }

    private static Task<GateApp> StartPagesAsync(string directory, Action<PageActionEndpointConventionBuilder> map, Action<IServiceCollection>? configure = null) => GateApp.StartAsync(
        app => map(app.MapRazorPages()),
        options => options.Services = services =>
        {
            services.AddRazorPages().AddApplicationPart(typeof(UselessGateTests).Assembly).WithRazorPagesRoot("/Authorization/Pages/" + directory);
            configure?.Invoke(services);
        });

    [Theory]
    [InlineData("services")]
    [InlineData("keyed services")]
    [InlineData("body")]
    [InlineData("member")]
    [InlineData("property")]
    public async Task Payment_from_another_source_fails_at_start(string source)
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(app => (source switch
        {
            "services" => app.MapPost("/elsewhere", static ([FromServices] FigmaPayment? buyer) => buyer?.UserId.Value),
            "keyed services" => app.MapPost("/elsewhere", static ([FromKeyedServices("key")] FigmaPayment? buyer) => buyer?.UserId.Value),
            "body" => app.MapPost("/elsewhere", static ([FromBody] FigmaPayment? buyer) => buyer?.UserId.Value),
            "member" => app.MapPost("/elsewhere", static ([AsParameters] ServiceArguments arguments) => arguments.Buyer?.UserId.Value),
            _ => app.MapPost("/elsewhere", static ([AsParameters] ServiceProperties arguments) => arguments.Buyer?.UserId.Value),
        }).RequireFigmaPayments(GateApp.Gate)));

        Assert.Contains("/elsewhere", error.Message, StringComparison.Ordinal);
        Assert.Contains("'buyer'", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("remove the attribute", error.Message, StringComparison.Ordinal);
    }

    public sealed record RecordArguments(int Page, FigmaPayment Buyer);

    public readonly record struct StructureArguments(FigmaPayment Buyer, int Page);

    public sealed class ClassArguments(FigmaPayment buyer)
    {
        public FigmaPayment Buyer => buyer;
    }

    public sealed class PropertyArguments
    {
        public FigmaPayment Buyer { get; set; } = null!;
    }

    public sealed record ServiceArguments([FromServices] FigmaPayment? Buyer);

    public sealed class ServiceProperties
    {
        [FromServices]
        public FigmaPayment? Buyer { get; set; }
    }

    public sealed record NullableArguments(FigmaPayment? Buyer)
    {
        public FigmaPayment Required => Buyer ?? throw new InvalidOperationException();
    }

    /// <summary>ASP.NET Core sets the property only for methods other than GET.</summary>
    [Theory]
    [InlineData(typeof(OpenGetController), null)]
    [InlineData(typeof(OpenPostController), "Buyer")]
    [InlineData(typeof(SupportedGetController), "Buyer")]
    public async Task Bound_property_of_a_controller_needs_a_gate_if_the_action_sets_it(Type controller, string? name)
    {
        Task<GateApp> start = GateApp.StartAsync(
            static app => app.MapControllers(),
            options => options.Services = services => services.AddControllers().ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new OpenControllers(controller))));

        if (name is not null)
        {
            InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => start);
            Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
            return;
        }

        await using GateApp app = await start;
        Assert.Equal("open", await app.Http.GetStringAsync("/bound"));
    }

    /// <summary>ASP.NET Core binds the parameters of the constructor, or the properties if there is a constructor without parameters.</summary>
    [Fact]
    public async Task Members_of_a_type_with_AsParameters_that_are_not_bound_need_no_gate()
    {
        await using GateApp app = await GateApp.StartAsync(static app =>
        {
            app.MapGet("/constructor", static ([AsParameters] UnusedConstructor arguments) => arguments.Buyer is null ? "none" : "paid");
            app.MapGet("/property", static ([AsParameters] UnusedProperty arguments) => arguments.Buyer is null ? "none" : "paid");
        });

        string token = app.TokenOf(PaymentStatus.Paid);
        Assert.Equal("none", await app.Http.GetStringWithTokenAsync("/constructor", token));
        Assert.Equal("none", await app.Http.GetStringWithTokenAsync("/property?name=x", token));
    }

    [Theory]
    [InlineData("body")]
    [InlineData("services")]
    [InlineData("form")]
    [InlineData("property of a constructor parameter")]
    public async Task Payment_from_another_source_of_an_own_attribute_fails_at_start(string source)
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(app => (source switch
        {
            "body" => app.MapPost("/elsewhere", static ([OwnBody] FigmaPayment? buyer) => buyer?.UserId.Value),
            "services" => app.MapPost("/elsewhere", static ([OwnService] FigmaPayment? buyer) => buyer?.UserId.Value),
            "form" => app.MapPost("/elsewhere", static ([OwnForm] FigmaPayment? buyer) => buyer?.UserId.Value),
            _ => app.MapPost("/elsewhere", static ([AsParameters] PropertyOfParameter arguments) => arguments.Buyer?.UserId.Value),
        }).RequireFigmaPayments(GateApp.Gate)));

        Assert.Contains("'buyer'", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("remove the attribute", error.Message, StringComparison.Ordinal);
    }

    public sealed class UnusedConstructor
    {
        public UnusedConstructor()
        {
        }

        public UnusedConstructor(FigmaPayment buyer) => Buyer = buyer;

        public FigmaPayment? Buyer { get; set; }
    }

    public sealed record UnusedProperty(string Name)
    {
        public FigmaPayment Buyer { get; set; } = null!;
    }

    public sealed record PropertyOfParameter([property: FromServices] FigmaPayment? Buyer);

    [AttributeUsage(AttributeTargets.Parameter)]
    private sealed class OwnBodyAttribute : Attribute, IFromBodyMetadata;

    [AttributeUsage(AttributeTargets.Parameter)]
    private sealed class OwnServiceAttribute : Attribute, IFromServiceMetadata;

    [AttributeUsage(AttributeTargets.Parameter)]
    private sealed class OwnFormAttribute : Attribute, IFromFormMetadata
    {
        public string? Name => null;
    }

    [Fact]
    public async Task Payment_that_can_be_null_needs_no_gate()
    {
        await using GateApp app = await GateApp.StartAsync(static app =>
        {
            app.MapGet("/nullable", static (FigmaPayment? buyer) => buyer is null ? "none" : "paid");
            app.MapGet("/default", static ([FromQuery] int? page, FigmaPayment? buyer = null) => buyer is null ? "none" : "paid");
            app.MapGet("/members", static ([AsParameters] NullableArguments arguments) => arguments.Buyer is null ? "none" : "paid");
            app.MapGroup("/group").RequireFigmaPayments(GateApp.Gate).MapGet("/paid", static (FigmaPayment buyer) => buyer.UserId.Value);
            app.MapGet("/read", static (FigmaPayment? buyer) => buyer is null ? "none" : buyer.UserId.Value).ReadFigmaPayments(GateApp.Gate);
        });

        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
        Assert.Equal("none", await app.Http.GetStringWithTokenAsync("/nullable", token));
        Assert.Equal("none", await app.Http.GetStringWithTokenAsync("/default", token));
        Assert.Equal("none", await app.Http.GetStringWithTokenAsync("/members?buyer=1", token));
        Assert.Equal(user.Value, await app.Http.GetStringWithTokenAsync("/group/paid", token));
        Assert.Equal(user.Value, await app.Http.GetStringWithTokenAsync("/read", token));
    }

    private sealed class OpenControllers(Type controller) : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
        {
            feature.Controllers.Clear();
            feature.Controllers.Add(controller.GetTypeInfo());
        }
    }

    [Route("open")]
    internal sealed class OpenController : ControllerBase
    {
        [HttpGet]
        public string Get(FigmaPayment buyer) => $"{Request.Path} {buyer.UserId}";
    }

    [Route("bound")]
    internal sealed class OpenGetController : ControllerBase
    {
        [BindProperty]
        public FigmaPayment Buyer { get; set; } = null!;

        [HttpGet]
        public ContentResult Get() => Content("open");

        [HttpPost]
        [RequireFigmaPayments(GateApp.Gate)]
        public string Post() => Buyer.UserId.Value;
    }

    [Route("bound")]
    internal sealed class OpenPostController : ControllerBase
    {
        [BindProperty]
        public FigmaPayment Buyer { get; set; } = null!;

        [HttpGet]
        [HttpPost]
        public string Post() => Buyer.UserId.Value;
    }

    [Route("bound")]
    internal sealed class SupportedGetController : ControllerBase
    {
        [BindProperty(SupportsGet = true)]
        public FigmaPayment Buyer { get; set; } = null!;

        [HttpGet]
        public string Get() => Buyer.UserId.Value;
    }

    [RequireFigmaPayments(GateApp.Gate)]
    private static class GatedHandlers
    {
        public static string Get() => "secret";

        public static Task HandleAsync(HttpContext context) => context.Response.WriteAsync("secret");

        public static void MapLambda(WebApplication app) => app.MapGet("/open", static () => "secret");
    }

    [Route("gated")]
    [RequireFigmaPayments(GateApp.Gate)]
    private sealed class GatedController : ControllerBase
    {
        public static void Map(WebApplication app) => app.MapGet("/open", static () => "open");

        [HttpGet]
        public OkResult Get() => Ok();
    }

    [Route("predicate")]
    private sealed class PredicateController : ControllerBase
    {
        [FromServicesOfRequest]
        public string? Text { get; set; }

        [HttpGet]
        public string? Get() => Text;
    }

    [AttributeUsage(AttributeTargets.Property)]
    private sealed class FromServicesOfRequestAttribute : Attribute, IBindingSourceMetadata, IRequestPredicateProvider
    {
        public BindingSource BindingSource => BindingSource.Query;

        public Func<ActionContext, bool> RequestPredicate => static context => context.HttpContext.RequestServices.GetRequiredService<Executions>().Count == 0;
    }

    private sealed class PoliciesOfRequest : IAuthorizationPolicyProvider
    {
        public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => throw new InvalidOperationException("There is no request.");

        public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => throw new InvalidOperationException("There is no request.");

        public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) => throw new InvalidOperationException("There is no request.");
    }

    private sealed class OwnPolicies : IAuthorizationPolicyProvider
    {
        public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Task.FromResult(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Task.FromResult<AuthorizationPolicy?>(null);

        public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) => Task.FromResult<AuthorizationPolicy?>(null);
    }
}
