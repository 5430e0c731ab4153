using System;
using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 reports nothing in a middleware, a filter or a handler if another one might deny access.</summary>
public sealed class PipelineTests
{
    private const string Other = "if (info.PaymentStatus == PaymentStatus.Unknown) { context.Response.StatusCode = 403; return; } await next(context);";

    [Theory]
    [InlineData("app.UsePaid();", "", true)]
    [InlineData("app.UseMiddleware<Paid>(); app.UseStaticFiles();", "", true)]
    [InlineData("app.UseMiddleware<Paid>().UseMiddleware<Headers>();", "", true)]
    [InlineData("app.MapGet(\"/status\", (PaymentInformation info) => Results.Ok(new { info.PaymentStatus }));", "", true)]
    [InlineData("app.MapGet(\"/status\", (PaymentInformation info) => Results.Text($\"{info.PaymentStatusText}\"));", "", true)]
    [InlineData("app.MapGet(\"/status\", (PaymentInformation info) => info.IsPaid ? Results.Ok() : Results.StatusCode(402));", "")]
    [InlineData("app.MapGet(\"/glyphs\", () => 1).RequireAuthorization();", "", true)]
    [InlineData("app.MapGet(\"/glyphs\", (string? name) => name is null ? Results.BadRequest() : Results.Ok(name));", "", true)]
    [InlineData("app.MapGet(\"/glyphs\", () => 1).RequireAuthorization(\"Seat\");", "")]
    [InlineData("app.MapGet(\"/glyphs\", [Authorize(\"Seat\")] () => 1);", "")]
    [InlineData("app.MapGet(\"/glyphs\", (HttpContext context, ISeats seats) => seats.Has(context.User.Identity!.Name!) ? Results.Ok() : Results.Forbid());", "")]
    [InlineData("app.MapGet(\"/glyphs\", Get); static IResult Get(HttpContext context, ISeats seats) => seats.Has(context.User.Identity!.Name!) ? Results.Ok() : Results.Forbid();", "")]
    [InlineData("app.MapGet(\"/glyphs\", Handlers.Get);", "public static class Handlers { public static IResult Get(HttpContext context, ISeats seats) => seats.Has(context.User.Identity!.Name!) ? Results.Ok() : Results.Forbid(); }")]
    [InlineData("app.MapGet(\"/glyphs\", (HttpContext context, ISeats seats) => Handlers.Get(context, seats));", "public static class Handlers { public static string Get(HttpContext context, ISeats seats) => seats.Has(context.User.Identity!.Name!) ? \"glyphs\" : throw new UnauthorizedAccessException(); }")]
    [InlineData("app.MapGet(\"/glyphs\", (HttpContext context, ISeats seats) => seats.Has(context.User.Identity!.Name!) ? \"full\" : \"preview\");", "")]
    [InlineData("app.MapGet(\"/glyphs\", (string name) => name.Length > 5 ? \"long\" : \"short\");", "", true)]
    [InlineData("app.MapGet(\"/glyphs\", (Licenses licenses) => licenses.All);", "public sealed class Licenses { public string All => \"\"; }")]
    [InlineData("app.MapGet(\"/glyphs\", (Checked files) => files.ToString());", "public sealed class Checked { public Checked(ISeats seats) { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); } }")]
    [InlineData("app.MapGet(\"/glyphs\", Get); static string Get(Checked files) => files.ToString()!;", "public sealed class Checked { public Checked(ISeats seats) { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); } }")]
    [InlineData("app.MapGet(\"/glyphs\", (HttpContext context) => context.RequestServices.GetRequiredService<Checked>().ToString());", "public sealed class Checked { public Checked(ISeats seats) { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); } }")]
    [InlineData("app.MapGet(\"/glyphs\", (Files files) => files.ToString());", "public sealed class Files;", true)]
    [InlineData("", "public sealed class GlyphController(ISeats seats) : ControllerBase { public IActionResult Get() => Ok(seats.Has(User.Identity!.Name!) ? \"full\" : \"preview\"); }")]
    [InlineData("", "public sealed class Checked { public Checked(ISeats seats) { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); } } public sealed class GlyphController(Checked files) : ControllerBase { public IActionResult Get() => Ok(files); }")]
    [InlineData("", "public sealed class GlyphController : ControllerBase { public IActionResult Get() => Ok(1); }", true)]
    [InlineData("", "[Authorize(\"Seat\")] public sealed class GlyphController : ControllerBase { public IActionResult Get() => Ok(1); }")]
    [InlineData("services.AddControllers(options => options.Filters.Add(new AuthorizeFilter(\"Seat\")));", "")]
    [InlineData("", "public sealed class SeatHub(ISeats seats) : Microsoft.AspNetCore.SignalR.Hub { public string Render() => seats.Has(Context.UserIdentifier!) ? \"svg\" : throw new UnauthorizedAccessException(); }")]
    [InlineData("app.UseMiddleware<Paid>().UseMiddleware<Tenant>();", "")]
    [InlineData("app.Use(async (HttpContext context, RequestDelegate next) => { if (context.Items.Count == 0) return; await next(context); });", "")]
    [InlineData("services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireClaim(\"plan\").Build());", "")]
    [InlineData("", "public sealed class Known(RequestDelegate next, PaymentInformation info) { public async Task InvokeAsync(HttpContext context) { " + Other + " } }")]
    [InlineData("", "public static class Known { public static bool Is(PaymentInformation info) => info is { PaymentStatus: not PaymentStatus.Unknown }; }")]
    [InlineData("", "public static class Known { public static bool Is(PaymentInformation info) { switch (info.PaymentStatus) { case PaymentStatus.Paid: return true; default: return false; } } }")]
    [InlineData("", "public static class Known { private static readonly System.Collections.Generic.HashSet<PaymentStatus> Paid = [PaymentStatus.Paid]; public static bool Is(PaymentInformation info) => Paid.Contains(info.PaymentStatus); }")]
    [InlineData("", "public static class Known { public static bool Is(PaymentInformation info) => Enum.IsDefined(info.PaymentStatus); }")]
    [InlineData("", "public static class Known { public static void Show(PaymentInformation info) => Console.WriteLine(info.PaymentStatus); }", true)]
    [InlineData("", "public static class Known { public static bool Is(PaymentsResult result) => result.Information?.PaymentStatusText == \"PAID\"; }")]
    public Task Middleware_is_judged_with_other_code(string startup, string types, bool isReported = false) => VerifyAsync(Code(startup, types + $$"""
        public sealed class Paid(RequestDelegate next, PaymentInformation info)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                if ({{Test(isReported)}}) { context.Response.StatusCode = 402; return; }
                await next(context);
            }
        }
        public static class PaidExtensions { public static IApplicationBuilder UsePaid(this IApplicationBuilder app) => app.UseMiddleware<Paid>(); }
        """));

