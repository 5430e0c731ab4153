using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Responses.DoNotTreatUnknownStatusAsPaidAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 reports nothing if a policy, a filter or a convention for all endpoints might deny access, wherever the application adds it.</summary>
public sealed class ApplicationPolicyTests
{
    [Theory]
    [InlineData("app.MapControllers();", true)]
    [InlineData("app.MapControllers().RequireAuthorization();", true)]
    [InlineData("app.MapRazorPages().WithTags(\"a\");", true)]
    [InlineData("app.MapGroup(\"/api\").RequireAuthorization().MapControllers();", true)]
    [InlineData("app.UseEndpoints(routes => routes.MapControllers());", true)]
    [InlineData("app.MapHealthChecks(\"/health\").RequireAuthorization(\"Admin\");", true)]
    [InlineData("app.MapControllers().RequireAuthorization(\"Paid\");")]
    [InlineData("app.MapControllers().RequireAuthorization(policy => policy.RequireClaim(\"plan\"));")]
    [InlineData("app.MapDefaultControllerRoute().RequireAuthorization(\"Paid\");")]
    [InlineData("app.MapRazorPages().RequireAuthorization(\"Paid\");")]
    [InlineData("app.MapControllers().AddEndpointFilter<ControllerActionEndpointConventionBuilder, Filter>();")]
    [InlineData("app.MapGroup(\"/api\").RequireAuthorization(\"Paid\").MapControllers();")]
    [InlineData("var group = app.MapGroup(\"/api\"); group.RequireAuthorization(\"Paid\"); group.MapControllers();")]
    [InlineData("app.UseEndpoints(routes => routes.MapControllers().RequireAuthorization(\"Paid\"));")]
    [InlineData("Add(app); static void Add(IEndpointRouteBuilder routes) => routes.MapControllers();")]
    [InlineData("app.Map(\"/api\", branch => branch.UseEndpoints(routes => routes.MapControllers()));", true)]
    [InlineData("app.MapWhen(context => context.User.HasClaim(\"plan\", \"pro\"), branch => branch.UseEndpoints(routes => routes.MapControllers()));")]
    [InlineData("app.UseWhen(context => context.User.HasClaim(\"plan\", \"pro\"), branch => { branch.UseRouting(); branch.UseEndpoints(routes => routes.MapControllers()); });")]
    [InlineData("app.MapWhen(context => context.User.HasClaim(\"plan\", \"pro\"), Branch); static void Branch(IApplicationBuilder branch) => branch.UseEndpoints(routes => routes.MapControllers());")]
    public Task Controller_is_judged_with_the_conventions_of_its_endpoints(string code, bool isReported = false) => VerifyAsync(Controller(isReported) + Startup(code));

    [Theory]
    [InlineData("services.AddControllers();", true)]
    [InlineData("services.AddControllers(options => options.Filters.Add(new AuthorizeFilter()));", true)]
    [InlineData("services.AddControllers(options => { var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build(); options.Filters.Add(new AuthorizeFilter(policy)); });", true)]
    [InlineData("services.AddControllers(options => options.Filters.Add(typeof(AutoValidateAntiforgeryTokenAttribute)));", true)]
    [InlineData("services.AddControllers(options => options.Filters.Add<AutoValidateAntiforgeryTokenAttribute>());", true)]
    [InlineData("services.AddRazorPages(options => options.Conventions.AuthorizeFolder(\"/shop\").AllowAnonymousToPage(\"/index\"));", true)]
    [InlineData("services.AddRazorPages().AddRazorPagesOptions(options => options.Conventions.AuthorizePage(\"/shop\", \"Paid\"));")]
    [InlineData("services.AddRazorPages(options => options.Conventions.AllowAnonymousToPage(\"/index\").AuthorizeFolder(\"/shop\", \"Paid\"));")]
    [InlineData("services.AddControllers(options => options.Filters.Add(new AuthorizeFilter(\"Paid\")));")]
    [InlineData("services.AddControllers(options => { var policy = new AuthorizationPolicyBuilder().RequireClaim(\"plan\").Build(); options.Filters.Add(new AuthorizeFilter(policy)); });")]
    [InlineData("services.AddControllers(options => options.Filters.Add<Paid>());")]
    [InlineData("services.AddControllers(options => options.Filters.Add(typeof(Paid)));")]
    [InlineData("services.AddControllers(options => options.Filters.Add(new Paid()));")]
    [InlineData("services.AddControllers(options => options.Filters.Add(new TypeFilterAttribute(typeof(Paid))));")]
    [InlineData("services.AddControllers(options => options.Filters.AddService<Paid>());")]
    [InlineData("services.AddControllers(options => {|CS0305:options.Filters.Add<>|}());")]
    [InlineData("services.Configure<MvcOptions>(options => Add(options.Filters)); static void Add(FilterCollection filters) => filters.Add(new Paid());")]
    public Task Controller_is_judged_with_the_filters_of_the_options(string code, bool isReported = false) => VerifyAsync(Controller(isReported) + Startup(code));

