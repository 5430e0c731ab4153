using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 reports nothing if the creation of an object that the code needs might deny access.</summary>
public sealed class InjectedServiceTests
{
    [Theory]
    [InlineData("public sealed class Files { public string Folder => \"\"; }", true)]
    [InlineData("public sealed class Files(ISeats seats) { public string Folder => $\"{seats}\"; }", true)]
    [InlineData("public sealed class Files { public Files(ISeats seats) { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); } public string Folder => \"\"; }")]
    [InlineData("public sealed class Files { public Files(ISeats seats) => Check(seats); private static void Check(ISeats seats) { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); } public string Folder => \"\"; }")]
    [InlineData("public sealed class Files { public Files(IFolders? folders) { if (folders is null) throw new ArgumentNullException(nameof(folders)); } public string Folder => \"\"; }", true)]
    [InlineData("public sealed class Files { public Files(IFolders folders) { if (folders.Name.Length == 0) throw new InvalidOperationException(); } public string Folder => \"\"; }", true)]
    [InlineData("public sealed class Files { public Files(IHttpContextAccessor accessor) => Folder = accessor.HttpContext!.User.FindFirst(\"team\")?.Value ?? throw new UnauthorizedAccessException(); public string Folder { get; } }")]
    [InlineData("public sealed class Files(ICurrent current) { public string Folder { get; } = current.Seat ?? throw new UnauthorizedAccessException(); }")]
    [InlineData("public sealed class Files(ICurrent current) { private readonly string _folder = current.Folder ?? throw new InvalidOperationException(); public string Folder => _folder; }", true)]
    [InlineData("public sealed class Files(ISeats seats) { private readonly string _folder = Find(seats); private static string Find(ISeats seats) => seats.Has(\"\") ? \"a\" : throw new UnauthorizedAccessException(); public string Folder => _folder; }")]
    [InlineData("public sealed class Files(Checked inner) { public string Folder => $\"{inner}\"; } public sealed class Checked { public Checked(ISeats seats) { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); } }")]
    [InlineData("public sealed class Files(System.Collections.Generic.IEnumerable<ICheck> inner) { public string Folder => $\"{inner}\"; } public interface ICheck; public sealed class Checked : ICheck { public Checked(ISeats seats) { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); } }")]
    [InlineData("public sealed class Files : Based { public Files(ISeats seats) : base(seats) { } public string Folder => \"\"; } public abstract class Based { protected Based(ISeats seats) { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); } }")]
    [InlineData("public class Files { public virtual string Folder => \"\"; } public sealed class SeatFiles : Files { public SeatFiles(ISeats seats) { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); } }")]
    [InlineData("public sealed class Files { public string Folder => \"\"; } public sealed class Other { public Other(ISeats seats) { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); } }", true)]
    public async Task Service_is_judged_by_its_creation(string types, bool isReported = false)
    {
        await VerifyAsync($"app.MapGet(\"/\", (Files files) => {{ if ({Test(isReported)}) return Results.StatusCode(402); return Results.Ok(files); }});", types);
        await VerifyAsync($"app.MapGet(\"/\", Get); IResult Get(Files files) {{ if ({Test(isReported)}) return Results.StatusCode(402); return Results.Ok(files); }}", types);
        await VerifyAsync("", types + $"public sealed class GlyphController(PaymentInformation info, Files files) : ControllerBase {{ public IActionResult Get() {{ if ({Test(isReported)}) return StatusCode(402); return Ok(files.ToString()); }} }}");
        await VerifyAsync("", types + $"public sealed class GlyphService(PaymentInformation info, Files files) {{ public string Get() {{ if ({Test(isReported)}) throw new UnauthorizedAccessException(); return $\"{{files}}\"; }} }}");
    }