    [Theory]
    [InlineData("app.Use(PAID);", true)]
    [InlineData("app.UseStaticFiles(); app.Use(PAID); app.UseMiddleware<Headers>();", true)]
    [InlineData("app.UseMiddleware<Tenant>(); app.Use(PAID);")]
    [InlineData("app.Use(async (HttpContext context, RequestDelegate next) => { if (info.PaymentStatus == PaymentStatus.Unknown) { context.Response.StatusCode = 403; return; } await next(context); }); app.Use(PAID);")]
    [InlineData("app.Use(PAID); app.MapGet(\"/\", () => info.IsPaidOrTrial ? Results.Ok() : Results.StatusCode(402));")]
    [InlineData("app.Use(PAID); app.MapGet(\"/\", () => 1);", true)]
    [InlineData("app.Use(PAID); app.MapGet(\"/\", () => 1).RequireAuthorization(\"Seat\");")]
    [InlineData("app.Use(PAID); app.MapGet(\"/\", (ISeats seats) => seats.Has(\"\") ? Results.Ok() : Results.Forbid());")]
    public Task Middleware_that_is_a_lambda_is_judged_with_other_code(string startup, bool isReported = false) => VerifyAsync(Code(
        startup.Replace("PAID", $"async (HttpContext context, RequestDelegate next) => {{ if ({Test(isReported)}) {{ context.Response.StatusCode = 402; return; }} await next(context); }}", StringComparison.Ordinal),
        ""));

    [Theory]
    [InlineData("app.Use(Paid.RunAsync);", true)]
    [InlineData("app.UseStaticFiles(); app.Use(Paid.RunAsync);", true)]
    [InlineData("app.UseMiddleware<Tenant>(); app.Use(Paid.RunAsync);")]
    [InlineData("app.Use(Paid.RunAsync); app.MapGet(\"/\", (PaymentInformation info) => info.IsPaid ? 1 : 0);")]
    [InlineData("app.Use(Paid.RunAsync); app.MapGet(\"/\", () => 1);", true)]
    [InlineData("app.Use(Paid.RunAsync); app.MapGet(\"/\", () => 1).RequireAuthorization(\"Seat\");")]
    public Task Middleware_that_is_a_method_is_judged_with_other_code(string startup, bool isReported = false) => VerifyAsync(Code(startup, $$"""
        public static class Paid
        {
            public static async Task RunAsync(HttpContext context, RequestDelegate next)
            {
                PaymentInformation info = await context.RequestServices.GetRequiredService<IPaymentsClient>().GetPaymentsAsync(new UserId("1"), new PluginId("2"));
                if ({{Test(isReported)}}) { context.Response.StatusCode = 402; return; }
                await next(context);
            }
        }
        """));

    [Theory]
    [InlineData("app.MapGet(\"/\", () => 1).AddEndpointFilter<Paid>();", true)]
    [InlineData("app.MapGroup(\"/g\").RequireAuthorization().AddEndpointFilter<Paid>().MapGet(\"/\", () => 1).WithName(\"a\");", true)]
    [InlineData("var group = app.MapGroup(\"/g\"); group.AddEndpointFilter<Paid>(); group.MapGet(\"/\", () => 1);", true)]
    [InlineData("app.MapGroup(\"/g\").RequireAuthorization(\"Known\").AddEndpointFilter<Paid>().MapGet(\"/\", () => 1);")]
    [InlineData("app.MapGet(\"/\", () => 1).AddEndpointFilter<Paid>().RequireAuthorization(\"Known\");")]
    [InlineData("app.MapGet(\"/\", () => 1).AddEndpointFilter(new Paid(info)).RequireAuthorization(\"Known\");")]
    [InlineData("var group = app.MapGroup(\"/g\"); group.AddEndpointFilter<Paid>(); group.RequireAuthorization(\"Known\");")]
    [InlineData("var group = app.MapGroup(\"/g\").RequireAuthorization(\"Known\"); group.AddEndpointFilter<Paid>();")]
    [InlineData("app.MapGet(\"/\", (PaymentInformation info) => info.IsPaid ? 1 : 0).AddEndpointFilter<Paid>();")]
    [InlineData("app.MapGet(\"/a\", () => 1).AddEndpointFilter<Paid>(); app.MapGet(\"/b\", () => 1).RequireAuthorization(\"Seat\");", true)]
    [InlineData("app.MapGet(\"/a\", () => 1).AddEndpointFilter<Paid>(); app.MapGet(\"/b\", (ISeats seats) => seats.Has(\"\") ? Results.Ok() : Results.Forbid());", true)]
    [InlineData("app.MapGet(\"/\", (ISeats seats) => seats.Has(\"\") ? Results.Ok() : Results.Forbid()).AddEndpointFilter<Paid>();")]
    [InlineData("app.MapGroup(\"/g\").AddEndpointFilter<Paid>().MapGet(\"/\", () => 1).RequireAuthorization(\"Seat\");")]
    [InlineData("var group = app.MapGroup(\"/g\").AddEndpointFilter<Paid>(); group.MapGet(\"/\", () => 1).RequireAuthorization(\"Seat\");")]
    [InlineData("app.MapGet(\"/\", [Authorize(\"Seat\")] () => 1).AddEndpointFilter<Paid>();")]
    public Task Filter_of_an_endpoint_is_judged_with_other_code(string startup, bool isReported = false) => VerifyAsync(Code(startup, $$"""
        public sealed class Paid(PaymentInformation info) : IEndpointFilter
        {
            public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => {{Test(isReported)}} ? Results.StatusCode(402) : await next(context);
        }
        """));

