using System;
using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 reports nothing if an attribute, a convention or a filter might deny access first.</summary>
public sealed class EndpointPolicyTests
{
    [Theory]
    [InlineData("app.MapGet(\"/\", Get);", true)]
    [InlineData("app.MapGet(\"/\", Program.Get).WithName(nameof(Get)).RequireAuthorization();", true)]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/g\"); group.MapGet(\"/\", Get).WithTags(\"a\");", true)]
    [InlineData("var route = app.MapGet(\"/\", Get); route.WithName(\"a\");", true)]
    [InlineData("Delegate handler = Get; app.MapGet(\"/\", handler);", true)]
    [InlineData("Console.WriteLine(Get(null!));", true)]
    [InlineData("Console.WriteLine(nameof(Get));", true)]
    [InlineData("int Get = 1; Console.WriteLine(Get);", true)]
    [InlineData("app.MapGet(\"/\", Get).RequireAuthorization(\"Paid\");")]
    [InlineData("app.MapGet(\"/\", (Delegate)Get).AddEndpointFilter<RouteHandlerBuilder, Filter>();")]
    [InlineData("app.MapGet(\"/a\", Get); app.MapGet(\"/b\", Get).RequireAuthorization(\"Paid\");")]
    [InlineData("app.MapGroup(\"/g\").RequireAuthorization(\"Paid\").MapGet(\"/\", Get);")]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/g\"); group.RequireAuthorization(\"Paid\"); group.MapGet(\"/\", Get);")]
    [InlineData("var route = app.MapGet(\"/\", Get); route.RequireAuthorization(\"Paid\");")]
    [InlineData("Delegate handler = Get; app.MapGet(\"/\", handler).RequireAuthorization(\"Paid\");")]
    [InlineData("IEndpointRouteBuilder routes = app; routes.MapGet(\"/\", Get);", true)]
    [InlineData("app.UseEndpoints(routes => routes.MapGet(\"/\", Get));", true)]
    [InlineData("IEndpointRouteBuilder routes = app.MapGroup(\"/g\").RequireAuthorization(\"Paid\"); routes.MapGet(\"/\", Get);")]
    [InlineData("Add(app); void Add(IEndpointRouteBuilder routes) => routes.MapGet(\"/\", Get);")]
    [InlineData("Routes(app).MapGet(\"/\", Get);")]
    [InlineData("_routes.MapGet(\"/\", Get);")]
    [InlineData("Own(Get);")]
    [InlineData("_handler = Get;")]
    public Task Method_that_is_an_endpoint_is_judged_with_its_conventions(string map, bool isReported = false)
    {
        string method = $"public static IResult Get(PaymentInformation info) => {Test(isReported)} ? Results.StatusCode(402) : Results.Ok();";
        return VerifyAsync(Program(map, method));
    }

    [Theory]
    [InlineData("Input input", true)]
    [InlineData("[FromQuery] string input", true)]
    [InlineData("[Required] string input", true)]
    [InlineData("[Own] string input", true)]
    [InlineData("[Subscriber] string input")]
    [InlineData("[ModelBinder(typeof(object))] string input")]
    [InlineData("[License] string input")]
    [InlineData("Loaded input")]
    [InlineData("[AsParameters] All input")]
    [InlineData("Checked input")]
    [InlineData("Derived input")]
    [InlineData("Positional input")]
    [InlineData("Custom input")]
    [InlineData("Validatable input")]
    public async Task Endpoint_is_judged_with_what_binds_and_validates_its_parameters(string parameter, bool isReported = false)
    {
        const string Types = """
            public sealed record Input([property: Required] string Name);
            public sealed class Loaded { public static ValueTask<Loaded?> BindAsync(HttpContext context) => new((Loaded?)null); }
            public sealed record All(string Name, Loaded? Loaded);
            public class Checked { [Subscriber] public string Name { get; set; } = ""; }
            public sealed class Derived : Checked;
            public sealed record Positional([Subscriber] string Name);
            public sealed class Custom { [CustomValidation(typeof(object), "Check")] public string Name { get; set; } = ""; }
            public sealed class Validatable : IValidatableObject { public IEnumerable<ValidationResult> Validate(ValidationContext context) => []; }
            public sealed class OwnAttribute : Attribute;
            public sealed class SubscriberAttribute : ValidationAttribute;
            public sealed class LicenseAttribute : Attribute, Microsoft.AspNetCore.Mvc.ModelBinding.IBindingSourceMetadata { public Microsoft.AspNetCore.Mvc.ModelBinding.BindingSource? BindingSource => null; }
            """;

        string body = $"{{ if ({Test(isReported)}) return Results.StatusCode(402); return Results.Ok(); }}";
        string controller = $"[ApiController] public sealed class GlyphsController : ControllerBase {{ [HttpGet] public IResult Get(PaymentInformation info, {parameter}) {body} }}";

        await VerifyAsync("using System.ComponentModel.DataAnnotations; using Microsoft.AspNetCore.Mvc;" + Program($"app.MapGet(\"/\", (PaymentInformation info, {parameter}) => {body});") + Types);
        await VerifyAsync("using System.ComponentModel.DataAnnotations; using Microsoft.AspNetCore.Mvc;" + Program($"app.MapGet(\"/\", Get); IResult Get(PaymentInformation info, {parameter}) {body}") + Types);
        await VerifyAsync("using System.ComponentModel.DataAnnotations; using Microsoft.AspNetCore.Mvc;" + Program("app.MapControllers();") + Types + controller);
    }

    [Theory]
    [InlineData("app.MapGet(\"/\", Handlers.Get);", true)]
    [InlineData("app.MapGet(\"/\", Handlers.Get).RequireAuthorization(\"Paid\");")]
    public Task Method_of_another_type_is_judged_with_its_conventions(string map, bool isReported = false) =>
        VerifyAsync(Program(map) + $$"""
            public static class Handlers
            {
                public static IResult Get(PaymentInformation info)
                {
                    if ({{Test(isReported)}}) return Results.StatusCode(402);
                    return Results.Ok();
                }
            }
            """);

    [Theory]
    [InlineData("app.MapGet(\"/\", Get); IResult Get(PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok();", true)]
    [InlineData("app.MapGet(\"/\", Get).RequireAuthorization(\"Paid\"); IResult Get(PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok();")]
    [InlineData("app.MapGet(\"/\", Get); [Authorize(\"Paid\")] IResult Get(PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok();")]
    [InlineData("app.MapGet(\"/\", [Authorize] (PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok());", true)]
    [InlineData("app.MapGet(\"/\", [Authorize(Policy = \"Paid\")] (PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok());")]
    [InlineData("app.MapGet(\"/\", [Paid] (PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok());")]
    [InlineData("var route = app.MapGet(\"/\", (PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok()); route.WithName(\"a\").WithTags(\"b\");", true)]
    [InlineData("var route = app.MapGet(\"/\", (PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok()); route.WithName(\"a\").RequireAuthorization(\"Paid\");")]
    [InlineData("var route = app.MapGet(\"/\", (PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok()); Console.WriteLine(route);")]
    [InlineData("Delegate handler = (PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok(); app.MapGet(\"/\", handler);", true)]
    [InlineData("Delegate handler = (PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok(); app.MapGet(\"/\", handler).RequireAuthorization(\"Paid\");")]
    [InlineData("_handler = (PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok();")]
    [InlineData("app.Use((context, next) => next(context)); app.MapGet(\"/\", (PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok());", true)]
    [InlineData("app.Use(async (context, next) => { if (context.Items[\"paid\"] is null) { context.Response.StatusCode = 403; return; } await next(context); }); app.MapGet(\"/\", (PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok());")]
    [InlineData("app.UseMiddleware<Pipe>(); app.MapGet(\"/\", (PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok());")]
    [InlineData("app.UseMiddleware(typeof(Pipe)); app.MapGet(\"/\", (PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok());")]
    [InlineData("app.UsePipe(); app.MapGet(\"/\", (PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok());")]
    [InlineData("app.UseStatusCodePages(); app.UseMiddleware<Microsoft.AspNetCore.Builder.ExceptionHandlerOptions>(); app.MapGet(\"/\", (PaymentInformation info) => TEST ? Results.StatusCode(402) : Results.Ok());", true)]
    public Task Function_in_a_method_is_judged_with_its_attributes_and_conventions(string map, bool isReported = false) =>
        VerifyAsync(Program(map.Replace("TEST", Test(isReported), StringComparison.Ordinal)));

    [Theory]
    [InlineData("GlyphController", "Get", true)]
    [InlineData("GlyphController", "ExportAsync", true)]
    [InlineData("GlyphController", "CancelSubscription")]
    [InlineData("RefundController", "Request")]
    [InlineData("InvoicesController", "GetReceipt")]
    [InlineData("ReviewsController", "Post")]
    [InlineData("SessionController", "SignIn")]
    [InlineData("GlyphController", "Health")]
    [InlineData("GlyphController", "LinkAccount")]
    [InlineData("OnboardingEmailController", "Preview")]
    [InlineData("MarketingSegmentsController", "Add")]
    public Task Endpoint_with_another_purpose_is_not_reported(string type, string name, bool isReported = false) => VerifyAsync($$"""
        {{Usings}}
        public class {{type}} : ControllerBase
        {
            public IActionResult {{name}}(PaymentInformation info)
            {
                if ({{Test(isReported)}}) return Forbid();
                return Ok(1);
            }
        }
        """);

    [Theory]
    [InlineData("options.Events.OnRedirectToLogin = context => { context.Response.StatusCode = 401; return Task.CompletedTask; };", true)]
    [InlineData("options.Events = new() { OnRedirectToAccessDenied = context => Task.CompletedTask };", true)]
    [InlineData("tokens.Events.OnMessageReceived = context => { context.Token = context.Request.Query[\"access_token\"]; return Task.CompletedTask; };", true)]
    [InlineData("Console.WriteLine(options.Cookie.Name);", true)]
    [InlineData("options.Events.OnSigningIn = async context => { if (!await seats.HasAsync()) throw new InvalidOperationException(); };")]
    [InlineData("options.Events.OnValidatePrincipal = context => Task.CompletedTask;")]
    [InlineData("options.Events = new CookieAuthenticationEvents { OnSigningIn = async context => { if (!await seats.HasAsync()) throw new InvalidOperationException(); } };")]
    [InlineData("var events = new CookieAuthenticationEvents(); events.OnSigningIn = context => throw new InvalidOperationException(); options.Events = events;")]
    [InlineData("options.EventsType = typeof(CookieAuthenticationEvents);")]
    [InlineData("tokens.Events.OnMessageReceived = async context => { if (!await seats.HasAsync()) context.Fail(\"seat\"); };")]
    [InlineData("tokens.Events.OnTokenValidated = context => Task.CompletedTask;")]
    [InlineData("", false, "public class SeatEvents : CookieAuthenticationEvents { public override Task ValidatePrincipal(CookieValidatePrincipalContext context) { context.RejectPrincipal(); return Task.CompletedTask; } }")]
    [InlineData("", false, "public class SeatEvents : JwtBearerEvents { public override Task TokenValidated(TokenValidatedContext context) { context.Fail(\"seat\"); return Task.CompletedTask; } }")]
    [InlineData("", true, "public static class Login { public static Task SignIn(HttpContext context) => context.SignInAsync(new()); }")]
    [InlineData("", false, "public static class Login { public static async Task SignIn(HttpContext context, PaymentInformation info) { if (info.IsPaid) await context.SignInAsync(new()); } }")]
    [InlineData("", false, "public static class Login { public static IResult SignIn(PaymentInformation info) => info.IsPaid ? Results.SignIn(new()) : Results.Forbid(); }")]
    public async Task Sign_in_is_unknown_if_it_might_be_only_for_payers(string code, bool isReported = false, string types = "")
    {
        const string Authentication = """
            namespace Microsoft.AspNetCore.Authentication.JwtBearer
            {
                public class ResultContext(HttpContext context) { public string? Token { get; set; } public HttpRequest Request => context.Request; public void Fail(string reason) { } }
                public class TokenValidatedContext(HttpContext context) : ResultContext(context);
                public class JwtBearerEvents { public Func<ResultContext, Task>? OnMessageReceived { get; set; } public Func<TokenValidatedContext, Task>? OnTokenValidated { get; set; } public virtual Task TokenValidated(TokenValidatedContext context) => Task.CompletedTask; }
                public class JwtBearerOptions { public JwtBearerEvents Events { get; set; } = null!; }
            }
            """;

        string program = "using Microsoft.AspNetCore.Authentication; using Microsoft.AspNetCore.Authentication.Cookies; using Microsoft.AspNetCore.Authentication.JwtBearer;"
            + Program($"app.MapGet(\"/\", (PaymentInformation info) => {Test(isReported)} ? Results.StatusCode(402) : Results.Ok()).RequireAuthorization();");
        await VerifyAsync(program + types + "public interface ISeats { Task<bool> HasAsync(); } public static class Authentication { public static void Add(CookieAuthenticationOptions options, JwtBearerOptions tokens, ISeats seats) { " + code + " } }" + Authentication);
    }

    [Theory]
    [InlineData("public abstract class Other;", true)]
    [InlineData("public abstract class Own : Microsoft.AspNetCore.Authentication.IAuthenticationHandler { public abstract Task InitializeAsync(Microsoft.AspNetCore.Authentication.AuthenticationScheme scheme, HttpContext context); public abstract Task<Microsoft.AspNetCore.Authentication.AuthenticateResult> AuthenticateAsync(); public abstract Task ChallengeAsync(Microsoft.AspNetCore.Authentication.AuthenticationProperties? properties); public abstract Task ForbidAsync(Microsoft.AspNetCore.Authentication.AuthenticationProperties? properties); }")]
    public async Task Sign_in_is_unknown_if_the_project_authenticates_users(string type, bool isReported = false)
    {
        await VerifyAsync($"{Usings} {type} [Authorize] public class GlyphController : ControllerBase {{ public IActionResult Get(PaymentInformation info) {{ if ({Test(isReported)}) return StatusCode(402); return Ok(1); }} }}");
        await VerifyAsync($"{Usings} {type} public class GlyphController : ControllerBase {{ public IActionResult Get(PaymentInformation info) {{ if (User.Identity?.IsAuthenticated != true) return Unauthorized(); if ({Test(isReported)}) return StatusCode(402); return Ok(1); }} }}");
    }

    [Theory]
    [InlineData("public class Glyph { public string Name { get; set; } }", true)]
    [InlineData("public class PaidAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute;")]
    [InlineData("public class Glyph : System.ComponentModel.DataAnnotations.IValidatableObject { public IEnumerable<System.ComponentModel.DataAnnotations.ValidationResult> Validate(System.ComponentModel.DataAnnotations.ValidationContext context) => []; }")]
    public Task Validation_of_the_model_is_unknown_if_the_project_takes_part(string types, bool isReported = false) => VerifyAsync($$"""
        {{Usings}}
        {{types}}
        public class GlyphController : ControllerBase
        {
            public IActionResult Get(PaymentInformation info)
            {
                if (!ModelState.IsValid) return BadRequest();
                if ({{Test(isReported)}}) return StatusCode(402);
                return Ok(1);
            }
        }
        """);

    [Theory]
    [InlineData("/export", true)]
    [InlineData("/receipts/{id}")]
    [InlineData("/sign-in")]
    public Task Path_with_another_purpose_is_not_reported(string path, bool isReported = false) =>
        VerifyAsync(Program($"app.MapGet(\"{path}\", (PaymentInformation info) => {Test(isReported)} ? Results.StatusCode(402) : Results.Ok());"));

    [Theory]
    [InlineData("=> next(context);", true)]
    [InlineData("=> context.Arguments.OfType<string>().Any() ? next(context) : ValueTask.FromResult<object?>(Results.BadRequest());", true)]
    [InlineData("{ foreach (object? argument in context.Arguments) { if (argument is null) return new ValueTask<object?>(Results.StatusCode(422)); } return next(context); }", true)]
    [InlineData("{ if (context.HttpContext.Request.ContentLength > 1000) return ValueTask.FromResult<object?>(Results.StatusCode(413)); return next(context); }", true)]
    [InlineData("=> context.Arguments.OfType<string>().Any() ? next(context) : ValueTask.FromResult<object?>(Results.Forbid());")]
    [InlineData("=> context.Arguments.OfType<string>().Any() ? next(context) : ValueTask.FromResult<object?>(Results.NotFound());")]
    [InlineData("=> context.Arguments.OfType<string>().Any() ? next(context) : ValueTask.FromResult<object?>(null);")]
    [InlineData("=> context.GetArgument<PaymentInformation>(0).IsPaid ? next(context) : ValueTask.FromResult<object?>(Results.BadRequest());")]
    [InlineData("=> context.HttpContext.Items.ContainsKey(\"paid\") ? next(context) : ValueTask.FromResult<object?>(Results.BadRequest());")]
    [InlineData("=> context.HttpContext.User.HasClaim(\"plan\", \"pro\") ? next(context) : ValueTask.FromResult<object?>(Results.BadRequest());")]
    [InlineData("=> Check.IsValid ? next(context) : ValueTask.FromResult<object?>(Results.BadRequest());")]
    [InlineData("{ if (context.Arguments.Count == 0) throw new InvalidOperationException(); return next(context); }")]
    [InlineData("{ next = _ => default; return next(context); }")]
    [InlineData("{ context.Arguments[0] = null; return next(context); }")]
    [InlineData("{ context.Arguments.Clear(); return next(context); }")]
    public async Task Filter_of_an_endpoint_is_judged_by_whether_it_only_rejects_input(string code, bool isReported = false)
    {
        string types = "public sealed class Valid : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) " + code + " } public static class Check { public static bool IsValid => Environment.TickCount > 0; }";
        string endpoint = $"MapGet(\"/\", (PaymentInformation info) => {Test(isReported)} ? Results.StatusCode(402) : Results.Ok())";
        await VerifyAsync(Program($"app.{endpoint}.AddEndpointFilter<Valid>();") + types);
        await VerifyAsync(Program($"app.{endpoint}.AddEndpointFilter(new Valid());") + types);
        await VerifyAsync(Program($"var group = app.MapGroup(\"/g\").AddEndpointFilter<Valid>(); group.{endpoint};") + types);
        await VerifyAsync(Program($"app.{endpoint}.AddEndpointFilter((context, next) => {(code.StartsWith("=>", StringComparison.Ordinal) ? code[2..].TrimEnd(';') : code)});") + types);
    }

    [Theory]
    [InlineData("object? result = await next(context); return result;", true)]
    [InlineData("var clock = System.Diagnostics.Stopwatch.StartNew(); object? result = await next(context).ConfigureAwait(false); Console.WriteLine(clock.Elapsed); return result;", true)]
    [InlineData("try { return await next(context); } catch (Exception) { return Results.StatusCode(500); }", true)]
    [InlineData("object? result = await next(context); result = Results.Forbid(); return result;")]
    [InlineData("object? result = Results.Forbid(); return result;")]
    public Task Filter_that_keeps_the_result_is_judged_by_its_value(string code, bool isReported = false) => VerifyAsync(
        Program($"app.MapGet(\"/\", (PaymentInformation info) => {Test(isReported)} ? Results.StatusCode(402) : Results.Ok()).AddEndpointFilter<Timed>();")
        + "public sealed class Timed : IEndpointFilter { public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) { " + code + " } }");

    [Fact]
    public Task Filter_with_an_explicit_implementation_is_judged_by_it() => VerifyAsync(
        Program($"app.MapGet(\"/\", (PaymentInformation info) => {Test(isReported: false)} ? Results.StatusCode(402) : Results.Ok()).AddEndpointFilter<Plan>();")
        + """
        public sealed class Plan : IEndpointFilter
        {
            async ValueTask<object?> IEndpointFilter.InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => context.Arguments.Count > 1 ? await next(context) : Results.StatusCode(402);
            public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context);
        }
        """);

    [Theory]
    [InlineData("DisableRateLimiting()")]
    [InlineData("DisableRequestTimeout()")]
    [InlineData("ShortCircuit()")]
    [InlineData("WithHttpLogging(Microsoft.AspNetCore.HttpLogging.HttpLoggingFields.All)")]
    [InlineData("WithFormOptions()")]
    public Task Convention_of_the_templates_is_no_reason_to_be_silent(string convention) => VerifyAsync(
        "using Microsoft.AspNetCore.Http.Timeouts;\n" + Program($"app.MapGet(\"/\", (PaymentInformation info) => {Test(isReported: true)} ? Results.StatusCode(402) : Results.Ok()).{convention};"));

    [Theory]
    [InlineData("app.MapPro();", true)]
    [InlineData("app.MapPro(); app.MapGroup(\"/api\").WithTags(\"a\").MapPro();", true)]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/api\").RequireAuthorization(); group.MapPro();", true)]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/api\"); group.MapPro(); group.MapPro();", true)]
    [InlineData("Pro.MapPro(app);", true)]
    [InlineData("app.UseEndpoints(routes => routes.MapPro());", true)]
    [InlineData("MapAll(app);", true)]
    [InlineData("Console.WriteLine();")]
    [InlineData("app.MapPro(); app.MapGroup(\"/api\").RequireAuthorization(\"Paid\").MapPro();")]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/api\"); group.RequireAuthorization(\"Paid\"); group.MapPro();")]
    [InlineData("_routes.MapPro();")]
    [InlineData("Routes(app).MapPro();")]
    [InlineData("app.MapPro(); Func<IEndpointRouteBuilder, IEndpointRouteBuilder> map = Pro.MapPro; map(app.MapGroup(\"/api\"));")]
    [InlineData("app.UsePipe(); app.MapPro();")]
    public async Task Endpoint_of_a_method_is_judged_with_the_groups_that_callers_pass(string calls, bool isReported = false)
    {
        string all = "private static void MapAll(IEndpointRouteBuilder routes) => routes.MapPro();";
        string endpoint = $"routes.MapGet(\"/\", (PaymentInformation info) => {Test(isReported)} ? Results.StatusCode(402) : Results.Ok()); return routes;";
        string unused = calls.Contains("MapAll", StringComparison.Ordinal) ? all : "";
        await VerifyAsync(Program(calls, unused) + $"public static class Pro {{ public static IEndpointRouteBuilder MapPro(this IEndpointRouteBuilder routes) {{ {endpoint} }} }}");
        await VerifyAsync(Program(calls, unused) + $"public static class Pro {{ public static IEndpointRouteBuilder MapPro(this IEndpointRouteBuilder routes) {{ RouteGroupBuilder own = routes.MapGroup(\"/own\"); own.{endpoint["routes.".Length..]} }} }}");
    }

    [Theory]
    [InlineData("routes = routes.MapGroup(\"/own\").RequireAuthorization(\"Paid\"); ENDPOINT return routes;")]
    [InlineData("ENDPOINT ((RouteGroupBuilder)routes).RequireAuthorization(\"Paid\"); return routes;")]
    [InlineData("if (routes is RouteGroupBuilder group) group.RequireAuthorization(\"Paid\"); ENDPOINT return routes;")]
    [InlineData("routes.MapSecure(); ENDPOINT return routes;")]
    [InlineData("ENDPOINT Pipes.Add(routes); return routes;")]
    public Task Endpoint_of_a_method_that_changes_its_group_is_not_reported(string code) => VerifyAsync(
        Program("app.MapPro();") + $"public static class Pro {{ public static void MapSecure(this IEndpointRouteBuilder routes) => ((RouteGroupBuilder)routes).RequireAuthorization(\"Paid\"); public static IEndpointRouteBuilder MapPro(this IEndpointRouteBuilder routes) {{ {code.Replace("ENDPOINT", $"routes.MapGet(\"/\", (PaymentInformation info) => {Test(isReported: false)} ? Results.StatusCode(402) : Results.Ok());", StringComparison.Ordinal)} }} }} public static class Pipes {{ public static void Add(IEndpointRouteBuilder routes) => Console.WriteLine(routes); }}");

    [Theory]
    [InlineData("IEndpointRouteBuilder")]
    [InlineData("RouteGroupBuilder")]
    [InlineData("WebApplication", true)]
    public Task Endpoint_of_a_parameter_can_belong_to_a_group(string type, bool isReported = false) => VerifyAsync($$"""
        {{Usings}}
        public static class Pro
        {
            public static void MapPro(this {{type}} app) => app.MapGet("/", (PaymentInformation info) => {{Test(isReported)}} ? Results.StatusCode(402) : Results.Ok());
        }
        """);

    [Theory]
    [InlineData("public class Base : ControllerBase;", "", true)]
    [InlineData("[Authorize] public class Base : ControllerBase;", "", true)]
    [InlineData("public class Base : Controller;", "", true)]
    [InlineData("[Authorize(AuthenticationSchemes = \"Bearer\")] public class Base : ControllerBase;", "", true)]
    [InlineData("[Authorize(AuthenticationSchemes = \"Bearer\", Policy = \"Paid\")] public class Base : ControllerBase;", "")]
    [InlineData("[Authorize(Roles = \"pro\")] public class Base : ControllerBase;", "")]
    [InlineData("[Authorize(Policy = \"Paid\")] public class Root : ControllerBase; public class Base : Root;", "")]
    [InlineData("[Paid] public class Base : ControllerBase;", "")]
    [InlineData("public class Base : Controller { public override void OnActionExecuting(ActionExecutingContext context) => context.Result = new ForbidResult(); }", "")]
    [InlineData("public class Base : ControllerBase, IActionFilter { public void OnActionExecuting(ActionExecutingContext context) { } public void OnActionExecuted(ActionExecutedContext context) { } }", "")]
    [InlineData("public class Base : Controller;", "public override Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next) => next();")]
    public Task Controller_is_judged_with_its_bases_and_filters(string types, string member, bool isReported = false) => VerifyAsync($$"""
        {{Usings}}
        public sealed class PaidAttribute : Attribute, IAuthorizeData { public string? Policy { get; set; } public string? Roles { get; set; } public string? AuthenticationSchemes { get; set; } }
        {{types}}
        public class GlyphController : Base
        {
            {{member}}
            public IActionResult Get(PaymentInformation info)
            {
                if ({{Test(isReported)}}) return Forbid();
                return Ok(1);
            }
        }
        """);

    [Fact]
    public Task Filter_method_of_a_controller_is_reported() => VerifyAsync($$"""
        {{Usings}}
        public class GlyphController : Controller
        {
            private PaymentInformation Info { get; } = null!;

            public override void OnActionExecuting(ActionExecutingContext context)
            {
                if ({|FPG3002:Info.PaymentStatus == PaymentStatus.Unpaid|}) context.Result = new ForbidResult();
            }
        }
        """);

    private const string Usings = """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.AspNetCore.Routing;
        """;

    [Theory]
    [InlineData("app.MapGet(\"/\", () => 1).AddEndpointFilter<Paid>();", true)]
    [InlineData("app.MapGroup(\"/g\").AddEndpointFilter<Paid>().MapGet(\"/\", () => 1);", true)]
    [InlineData("app.MapGroup(\"/g\").RequireAuthorization(\"Paid\").AddEndpointFilter<Paid>().MapGet(\"/\", () => 1);")]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/g\"); group.RequireAuthorization(\"Paid\"); group.AddEndpointFilter<Paid>();")]
    public Task Filter_is_judged_with_what_is_added_beside_it_and_not_with_the_application(string map, bool isReported = false) => VerifyAsync(Program("") + $$"""
        public static class Startup
        {
            public static void Run()
            {
                WebApplication app = WebApplication.Create();
                {{map}}
                app.Run();
            }
        }
        public sealed class Paid(IPinnedPaymentsClient payments) : IEndpointFilter
        {
            public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
            {
                PaymentInformation info = await payments.GetPaymentsAsync(new UserId(context.HttpContext.User.Identity!.Name!));
                if ({{Test(isReported)}}) return Results.StatusCode(402);
                return await next(context);
            }
        }
        """);

    [Theory]
    [InlineData("await next();", true)]
    [InlineData("await next(context);", true)]
    [InlineData("await own(); await next();")]
    public Task Lambda_that_is_a_middleware_continues_by_the_delegate_that_it_receives(string next, bool isReported = false) => VerifyAsync("using Microsoft.Extensions.DependencyInjection;" + Program("") + $$"""
        public static class Startup
        {
            public static void Run(WebApplication app, Func<Task> own) => app.Use(async (context, next) =>
            {
                PaymentInformation info = await context.RequestServices.GetRequiredService<IPinnedPaymentsClient>().GetPaymentsAsync(new UserId(context.User.Identity!.Name!));
                if ({{Test(isReported)}}) { context.Response.StatusCode = 402; return; }
                {{next}}
            });
        }
        """);

    private static string Program(string map, string member = "") => $$"""
        {{Usings}}
        public sealed class PaidAttribute() : AuthorizeAttribute("Paid");
        public sealed class Pipe(RequestDelegate next) { public Task InvokeAsync(HttpContext context) => context.Items.Count > 0 ? next(context) : Task.CompletedTask; }
        public static class PipeExtensions { public static IApplicationBuilder UsePipe(this IApplicationBuilder app) => app.UseMiddleware<Pipe>(); }
        public sealed class Filter : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => context.HttpContext.Items.Count > 0 ? next(context) : ValueTask.FromResult<object?>(Results.StatusCode(402)); }
        public static class Program
        {
            private static Delegate? _handler;
            private static readonly IEndpointRouteBuilder _routes = null!;
            private static IEndpointRouteBuilder Routes(IEndpointRouteBuilder routes) => routes;
            private static void Own(Func<PaymentInformation, IResult> handler) => Console.WriteLine($"{handler}{_handler}");

            public static void Run(WebApplication app)
            {
                {{map}}
            }

            {{member}}
        }

        """;
}