    [Theory]
    [InlineData("public Files(IConfiguration configuration) { if (string.IsNullOrEmpty(configuration[\"Fonts\"])) throw new InvalidOperationException(); }", true)]
    [InlineData("public Files(IConfiguration configuration) { var folder = configuration[\"Fonts\"]; if (string.IsNullOrEmpty(folder)) throw new InvalidOperationException(); Folder = folder; }", true)]
    [InlineData("public Files(IConfiguration configuration) { Folder = configuration.GetConnectionString(\"Main\") ?? throw new InvalidOperationException(); if (string.IsNullOrWhiteSpace(Folder)) throw new InvalidOperationException(); }", true)]
    [InlineData("public Files(IOptions<FileOptions> options) { Folder = options.Value.Folder ?? throw new InvalidOperationException(); }", true)]
    [InlineData("public Files(IWebHostEnvironment environment) { var folder = System.IO.Path.Combine(environment.ContentRootPath, \"fonts\"); if (!System.IO.Directory.Exists(folder)) throw new System.IO.DirectoryNotFoundException(folder); Folder = folder; }", true)]
    [InlineData("public Files(string name) { if (name.Length == 0) throw new InvalidOperationException(); (Folder, _name) = (name, name); }", true)]
    [InlineData("public Files(IConfiguration configuration) { if (configuration[\"Plan\"] is null) throw new InvalidOperationException(); }")]
    [InlineData("public Files(IConfiguration configuration, IHttpContextAccessor accessor) { if (configuration[\"Owner\"] != accessor.HttpContext!.User.Identity!.Name) throw new InvalidOperationException(); }")]
    [InlineData("public Files(IConfiguration configuration, string name) { if (configuration[name] is null) throw new InvalidOperationException(); }")]
    [InlineData("public Files(IConfiguration configuration, string name) { _name = name; if (configuration[\"Owner\"] != _name) throw new InvalidOperationException(); }")]
    [InlineData("public Files(IConfiguration configuration, string name) { _name = name; if (configuration[\"Owner\"] != Find()) throw new InvalidOperationException(); } private string Find() => _name.Trim();")]
    [InlineData("public Files(IConfiguration configuration, string name) : base(name) { if (configuration[\"Owner\"] != Base) throw new InvalidOperationException(); }")]
    [InlineData("public Files(ISeats seats) { Folder = seats.Has(\"\") ? \"a\" : \"\"; if (Folder.Length == 0) throw new InvalidOperationException(); }")]
    [InlineData("public Files(string name) { Checked = name; if (Checked.Length == 0) throw new InvalidOperationException(); } private string Checked { get => \"a\"; set => Current.Check(value); }")]
    [InlineData("private readonly string _row = Current.Row; public Files() { if (_row.Length == 0) throw new InvalidOperationException(); }")]
    public Task Service_is_judged_by_what_its_constructor_reads(string members, bool isReported = false) => VerifyAsync(
        $"app.MapGet(\"/\", (Files files) => {{ if ({Test(isReported)}) return Results.StatusCode(402); return Results.Ok(files); }});",
        $$"""
        public class Based(string text) { public Based() : this("") { } public string Base => text; }
        public static class Current { public static string Row { get; set; } = ""; public static void Check(string name) { if (Row == name) throw new InvalidOperationException(); } }
        public sealed class FileOptions { public string? Folder { get; set; } }
        public sealed class Files : Based { private IFolders? _folders; private string? _name; public string? Folder { get; } public override string ToString() => $"{_folders}{_name}"; {{members}} }
        """);

    [Theory]
    [InlineData("provider.GetRequiredService<Files>()", "", true)]
    [InlineData("provider.GetRequiredService<Checked>()", "")]
    [InlineData("provider.GetService(typeof(Checked))", "")]
    [InlineData("provider.GetServices<IChecked>()", "")]
    [InlineData("provider.GetServices<ISeats>()", "", true)]
    [InlineData("ActivatorUtilities.CreateInstance<Checked>(provider)", "")]
    [InlineData("ActivatorUtilities.CreateInstance<Files>(provider)", "", true)]
    [InlineData("provider.GetRequiredService<Needing>()", "public sealed record Needing(Checked Inner);")]
    [InlineData("provider.GetRequiredService<Needing>()", "public sealed class Needing { public Needing(IServiceProvider provider) => Inner = provider.GetRequiredService<Checked>(); public Checked Inner { get; } }")]
    [InlineData("provider.GetRequiredService<Needing>()", "public sealed class Needing { public Needing(IServiceProvider provider) => Inner = provider.GetRequiredService<Files>(); public Files Inner { get; } }", true)]
    [InlineData("provider.Find()", "public static class Providers { public static object Find(this IServiceProvider provider) => provider.GetRequiredService<Checked>(); }")]
    [InlineData("provider.Find()", "public static class Providers { public static object Find(this IServiceProvider provider) => provider.GetRequiredService<Files>(); }", true)]
    [InlineData("provider.Find<Files>()", "public static class Providers { public static T Find<T>(this IServiceProvider provider) where T : class => provider.GetRequiredService<T>(); }")]
    public async Task Service_that_is_located_is_judged_by_its_creation(string located, string types, bool isReported = false)
    {
        types += "public sealed class Files; public interface IChecked; public sealed class Checked : IChecked { public Checked(ISeats seats) { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); } }";
        await VerifyAsync($"app.MapGet(\"/\", (IServiceProvider provider) => {{ if ({Test(isReported)}) return Results.StatusCode(402); return Results.Ok({located}); }});", types);
        await VerifyAsync("", types + $"public sealed class GlyphController(PaymentInformation info, IServiceProvider provider) : ControllerBase {{ public IActionResult Get() {{ if ({Test(isReported)}) return StatusCode(402); return Ok(Found); }} private object? _found; private object Found => _found ??= {located}!; }}");
    }

    [Theory]
    [InlineData("app.MapGet(\"/other\", (IServiceProvider provider) => provider.GetRequiredService<Checked>().ToString());")]
    [InlineData("Console.WriteLine(app.Services.GetRequiredService<Checked>());")]
    public Task Service_that_is_located_elsewhere_is_not_a_reason(string startup) => VerifyAsync(
        startup + $"app.MapGet(\"/\", () => {{ if ({Test(isReported: true)}) return Results.StatusCode(402); return Results.Ok(); }});",
        "public sealed class Checked { public Checked(ISeats seats) { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); } }");