    [Theory]
    [InlineData("app.MapGet(\"/\", () => 1).AddEndpointFilter(PAID);", true)]
    [InlineData("app.MapGroup(\"/g\").AddEndpointFilter(PAID).MapGet(\"/\", () => 1);", true)]
    [InlineData("var group = app.MapGroup(\"/g\"); group.AddEndpointFilter(PAID);", true)]
    [InlineData("app.MapGet(\"/\", () => 1).AddEndpointFilter(KNOWN).AddEndpointFilter(PAID);")]
    [InlineData("app.MapGet(\"/\", () => 1).AddEndpointFilter(PAID).AddEndpointFilter(KNOWN);")]
    [InlineData("app.MapGroup(\"/g\").RequireAuthorization(\"Known\").AddEndpointFilter(PAID);")]
    [InlineData("app.MapGet(\"/a\", () => 1).AddEndpointFilter(PAID); app.MapGet(\"/b\", () => 1).RequireAuthorization(\"Seat\");", true)]
    [InlineData("app.MapGroup(\"/g\").AddEndpointFilter(PAID).MapGet(\"/\", () => 1).RequireAuthorization(\"Seat\");")]
    [InlineData("app.MapGet(\"/\", (ISeats seats) => seats.Has(\"\") ? Results.Ok() : Results.Forbid()).AddEndpointFilter(PAID);")]
    public Task Filter_that_is_a_lambda_is_judged_with_other_code(string startup, bool isReported = false) => VerifyAsync(Code(
        startup.Replace("PAID", $"async (context, next) => {{ if ({Test(isReported)}) return Results.StatusCode(402); return await next(context); }}", StringComparison.Ordinal)
            .Replace("KNOWN", "async (context, next) => context.HttpContext.Items.Count == 0 ? Results.StatusCode(403) : await next(context)", StringComparison.Ordinal),
        ""));

    [Theory]
    [InlineData("if (context.HttpContext.User.FindFirst(\"sub\") is null) { context.Result = new UnauthorizedResult(); return; }", true)]
    [InlineData("if (context.HttpContext.Request.Headers.Count > 100) { context.Result = new BadRequestResult(); return; }", true)]
    [InlineData("if (context.HttpContext.User.FindFirst(\"sub\") is null) { context.Result = new ForbidResult(); return; }")]
    [InlineData("if (context.HttpContext.User.FindFirst(\"seat\") is null) { context.Result = new UnauthorizedResult(); return; }")]
    public Task Filter_of_controllers_can_reject_invalid_requests(string before, bool isReported = false) => VerifyAsync(Code("services.AddControllers(options => options.Filters.Add<Paid>());", $$"""
        public sealed class Paid(PaymentInformation info) : IAsyncActionFilter
        {
            public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
            {
                {{before}}
                if ({{Test(isReported)}}) { context.Result = new StatusCodeResult(402); return; }
                await next();
            }
        }
        """));

    [Theory]
    [InlineData("services.AddControllers(options => options.Filters.Add<Paid>());", true)]
    [InlineData("services.AddControllers(options => { options.Filters.Add(typeof(Paid)); options.Filters.Add(new AuthorizeFilter()); });", true)]
    [InlineData("services.AddControllers(options => { options.Filters.Add<Paid>(); options.Filters.Add<Known>(); });")]
    [InlineData("services.AddControllers(options => options.Filters.Add<Paid>()); app.MapControllers().RequireAuthorization(\"Known\");")]
    public Task Filter_of_controllers_is_judged_with_other_code(string startup, bool isReported = false) => VerifyAsync(Code(startup, $$"""
        public sealed class Known : IActionFilter { public void OnActionExecuting(ActionExecutingContext context) { } public void OnActionExecuted(ActionExecutedContext context) { } }
        public sealed class Paid(PaymentInformation info) : IAsyncActionFilter
        {
            public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
            {
                if ({{Test(isReported)}}) { context.Result = new StatusCodeResult(402); return; }
                await next();
            }
        }
        """));