    [Theory]
    [InlineData("services.AddAuthorization(options => options.FallbackPolicy = null);", true)]
    [InlineData("services.AddAuthorization(options => options.FallbackPolicy = options.DefaultPolicy);", true)]
    [InlineData("services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder(\"Bearer\").RequireAuthenticatedUser().Build());", true)]
    [InlineData("services.AddAuthorizationBuilder().AddFallbackPolicy(\"user\", policy => policy.RequireAuthenticatedUser());", true)]
    [InlineData("services.AddAuthorizationBuilder().AddPolicy(\"Paid\", policy => policy.RequireClaim(\"plan\"));", true)]
    [InlineData("services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireClaim(\"plan\").Build());")]
    [InlineData("services.AddAuthorization(options => options.DefaultPolicy = new AuthorizationPolicyBuilder().AddRequirements(null!).Build());")]
    [InlineData("services.AddAuthorization(options => { var builder = new AuthorizationPolicyBuilder(); builder.RequireClaim(\"plan\"); options.FallbackPolicy = builder.Build(); });")]
    [InlineData("services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(context => context.User.Identity is null).Build());")]
    [InlineData("services.AddAuthorizationBuilder().AddDefaultPolicy(\"paid\", policy => policy.RequireClaim(\"plan\"));")]
    [InlineData("services.AddAuthorizationBuilder().AddFallbackPolicy(\"paid\", policy => policy.Requirements.Add(null!));")]
    public async Task Endpoint_is_judged_with_the_policies_for_all(string code, bool isReported = false)
    {
        await VerifyAsync(Controller(isReported) + Startup(code));
        await VerifyAsync(Usings + Endpoints(isReported) + Startup(code));
    }

    [Theory]
    [InlineData("app.UseAuthentication().UseAuthorization();", true)]
    [InlineData("app.Use((context, next) => { context.Response.Headers.Append(\"a\", \"b\"); return next(context); });", true)]
    [InlineData("app.Use(async (HttpContext context, Func<Task> next) => await next());", true)]
    [InlineData("app.Use(async (HttpContext context, Func<Task> next) => { try { await next(); } catch (Exception e) { context.Response.StatusCode = e switch { ArgumentException => 404, _ => 500 }; } });", true)]
    [InlineData("app.Use(async (HttpContext context, Func<Task> next) => { try { Own(context); await next(); } catch (Exception) { context.Response.StatusCode = 402; } static void Own(HttpContext context) => throw new ArgumentException(); });")]
    [InlineData("app.Use(async (HttpContext context, Func<Task> next) => { try { await next(); } catch (ArgumentException e) { context.Response.StatusCode = 404; await context.Response.WriteAsJsonAsync(new { error = e.Message }); } });", true)]
    [InlineData("app.UseSwaggerUI();", true)]
    [InlineData("UsePipe(app.Services);", true)]
    [InlineData("app.UseMiddleware<Pipe>();")]
    [InlineData("app.UsePipe();")]
    [InlineData("app.UseWhen(context => true, branch => branch.UseMiddleware<Pipe>());")]
    [InlineData("app.Use(async (context, next) => { if (context.Items.Count == 0) { context.Response.StatusCode = 403; return; } await next(context); });")]
    [InlineData("app.Use(Pipe.RunAsync);")]
    [InlineData("app.UseMiddleware(typeof(Pipe));")]
    [InlineData("app.UseMiddleware(Type.GetType(\"Pipe\")!);")]
    public async Task Endpoint_is_judged_with_the_middlewares_of_the_application(string code, bool isReported = false)
    {
        await VerifyAsync(Controller(isReported) + Startup(code));
        await VerifyAsync(Usings + Endpoints(isReported) + Startup(code));
    }