    [Theory]
    [InlineData("[Inject] public Files Files { get; set; } = null!;", true)]
    [InlineData("[Inject] public Checked Files { get; set; } = null!;")]
    [InlineData("[Parameter] public Checked? Files { get; set; }", true)]
    public Task Component_is_judged_by_its_properties(string property, bool isReported = false) => VerifyAsync("", $$"""
        public sealed class Files;
        public sealed class Checked { public Checked(ISeats seats) { if (!seats.Has("")) throw new UnauthorizedAccessException(); } }
        public sealed class Page : Microsoft.AspNetCore.Components.ComponentBase
        {
            [Inject] public PaymentInformation Info { get; set; } = null!;
            {{property}}
            protected override Task OnInitializedAsync() { PaymentInformation info = Info; if ({{Test(isReported)}}) throw new UnauthorizedAccessException(); return Task.CompletedTask; }
        }
        """);

    [Theory]
    [InlineData("private readonly string _name = \"\";", true)]
    [InlineData("private static readonly string _name = Environment.GetEnvironmentVariable(\"SEAT\") ?? throw new UnauthorizedAccessException();", true)]
    [InlineData("private readonly string _name = current.Folder ?? throw new ArgumentNullException(nameof(current));", true)]
    [InlineData("private readonly string _name = current.Seat ?? throw new UnauthorizedAccessException();")]
    [InlineData("private readonly string _name = Check(current); private static string Check(ICurrent current) => current.Seat ?? throw new UnauthorizedAccessException();")]
    public Task Method_is_judged_with_the_initializers_of_its_type(string members, bool isReported = false) => VerifyAsync("", $$"""
        public sealed class GlyphController(PaymentInformation info, ICurrent current) : ControllerBase
        {
            {{members}}
            public IActionResult Get() { if ({{Test(isReported)}}) return StatusCode(402); return Ok($"{_name}{current}"); }
        }
        """);

    [Theory]
    [InlineData("services.AddScoped(provider => new Files(\"\"));", true)]
    [InlineData("services.AddScoped(provider => provider.GetRequiredService<ISeats>().Has(\"\") ? new Files(\"\") : throw new UnauthorizedAccessException());")]
    [InlineData("services.AddScoped<Files>(provider => { if (!provider.GetRequiredService<ISeats>().Has(\"\")) throw new UnauthorizedAccessException(); return new(\"\"); });")]
    [InlineData("services.AddTransient(typeof(Files), provider => provider.GetRequiredService<ISeats>().Has(\"\") ? new Files(\"\") : throw new UnauthorizedAccessException());")]
    [InlineData("services.TryAddScoped(Create); static Files Create(IServiceProvider provider) => provider.GetRequiredService<ISeats>().Has(\"\") ? new Files(\"\") : throw new UnauthorizedAccessException();")]
    [InlineData("services.Add(ServiceDescriptor.Scoped(provider => provider.GetRequiredService<ISeats>().Has(\"\") ? new Files(\"\") : throw new UnauthorizedAccessException()));")]
    [InlineData("services.Add(ServiceDescriptor.Transient<Files>(provider => new Files(\"\")));", true)]
    [InlineData("services.Replace(ServiceDescriptor.Describe(typeof(Files), provider => provider.GetRequiredService<ISeats>().Has(\"\") ? new Files(\"\") : throw new UnauthorizedAccessException(), ServiceLifetime.Scoped));")]
    [InlineData("services.Replace(ServiceDescriptor.Describe(typeof(Files), provider => new Files(\"\"), ServiceLifetime.Scoped));", true)]
    [InlineData("services.Add(new ServiceDescriptor(typeof(Files), provider => provider.GetRequiredService<ISeats>().Has(\"\") ? new Files(\"\") : throw new UnauthorizedAccessException(), ServiceLifetime.Scoped));")]
    [InlineData("services.AddScoped(provider => new Files(provider.GetRequiredService<Checked>().ToString()!));")]
    [InlineData("services.AddScoped(provider => new Files(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.TraceIdentifier ?? throw new InvalidOperationException()));", true)]
    [InlineData("services.AddScoped(provider => provider.GetRequiredService<ISeats>().Has(\"\") ? new System.Text.StringBuilder() : throw new UnauthorizedAccessException());", true)]
    public Task Service_is_judged_by_its_factory(string startup, bool isReported = false) => VerifyAsync(
        startup + $"app.MapGet(\"/\", (Files files) => {{ if ({Test(isReported)}) return Results.StatusCode(402); return Results.Ok(files); }});",
        "public sealed record Files(string Folder); public sealed class Checked { public Checked(ISeats seats) { if (!seats.Has(\"\")) throw new UnauthorizedAccessException(); } }");

    private static Task VerifyAsync(string startup, string types) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;
        using Microsoft.Extensions.Options;
        public interface ISeats { bool Has(string user); }
        public interface IFolders { string Name { get; } }
        public interface ICurrent { string? Seat { get; } string? Folder { get; } }
        public static class Startup
        {
            public static void Run(WebApplication app, IServiceCollection services, PaymentInformation info)
            {
                Console.WriteLine($"{app}{services}{info.UserId}");
                {{startup}}
            }
        }
        {{types}}
        """);
}