    [Theory]
    [InlineData("[Pay]", "", true)]
    [InlineData("", "[Pay]", true)]
    [InlineData("[Pay, Authorize]", "", true)]
    [InlineData("[Pay]", "", true, "app.MapControllers().RequireAuthorization();")]
    [InlineData("[Pay]", "", true, "", "[Seat] public sealed class OtherController(ISeats seats) : ControllerBase { public IActionResult Get() => seats.Has(\"\") ? Ok() : Forbid(); }")]
    [InlineData("[ServiceFilter(typeof(PayAttribute))]", "", true)]
    [InlineData("[ServiceFilter<PayAttribute>]", "", true)]
    [InlineData("[Seat, Pay]", "")]
    [InlineData("[Pay]", "[Seat]")]
    [InlineData("[Seat]", "[Pay]")]
    [InlineData("[Authorize(Policy = \"Seat\"), Pay]", "")]
    [InlineData("[ServiceFilter(typeof(SeatAttribute)), ServiceFilter(typeof(PayAttribute))]", "")]
    [InlineData("[ServiceFilter<SeatAttribute>, ServiceFilter<PayAttribute>]", "")]
    [InlineData("[Seat, Factory]", "", false, "", "public sealed class FactoryAttribute : Attribute, IFilterFactory { public bool IsReusable => true; public IFilterMetadata CreateInstance(IServiceProvider services) => new PayAttribute(); }")]
    [InlineData("[Pay]", "", false, "app.MapControllers().RequireAuthorization(\"Seat\");")]
    [InlineData("[Pay]", "", false, "services.AddControllers(options => options.Filters.Add<SeatAttribute>());")]
    [InlineData("[Pay]", "", false, "", "[Seat] public partial class GlyphController;")]
    [InlineData("[Pay]", "", false, "", "[Seat] public sealed class OtherController : GlyphController;")]
    [InlineData("", "", false, "services.AddControllers(options => options.Filters.Add<PayAttribute>());", "[Seat] public sealed class OtherController : ControllerBase;")]
    [InlineData("[Pay]", "", false, "", "public sealed class OtherController(ISeats seats) : GlyphController { public IActionResult GetOther() => seats.Has(\"\") ? Ok() : Forbid(); }")]
    public Task Filter_that_is_an_attribute_is_judged_with_the_controllers_that_have_it(string type, string action, bool isReported = false, string startup = "", string types = "") => VerifyAsync(Code(startup, types + $$"""
        {{type}} public partial class GlyphController : ControllerBase { {{action}} public IActionResult Get() => Ok(); }
        public sealed class PayAttribute : Attribute, IAsyncActionFilter
        {
            public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
            {
                PaymentInformation info = await context.HttpContext.RequestServices.GetRequiredService<IPaymentsClient>().GetPaymentsAsync(new UserId("1"), new PluginId("2"));
                if ({{Test(isReported)}}) { context.Result = new StatusCodeResult(402); return; }
                await next();
            }
        }
        """));

    [Theory]
    [InlineData("", "", true)]
    [InlineData("services.AddAuthorization(options => options.AddPolicy(\"Paid\", policy => policy.AddRequirements(new PaidRequirement())));", "", true)]
    [InlineData("services.AddAuthorization(options => options.AddPolicy(\"Paid\", policy => policy.RequireAuthenticatedUser().Requirements.Add(new PaidRequirement())));", "", true)]
    [InlineData("services.AddAuthorizationBuilder().AddPolicy(\"Admin\", policy => policy.RequireRole(\"admin\")).AddPolicy(\"Paid\", policy => policy.AddRequirements(new PaidRequirement()));", "", true)]
    [InlineData("var policy = new AuthorizationPolicyBuilder().AddRequirements(new PaidRequirement()).Build(); Console.WriteLine(policy);", "", true)]
    [InlineData("services.AddAuthorization(options => options.AddPolicy(\"Paid\", policy => policy.RequireClaim(\"status\", \"PAID\").AddRequirements(new PaidRequirement())));", "")]
    [InlineData("services.AddAuthorization(options => options.AddPolicy(\"Paid\", policy => { policy.Requirements.Add(new PaidRequirement()); policy.RequireClaim(\"status\"); }));", "")]
    [InlineData("services.AddAuthorization(options => options.AddPolicy(\"Paid\", policy => policy.AddRequirements(new PaidRequirement(), new OtherRequirement())));", "")]
    [InlineData("Require(new AuthorizationPolicyBuilder()); static AuthorizationPolicyBuilder Require(AuthorizationPolicyBuilder policy) => policy.AddRequirements(new PaidRequirement());", "", true)]
    [InlineData("services.AddAuthorization(options => options.AddPolicy(\"Paid\", policy => policy.RequireKnown().AddRequirements(new PaidRequirement())));", "public static class Policies { public static AuthorizationPolicyBuilder RequireKnown(this AuthorizationPolicyBuilder policy) => policy.RequireClaim(\"status\"); }")]
    [InlineData("var paid = new PaidRequirement(); services.AddAuthorization(options => options.AddPolicy(\"Paid\", policy => policy.RequireClaim(\"status\").AddRequirements(paid)));", "")]
    [InlineData("Console.WriteLine(new AuthorizationPolicy([new PaidRequirement(), new OtherRequirement()], []));", "")]
    [InlineData("Console.WriteLine(app.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(new(), null, new PaidRequirement()));", "", true)]
    [InlineData("", "public static class Policies { public static AuthorizationPolicyBuilder RequirePaid(this AuthorizationPolicyBuilder policy) => policy.AddRequirements(new PaidRequirement()); }")]
    [InlineData("", "public sealed class Known : AuthorizationHandler<PaidRequirement> { protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PaidRequirement requirement) { context.Fail(); return Task.CompletedTask; } }")]
    [InlineData("", "public sealed class Known : IAuthorizationHandler { public Task HandleAsync(AuthorizationHandlerContext context) { context.Fail(); return Task.CompletedTask; } }")]
    [InlineData("", "public sealed class Known(PaymentInformation info) : AuthorizationHandler<OtherRequirement> { protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OtherRequirement requirement) { if (info.PaymentStatus != PaymentStatus.Unknown) context.Succeed(requirement); return Task.CompletedTask; } }")]
    [InlineData("", "public sealed class Badge : AuthorizationHandler<OtherRequirement> { protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OtherRequirement requirement) { context.Succeed(requirement); return Task.CompletedTask; } }", true)]
    public Task Authorization_handler_is_judged_with_other_code(string startup, string types, bool isReported = false) => VerifyAsync(Code(startup, types + $$"""
        public sealed class OtherRequirement : IAuthorizationRequirement;
        {{Handler(isReported)}}
        """));