    [Theory]
    [InlineData("return next(context);", true)]
    [InlineData("if (!context.Request.Headers.ContainsKey(\"id\")) context.Request.Headers[\"id\"] = Guid.NewGuid().ToString(); return next(context);", true)]
    [InlineData("context.Response.OnStarting(() => { if (context.Response.StatusCode == 404) return Task.CompletedTask; context.Response.Headers.Append(\"a\", \"b\"); return Task.CompletedTask; }); return next(context);", true)]
    [InlineData("if (context.Request.Path == \"/\") return next(context); Console.WriteLine(context.Request.Path); return next(context);", true)]
    [InlineData("if (context.User.HasClaim(\"plan\", \"paid\")) return next(context); return Task.CompletedTask;")]
    [InlineData("if (!context.User.HasClaim(\"plan\", \"paid\")) throw new InvalidOperationException(); return next(context);")]
    [InlineData("if (context.User.HasClaim(\"plan\", \"paid\")) return next(context); context.Response.StatusCode = 402; return context.Response.WriteAsync(\"pay\");")]
    [InlineData("return context.User.HasClaim(\"plan\", \"paid\") ? next(context) : Task.CompletedTask;")]
    [InlineData("if (!context.User.HasClaim(\"plan\", \"paid\")) context.SetEndpoint(null); return next(context);")]
    [InlineData("if (!context.User.HasClaim(\"plan\", \"paid\")) context.Request.Path = \"/buy\"; return next(context);")]
    [InlineData("if (!context.User.HasClaim(\"plan\", \"paid\")) context.User = new(); return next(context);")]
    [InlineData("Plan.Demand(context); return next(context);")]
    [InlineData("_ = new Plan(context); return next(context);")]
    [InlineData("_ = new Plan().IsPaid; return next(context);")]
    [InlineData("Array.ForEach([context], Plan.Demand); return next(context);")]
    [InlineData("Func<Task> run = () => next(context); return run();")]
    [InlineData("next = Plan.Deny; return next(context);")]
    [InlineData("return Plan.Deny(context);")]
    [InlineData("while (context.Items.Count > 0) { } return next(context);")]
    [InlineData("goto end; end: return next(context);")]
    [InlineData("context.Response.Headers[\"user\"] = context.User.Claims.FirstOrDefault(claim => claim.Type == \"sub\")?.Value; return next(context);", true)]
    [InlineData("context.Items[\"id\"] = context.Request.Headers[\"id\"]; return next(context);", true)]
    [InlineData("using var activity = new System.Diagnostics.Activity(\"request\").Start(); activity.SetTag(\"path\", context.Request.Path.Value); return next(context);", true)]
    [InlineData("Console.WriteLine(context.User.Claims.First(claim => claim.Type == \"plan\").Value); return next(context);")]
    [InlineData("Console.WriteLine(context.User.Claims.Single().Value); return next(context);")]
    [InlineData("Console.WriteLine(context.User.Claims.ToDictionary(claim => claim.Type)[\"plan\"]); return next(context);")]
    [InlineData("Console.WriteLine(Guid.Parse(context.Request.Headers[\"plan\"]!)); return next(context);")]
    [InlineData("Console.WriteLine(context.Request.Headers[\"plan\"][0]); return next(context);")]
    [InlineData("new System.Net.Http.HttpClient().Send(new()).EnsureSuccessStatusCode(); return next(context);")]
    [InlineData("Console.WriteLine(System.IO.File.ReadAllText(\"plan\")); return next(context);")]
    [InlineData("try { Console.WriteLine(Convert.FromBase64String(context.Request.Headers[\"plan\"]!)); return next(context); } catch (FormatException) { context.Response.StatusCode = 402; return Task.CompletedTask; }")]
    public async Task Middleware_is_judged_by_whether_it_always_continues(string code, bool isReported = false)
    {
        const string Plan = """
            public sealed class Plan
            {
                public Plan() { }
                public Plan(HttpContext context) => Demand(context);
                public bool IsPaid => throw new InvalidOperationException();
                public static void Demand(HttpContext context) => throw new InvalidOperationException();
                public static Task Deny(HttpContext context) => Task.CompletedTask;
            }
            """;

        string middleware = "public sealed class Own(RequestDelegate next) { public Task InvokeAsync(HttpContext context) { " + code + " } }" + Plan;
        await VerifyAsync(Controller(isReported) + Startup("app.UseMiddleware<Own>();") + middleware);
        await VerifyAsync(Usings + Endpoints(isReported) + Startup("app.UseMiddleware(typeof(Own));") + middleware);
        await VerifyAsync(Usings + Endpoints(isReported) + Startup($"app.Use((HttpContext context, RequestDelegate next) => {{ {code} }});") + Plan);
    }

