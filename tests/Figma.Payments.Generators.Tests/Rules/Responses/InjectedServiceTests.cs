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
    [InlineData("services.AddScoped(provider => new Files(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.TraceIdentifier ?? throw new InvalidOperationException()));", true)]
    [InlineData("services.AddScoped(provider => provider.GetRequiredService<ISeats>().Has(\"\") ? new System.Text.StringBuilder() : throw new UnauthorizedAccessException());", true)]
    public Task Service_is_judged_by_its_factory(string startup, bool isReported = false) => VerifyAsync(
        startup + $"app.MapGet(\"/\", (Files files) => {{ if ({Test(isReported)}) return Results.StatusCode(402); return Results.Ok(files); }});",
        "public sealed record Files(string Folder);");

    private static Task VerifyAsync(string startup, string types) => UnknownStatus.VerifyAsync($$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;
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