    [Theory]
    [InlineData("", "[Authorize(\"Paid\")]", "", true)]
    [InlineData("", "[Authorize(\"Paid\")]", "[Authorize]", true)]
    [InlineData("", "[Authorize(\"Known\")]", "", true)]
    [InlineData("app.MapGet(\"/\", () => 1).RequireAuthorization(\"Paid\").WithName(\"a\");", "", "", true)]
    [InlineData("app.MapGet(\"/a\", () => 1).RequireAuthorization(\"Paid\"); app.MapGet(\"/b\", () => 1).RequireAuthorization(\"Known\");", "", "", true)]
    [InlineData("", "[Authorize(\"Paid\"), Authorize(\"Known\")]", "")]
    [InlineData("", "[Authorize(\"Known\")]", "[Authorize(Policy = \"Paid\")]")]
    [InlineData("", "[Authorize(Policy = \"Paid\")]", "[Authorize(Roles = \"known\")]")]
    [InlineData("app.MapGet(\"/\", () => 1).RequireAuthorization(\"Paid\", \"Known\");", "", "")]
    [InlineData("app.MapGet(\"/\", () => 1).RequireAuthorization(\"Paid\").RequireAuthorization(\"Known\");", "", "")]
    [InlineData("app.MapGroup(\"/g\").RequireAuthorization(\"Known\").MapGet(\"/\", () => 1).RequireAuthorization(\"Paid\");", "", "")]
    [InlineData("app.MapControllers().RequireAuthorization(\"Paid\");", "", "", true)]
    [InlineData("app.MapControllers().RequireAuthorization(\"Paid\");", "[Authorize(\"paid\")]", "", true)]
    [InlineData("app.MapControllers().RequireAuthorization(\"Seat\");", "[Authorize(\"Paid\")]", "")]
    [InlineData("app.MapControllers().RequireAuthorization(\"Paid\");", "[Authorize(\"Seat\")]", "")]
    [InlineData("services.AddRazorPages(options => options.Conventions.AuthorizeFolder(\"/\", \"Seat\"));", "[Authorize(\"Paid\")]", "")]
    [InlineData("app.MapGroup(\"/g\").RequireAuthorization(\"Paid\").MapGet(\"/\", () => 1).RequireAuthorization(\"Seat\");", "", "")]
    [InlineData("app.MapGet(\"/\", [Authorize(\"Paid\")] () => 1).RequireAuthorization(\"Seat\");", "", "")]
    [InlineData("app.MapGet(\"/\", [Authorize(\"Paid\"), Authorize(\"Seat\")] () => 1);", "", "")]
    [InlineData("", "[Authorize(Policy = \"Paid\", Roles = \"seat\")]", "")]
    [InlineData("", "[Authorize(\"Paid\")] public class BaseController : ControllerBase; [Seat] public sealed class SeatController : BaseController;", "")]
    [InlineData("", "[Authorize(\"Seat\")] public class BaseController : ControllerBase; public sealed class SeatController : BaseController { [Authorize(\"Paid\")] public IActionResult Get() => Ok(); }", "")]
    [InlineData("", "public class BaseController : ControllerBase { [Authorize(\"Paid\")] public IActionResult Get() => Ok(); } [Authorize(\"Seat\")] public sealed class SeatController : BaseController;", "")]
    [InlineData("", "public class BaseController : ControllerBase; [Authorize(\"Paid\")] public sealed class PaidController : BaseController; [Authorize(\"Seat\")] public sealed class SeatController : BaseController;", "", true)]
    [InlineData("", "[Authorize(\"Paid\")] public sealed class PaidController(ISeats seats) : ControllerBase { public IActionResult Get() { if (!seats.Has(User.Identity!.Name!)) return Forbid(); return Ok(); } }", "")]
    [InlineData("", "[Authorize(\"Paid\")] public sealed class PaidController : ControllerBase { public IActionResult Get() => Ok(); } public sealed class SeatController(ISeats seats) : ControllerBase { public IActionResult Get() { if (!seats.Has(User.Identity!.Name!)) return Forbid(); return Ok(); } }", "", true)]
    [InlineData("", "[Paid] public sealed class PaidController : ControllerBase; public sealed class PaidAttribute() : AuthorizeAttribute(\"Paid\");", "", true)]
    [InlineData("", "[Paid, Seat] public sealed class PaidController : ControllerBase; public sealed class PaidAttribute() : AuthorizeAttribute(\"Paid\");", "")]
    public Task Authorization_handler_is_judged_with_the_other_policies_of_its_endpoints(string startup, string type, string action, bool isReported = false) => VerifyAsync(Code(
        "services.AddAuthorization(options => options.AddPolicy(\"Paid\", policy => policy.AddRequirements(new PaidRequirement())));" + startup,
        $$"""
        {{type}} {{(type.Contains("class", StringComparison.Ordinal) ? "" : "public sealed class GlyphController : ControllerBase { " + action + " public IActionResult Get() => Ok(); }")}}
        {{Handler(isReported)}}
        """));