    [Theory]
    [InlineData("private readonly RequestDelegate _next; public Own(RequestDelegate next) => _next = next; public async Task InvokeAsync(HttpContext context) { await _next(context); }", true)]
    [InlineData("private readonly RequestDelegate _next; public Own(RequestDelegate next) => _next = next ?? throw new ArgumentNullException(nameof(next)); public async Task Invoke(HttpContext context) { var clock = System.Diagnostics.Stopwatch.StartNew(); try { await _next(context).ConfigureAwait(false); } finally { Console.WriteLine(clock.Elapsed); } }", true)]
    [InlineData("private readonly RequestDelegate _next; public Own(RequestDelegate next) => _next = next; public async Task Invoke(HttpContext context) { try { await _next(context); } catch (Exception) when (context.Response.HasStarted) { throw; } catch (Exception) { context.Response.StatusCode = 500; return; } }", true)]
    [InlineData("private readonly RequestDelegate _next = _ => Task.CompletedTask; public Task InvokeAsync(HttpContext context) => _next(context);")]
    [InlineData("private RequestDelegate _next; public Own(RequestDelegate next) => _next = next; public Task InvokeAsync(HttpContext context) => _next(context);")]
    [InlineData("private readonly RequestDelegate _next; public Own(RequestDelegate next) => _next = _ => Task.CompletedTask; public Task InvokeAsync(HttpContext context) => _next(context);")]
    [InlineData("private readonly RequestDelegate _next; public Own(RequestDelegate next) => _next = next; public Task InvokeAsync(HttpContext context) { try { return Task.CompletedTask; } finally { _next(context); } }")]
    [InlineData("public Own(RequestDelegate next) { } public Task InvokeAsync(HttpContext context) => Task.CompletedTask;")]
    public async Task Middleware_is_judged_by_what_it_keeps(string members, bool isReported = false)
    {
        string middleware = "public sealed class Own { " + members + " }";
        await VerifyAsync(Controller(isReported) + Startup("app.UseOwn();") + middleware + "public static class OwnExtensions { public static IApplicationBuilder UseOwn(this IApplicationBuilder app) => app.UseMiddleware<Own>(); }");
    }

    [Theory]
    [InlineData("UsePipe")]
    [InlineData("UseSwaggerUI", true)]
    public Task Middleware_of_another_project_is_a_reason_to_be_silent_unless_it_is_known(string name, bool isReported = false)
    {
        VerifyCS.Test test = new()
        {
            References = References.WithAspNetCore,
            TestState =
            {
                Sources = { Controller(isReported) + "public static class Startup { public static void Run(WebApplication app) => app." + name + "(); }" },
                AdditionalProjects = { ["Library"] = { Sources = { "using Microsoft.AspNetCore.Builder; public static class LibraryExtensions { public static IApplicationBuilder " + name + "(this IApplicationBuilder app) => app; }" } } },
                AdditionalProjectReferences = { "Library" },
            },
        };

        test.TestState.AdditionalProjects["Library"].AdditionalReferences.AddRange(References.WithAspNetCore);
        return test.RunAsync();
    }

    [Fact]
    public Task Middleware_of_the_container_that_always_continues_is_no_reason_to_be_silent() => VerifyAsync(Controller(isReported: true) + Startup("app.UseMiddleware<Own>();") + """
        public sealed class Own : IMiddleware
        {
            public async Task InvokeAsync(HttpContext context, RequestDelegate next)
            {
                Console.WriteLine($"{context.Request.Method} {context.Request.Path}");
                await next(context);
                Console.WriteLine(context.Response.StatusCode);
            }
        }
        """);

    [Theory]
    [InlineData("public sealed class Own : IHostedService { public Task StartAsync(CancellationToken token) => Task.CompletedTask; public Task StopAsync(CancellationToken token) => Task.CompletedTask; }", true)]
    [InlineData("public sealed class Own : AuthorizationHandler<Plan> { protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Plan plan) => Task.CompletedTask; } public sealed class Plan : IAuthorizationRequirement;", true)]
    [InlineData("public sealed class Own : IAuthorizationHandler { public Task HandleAsync(AuthorizationHandlerContext context) { context.Fail(); return Task.CompletedTask; } }")]
    [InlineData("public sealed class Own : AuthorizationHandler<DenyAnonymousAuthorizationRequirement> { protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, DenyAnonymousAuthorizationRequirement requirement) => Task.CompletedTask; }")]
    [InlineData("public sealed class Own : IStartupFilter { public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => next; }")]
    [InlineData("public static class Outer { public sealed class Own(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options); }")]
    public async Task Endpoint_is_judged_with_the_services_of_the_application(string type, bool isReported = false)
    {
        await VerifyAsync(Controller(isReported) + Startup("") + type);
        await VerifyAsync(Usings + Endpoints(isReported) + Startup("") + type);
    }