    [Theory]
    [InlineData("app.MapGet(\"/\", async (HttpContext context, IAuthorizationService authorization) => { if (!(await authorization.AuthorizeAsync(context.User, \"Paid\")).Succeeded) return Results.Forbid(); return Results.Ok(); });", "", true)]
    [InlineData("app.MapGet(\"/\", async (HttpContext context, IAuthorizationService authorization) => { var result = await authorization.AuthorizeAsync(context.User, null, \"paid\"); return result.Succeeded ? Results.Ok() : Results.Forbid(); });", "", true)]
    [InlineData("app.MapGet(\"/\", async (HttpContext context, IAuthorizationService authorization) => { if (!(await authorization.AuthorizeAsync(context.User, \"Paid\")).Succeeded) return Results.Forbid(); return Results.Ok(); }).RequireAuthorization(\"Seat\");", "")]
    [InlineData("app.MapGet(\"/\", async (HttpContext context, ISeats seats, IAuthorizationService authorization) => { if (!(await authorization.AuthorizeAsync(context.User, \"Paid\")).Succeeded) return Results.Forbid(); return seats.Has(\"\") ? Results.Ok() : Results.Forbid(); });", "")]
    [InlineData("app.MapGet(\"/\", async (HttpContext context, ISeats seats, IAuthorizationService authorization) => { if (!seats.Has(\"\") || !(await authorization.AuthorizeAsync(context.User, \"Paid\")).Succeeded) return Results.Forbid(); return Results.Ok(); });", "")]
    [InlineData("app.MapGet(\"/\", async (HttpContext context, IAuthorizationService authorization) => { if (!(await authorization.AuthorizeAsync(context.User, \"Paid\")).Succeeded) return Results.Forbid(); if (!(await authorization.AuthorizeAsync(context.User, \"Seat\")).Succeeded) return Results.Forbid(); return Results.Ok(); });", "")]
    [InlineData("app.MapGet(\"/\", async (HttpContext context, ISeats seats, IAuthorizationService authorization) => { if (!(await authorization.AuthorizeAsync(context.User, \"Other\")).Succeeded) return Results.Forbid(); return seats.Has(\"\") ? Results.Ok() : Results.Forbid(); });", "", true)]
    [InlineData("", "public sealed class GlyphController(IAuthorizationService authorization) : ControllerBase { public async Task<IActionResult> Get() { if (!(await authorization.AuthorizeAsync(User, \"Paid\")).Succeeded) return Forbid(); return Ok(); } }", true)]
    [InlineData("", "public sealed class GlyphController(IAuthorizationService authorization, ISeats seats) : ControllerBase { public async Task<IActionResult> Get() { if (!(await authorization.AuthorizeAsync(User, \"Paid\")).Succeeded) return Forbid(); if (!seats.Has(\"\")) return Forbid(); return Ok(); } }")]
    [InlineData("", "public sealed class Gate(IAuthorizationService authorization) { public async Task<bool> IsOpenAsync(System.Security.Claims.ClaimsPrincipal user) => (await authorization.AuthorizeAsync(user, \"Paid\")).Succeeded; } public sealed class GlyphController(Gate gate) : ControllerBase { public async Task<IActionResult> Get() { if (!await gate.IsOpenAsync(User)) return Forbid(); return Ok(); } }", true)]
    [InlineData("", "public sealed class Gate(IAuthorizationService authorization) { public async Task<bool> IsOpenAsync(System.Security.Claims.ClaimsPrincipal user) => (await authorization.AuthorizeAsync(user, \"Paid\")).Succeeded; } public sealed class GlyphController(Gate gate, ISeats seats) : ControllerBase { public async Task<IActionResult> Get() { if (!await gate.IsOpenAsync(User)) return Forbid(); if (!seats.Has(\"\")) return Forbid(); return Ok(); } }")]
    [InlineData("", "public sealed class GateFilter(IAuthorizationService authorization) : IEndpointFilter { public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => (await authorization.AuthorizeAsync(context.HttpContext.User, \"Paid\")).Succeeded ? await next(context) : Results.Forbid(); }")]
    public Task Authorization_handler_is_judged_with_the_code_that_asks_for_its_policy(string startup, string types, bool isReported = false) => VerifyAsync(Code(
        "services.AddAuthorization(options => options.AddPolicy(\"Paid\", policy => policy.AddRequirements(new PaidRequirement())));" + startup,
        types + Handler(isReported)));

    [Theory]
    [InlineData("policy.RequireAssertion(context => PAID);", true)]
    [InlineData("policy.RequireAuthenticatedUser().RequireAssertion(context => PAID);", true)]
    [InlineData("policy.RequireClaim(\"status\").RequireAssertion(context => PAID);")]
    [InlineData("policy.RequireAssertion(context => PAID).RequireAssertion(context => info.PaymentStatus != PaymentStatus.Unknown);")]
    [InlineData("policy.RequireAssertion(context => PAID)", true, "[Authorize(\"Paid\")] public sealed class PaidController : ControllerBase;")]
    [InlineData("policy.RequireAssertion(context => PAID)", false, "[Authorize(\"Paid\"), Authorize(\"Seat\")] public sealed class PaidController : ControllerBase;")]
    public Task Assertion_is_judged_with_its_policy(string policy, bool isReported = false, string types = "") => VerifyAsync(Code(
        $"services.AddAuthorization(options => options.AddPolicy(\"Paid\", policy => {policy.TrimEnd(';').Replace("PAID", Test(isReported).Replace("==", "!=", StringComparison.Ordinal), StringComparison.Ordinal)}));",
        types));

    [Theory]
    [InlineData("app.MapHub<Service>(\"/hub\");", true)]
    [InlineData("app.MapHub<Service>(\"/hub\").RequireAuthorization();", true)]
    [InlineData("app.MapHub<Service>(\"/hub\").RequireAuthorization(\"Known\");")]
    [InlineData("app.MapGrpcService<Service>();", true)]
    [InlineData("app.MapGrpcService<Service>().RequireAuthorization(\"Known\");")]
    [InlineData("app.MapGrpcService<Service>(); app.UseMiddleware<Tenant>();")]
    public Task Service_that_is_mapped_is_judged_with_its_conventions(string startup, bool isReported = false) => VerifyAsync(Code(startup, $$"""
        public static class GrpcExtensions { public static RouteHandlerBuilder MapGrpcService<T>(this IEndpointRouteBuilder routes) => routes.MapGet("/", () => 1); }
        public sealed class Service(PaymentInformation info){{(startup.Contains("MapHub", StringComparison.Ordinal) ? " : Microsoft.AspNetCore.SignalR.Hub" : "")}}
        {
            public string Render()
            {
                if ({{Test(isReported)}}) throw new UnauthorizedAccessException();
                return "content";
            }
        }
        """));