    [Theory]
    [InlineData("app.MapControllers();", true)]
    [InlineData("app.MapControllers().RequireAuthorization(\"Paid\");")]
    [InlineData("builder.Services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireClaim(\"plan\").Build());")]
    [InlineData("builder.Services.AddControllers(options => options.Filters.Add(new AuthorizeFilter(\"Paid\")));")]
    public Task Controller_is_judged_with_top_level_statements(string code, bool isReported = false) => new VerifyCS.Test
    {
        References = References.WithAspNetCore,
        TestState =
        {
            OutputKind = OutputKind.ConsoleApplication,
            Sources = { Controller(isReported), Usings + "var builder = WebApplication.CreateBuilder(args); var app = builder.Build(); " + code + " app.Run();" },
        },
    }.RunAsync();

    [Fact]
    public Task Code_that_no_endpoint_runs_is_reported_whatever_the_endpoints_require() => VerifyAsync($$"""
        {{Usings}}
        public static class Licenses
        {
            public static bool HasAccess(PaymentInformation info) => {|FPG3002:info.PaymentStatus != PaymentStatus.Unpaid|};
        }
        """ + Startup("app.MapControllers().RequireAuthorization(\"Paid\"); app.UseMiddleware<Pipe>();"));

    [Fact]
    public Task Private_method_of_a_controller_is_judged_with_the_conventions_of_its_endpoints() => VerifyAsync($$"""
        {{Usings}}
        public class GlyphController : ControllerBase
        {
            public IActionResult Get(PaymentInformation info) => HasAccess(info) ? Ok(1) : Forbid();
            private static bool HasAccess(PaymentInformation info) => info.PaymentStatus != PaymentStatus.Unpaid;
        }
        """ + Startup("app.MapControllers().RequireAuthorization(\"Paid\");"));

    private const string Usings = """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Authorization.Infrastructure;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Authorization;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Options;

        """;

    private static string Controller(bool isReported) => $$"""
        {{Usings}}
        public class GlyphController : ControllerBase
        {
            public IActionResult Get(PaymentInformation info)
            {
                if ({{Test(isReported)}}) return Forbid();
                return Ok(1);
            }
        }

        """;

    private static string Endpoints(bool isReported) => $$"""
        public static class Endpoints
        {
            public static void MapGlyph(this WebApplication app)
            {
                app.MapGet("/a", (PaymentInformation info) => {{Test(isReported)}} ? Results.StatusCode(402) : Results.Ok());
                app.MapGet("/b", Get);
                app.MapGet("/c", GetLocal);
                static IResult GetLocal(PaymentInformation info) => {{Test(isReported)}} ? Results.StatusCode(402) : Results.Ok();
            }

            public static IResult Get(PaymentInformation info) => {{Test(isReported)}} ? Results.StatusCode(402) : Results.Ok();
        }

        """;

    private static string Startup(string code) => $$"""

        public sealed class Pipe(RequestDelegate next)
        {
            public Task InvokeAsync(HttpContext context) => context.Items.Count > 0 ? next(context) : Task.CompletedTask;
            public static Task RunAsync(HttpContext context, RequestDelegate next) => next(context);
        }
        public static class PipeExtensions
        {
            public static IApplicationBuilder UsePipe(this IApplicationBuilder app) => app.UseMiddleware<Pipe>();
            public static IApplicationBuilder UseSwaggerUI(this IApplicationBuilder app) => app;
        }
        public sealed class Filter : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => context.HttpContext.Items.Count > 0 ? next(context) : ValueTask.FromResult<object?>(Results.StatusCode(402)); }
        public sealed class Paid : IActionFilter { public void OnActionExecuting(ActionExecutingContext context) { } public void OnActionExecuted(ActionExecutedContext context) { } }
        public static class Startup
        {
            private static void UsePipe(IServiceProvider services) => Console.WriteLine(services);
            public static void Run(WebApplication app, IServiceCollection services)
            {
                {{code}}
            }
        }

        """;
}