    [Theory]
    [InlineData("await Groups.AddToGroupAsync(Context.ConnectionId, \"all\"); await base.OnConnectedAsync();", "OnConnectedAsync", true)]
    [InlineData("if (!seats.Has(Context.UserIdentifier!)) return;", "OnDisconnectedAsync", true)]
    [InlineData("if (!seats.Has(Context.UserIdentifier!)) { Context.Abort(); return; } await base.OnConnectedAsync();", "OnConnectedAsync")]
    [InlineData("if (!info.IsPaidOrTrial) Context.Abort(); await base.OnConnectedAsync();", "OnConnectedAsync")]
    [InlineData("Demand(); await base.OnConnectedAsync();", "OnConnectedAsync")]
    public async Task Hub_is_judged_with_what_it_does_when_a_client_connects(string code, string method, bool isReported = false)
    {
        string member = $"public override async Task {method}({(method == "OnDisconnectedAsync" ? "Exception? exception" : "")}) {{ {code} await Task.Yield(); }} private void Demand() {{ if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); }}";
        string render = $"public string Render() {{ if ({Test(isReported)}) throw new UnauthorizedAccessException(); return \"svg\"; }}";
        await VerifyAsync(Code("", $"public sealed class RenderHub(PaymentInformation info, ISeats seats) : Microsoft.AspNetCore.SignalR.Hub {{ {member} {render} }}"));
        await VerifyAsync(Code("", $"public abstract class SeatHub(PaymentInformation info, ISeats seats) : Microsoft.AspNetCore.SignalR.Hub {{ protected PaymentInformation Info => info; {member} }} public sealed class RenderHub(PaymentInformation info, ISeats seats) : SeatHub(info, seats) {{ {render} }}"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("public sealed class Known(PaymentInformation info) : IBehavior { public string Handle(Func<string> next) => info.PaymentStatus == PaymentStatus.Unknown ? throw new UnauthorizedAccessException() : next(); }")]
    [InlineData("public sealed class Known(IHandler inner, PaymentInformation info) : IHandler { public string Handle() => info.IsPaidOrTrial ? inner.Handle() : throw new UnauthorizedAccessException(); }")]
    [InlineData("public sealed class Known(PaymentInformation info) : IBehavior { public string Handle(Func<string> next) => info.PaymentStatus == PaymentStatus.Unpaid ? throw new UnauthorizedAccessException() : next(); }", true)]
    [InlineData("public static class Known { public static bool Is(PaymentInformation info) => info.IsPaid; }", true)]
    [InlineData("public sealed class Logged(IHandler inner) : IHandler { public string Handle() { Console.WriteLine(1); return inner.Handle(); } }", true)]
    [InlineData("public sealed class Logged : IBehavior { public string Handle(Func<string> next) { try { return next(); } finally { Console.WriteLine(1); } } }", true)]
    [InlineData("public sealed class Other(ISeats seats) : IHandler { public string Handle() => seats.Has(\"\") ? \"other\" : throw new UnauthorizedAccessException(); }", true)]
    [InlineData("public sealed class Other(IOther inner, ISeats seats) : IOther { public string Get() => seats.Has(\"\") ? inner.Get() : throw new UnauthorizedAccessException(); } public interface IOther { string Get(); }", true)]
    [InlineData("public static class Other { public static string Run(Func<string> action) => Environment.TickCount > 0 ? action() : throw new UnauthorizedAccessException(); }", true)]
    [InlineData("public sealed class Seated(IHandler inner, ISeats seats) : IHandler { public string Handle() { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); return inner.Handle(); } }")]
    [InlineData("public sealed class Seated(ISeats seats) : IHandler { public required IHandler Inner { get; init; } public string Handle() { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); return Inner.Handle(); } }")]
    [InlineData("public sealed class Seated(IHandler inner, Seats seats) : IHandler { public string Handle() { seats.Demand(); return inner.Handle(); } } public sealed class Seats { public void Demand() => throw new UnauthorizedAccessException(); }")]
    [InlineData("public sealed class Seated(ISeats seats) : IBehavior { public string Handle(Func<string> next) => seats.Has(\"\") ? next() : throw new UnauthorizedAccessException(); }")]
    [InlineData("public sealed class Seated(ISeats seats) : IFilter { public string Send(IHandler next) => seats.Has(\"\") ? next.Handle() : throw new UnauthorizedAccessException(); } public interface IFilter { string Send(IHandler next); }")]
    public Task Implementation_of_an_interface_is_judged_with_what_wraps_it(string types, bool isReported = false) => VerifyAsync(Code("", (isReported ? types.Replace("info.PaymentStatus == PaymentStatus.Unpaid", "{|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}", StringComparison.Ordinal) : types) + $$"""
        public interface IBehavior { string Handle(Func<string> next); }
        public interface IHandler { string Handle(); }
        public sealed class Handler(PaymentInformation info) : IHandler
        {
            public string Handle()
            {
                if ({{Test(isReported)}}) throw new UnauthorizedAccessException();
                return "content";
            }
        }
        """));

    [Theory]
    [InlineData("if (request is null) throw new ArgumentNullException(nameof(request)); return next();", true)]
    [InlineData("var errors = validators.SelectMany(validator => validator.Validate(request)).ToList(); if (errors.Count > 0) throw new InvalidOperationException(errors[0]); return next();", true)]
    [InlineData("if (accessor.HttpContext?.User.Identity?.IsAuthenticated != true) throw new UnauthorizedAccessException(); return next();", true)]
    [InlineData("if (accessor.HttpContext?.User.Identity?.IsAuthenticated is not true) throw new UnauthorizedAccessException(); return next();", true)]
    [InlineData("if (seats.Find(\"\")?.IsAuthenticated != true) throw new UnauthorizedAccessException(); return next();")]
    [InlineData("if (seats.Has(\"\") is not true) throw new UnauthorizedAccessException(); return next();")]
    [InlineData("if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); return next();")]
    [InlineData("if (!seats.Has(\"\")) return default!; return next();")]
    [InlineData("if (seats.Has(\"\")) return next(); return next();", true)]
    [InlineData("return seats.Has(\"\") ? next() : fallback();", false, ", Func<T> fallback")]
    [InlineData("foreach (var validator in validators) validator.Validate(request); return next();")]
    [InlineData("var errors = validators.SelectMany(validator => validator.Validate(request)).ToList(); if (errors.Count > 0) throw new InvalidOperationException(errors[0]); return next();", false, "", "public sealed class SeatValidator(ISeats seats) : IValidator<Export> { public IEnumerable<string> Validate(Export value) { if (!seats.Has(value.User)) yield return \"\"; } }")]
    public Task Handler_is_judged_with_the_behaviors_that_check_its_request(string statements, bool isReported = false, string parameters = "", string types = "") => VerifyAsync("using System.Collections.Generic; using System.Linq;" + Code("", types + $$"""
        public sealed record Export(string User);
        public interface IHandler<T> { string Handle(T request); }
        public interface IValidator<T> { IEnumerable<string> Validate(T value); }
        public interface IBehavior<TRequest, T> { T Handle(TRequest request, Func<T> next{{parameters}}); }
        public sealed class Behavior<TRequest, T>(IEnumerable<IValidator<TRequest>> validators, ISeats seats, IHttpContextAccessor accessor) : IBehavior<TRequest, T>
        {
            public override string ToString() => $"{validators}{seats}{accessor}";
            public T Handle(TRequest request, Func<T> next{{parameters}}) { {{statements}} }
        }
        public sealed class ExportHandler(PaymentInformation info) : IHandler<Export>
        {
            public string Handle(Export request)
            {
                if ({{Test(isReported)}}) throw new UnauthorizedAccessException();
                return "content";
            }
        }
        """));

    [Theory]
    [InlineData("", true)]
    [InlineData("public sealed class Known(PaymentInformation info) { public string Intercept(Func<string> next) => info.IsPaidOrTrial ? next() : throw new UnauthorizedAccessException(); }")]
    [InlineData("public sealed class Seated(ServiceBase inner, ISeats seats) : ServiceBase { public override string Render() => seats.Has(\"\") ? inner.Render() : throw new UnauthorizedAccessException(); }")]
    [InlineData("public abstract class Interceptor { public abstract T Handle<T>(Func<T> continuation); } public sealed class Seated(ISeats seats) : Interceptor { public override T Handle<T>(Func<T> continuation) => seats.Has(\"\") ? continuation() : throw new UnauthorizedAccessException(); }")]
    public Task Override_of_a_class_is_judged_with_what_wraps_it(string types, bool isReported = false) => VerifyAsync(Code("", types + $$"""
        public abstract class ServiceBase { public abstract string Render(); }
        public sealed class Service(PaymentInformation info) : ServiceBase
        {
            public override string Render()
            {
                if ({{Test(isReported)}}) throw new UnauthorizedAccessException();
                return "content";
            }
        }
        """));

    [Theory]
    [InlineData("app.UseMiddleware<Headers>();", true)]
    [InlineData("worker.UseMiddleware<Tenant>();")]
    public Task Method_that_returns_a_response_is_judged_with_the_middlewares_of_any_host(string startup, bool isReported = false) => VerifyAsync(Code(startup, $$"""
        public sealed class Function(PaymentInformation info)
        {
            public Task<IResult> RunAsync() => Task.FromResult({{Test(isReported)}} ? Results.StatusCode(402) : Results.Ok());
        }
        """));

    private static string Handler(bool isReported) => $$"""
        public sealed class PaidRequirement : IAuthorizationRequirement;
        public sealed class PaidHandler(PaymentInformation info) : AuthorizationHandler<PaidRequirement>
        {
            protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PaidRequirement requirement)
            {
                if ({{Test(isReported).Replace("==", "!=", StringComparison.Ordinal)}}) context.Succeed(requirement);
                return Task.CompletedTask;
            }
        }
        """;

    private static string Code(string startup, string types) => $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Authorization;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;
        public interface IWorker { IWorker UseMiddleware<T>(); }
        public interface ISeats { bool Has(string user); System.Security.Principal.IIdentity? Find(string user); }
        public sealed class SeatAttribute : Attribute, IAuthorizationFilter { public void OnAuthorization(AuthorizationFilterContext context) { if (!context.HttpContext.RequestServices.GetRequiredService<ISeats>().Has("")) context.Result = new ForbidResult(); } }
        public sealed class Headers(RequestDelegate next) { public Task InvokeAsync(HttpContext context) { context.Response.Headers.XFrameOptions = "DENY"; return next(context); } }
        public sealed class Tenant(RequestDelegate next) { public Task InvokeAsync(HttpContext context) => context.Items.Count > 0 ? next(context) : Task.CompletedTask; }
        public static class Startup
        {
            public static void Run(WebApplication app, IServiceCollection services, IWorker worker, PaymentInformation info)
            {
                Console.WriteLine($"{app}{services}{worker}{info.UserId}");
                {{startup}}
            }
        }
        {{types}}
        """;
}
