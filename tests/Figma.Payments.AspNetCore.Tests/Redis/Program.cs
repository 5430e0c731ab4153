using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Tests.Readme;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Figma.Payments.AspNetCore.Tests.Redis;

/// <summary>An application with a gate over Redis, which the tests start as processes. It ends when its standard input is closed.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        int unobserved = 0;
        TaskScheduler.UnobservedTaskException += (_, error) =>
        {
            // The client of Redis leaves some of its own when Redis stops.
            if (!error.Exception.ToString().Contains("Figma.Payments", StringComparison.Ordinal))
                return;

            Console.Error.WriteLine(error.Exception);
            Interlocked.Exchange(ref unobserved, 1);
        };

        IConfigurationRoot settings = new ConfigurationBuilder().AddCommandLine(args).Build();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(Program).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();

        builder.Services.AddSingleton<IGlyphPayments>(GlyphPaymentsClient.Create(new PaymentsClientOptions
        {
            AccessToken = new PersonalAccessToken(settings["figma-token"]!),
            BaseAddress = new Uri(settings["figma"]!),
            Timeout = TimeSpan.FromSeconds(int.Parse(settings["timeout"] ?? "100", CultureInfo.InvariantCulture)),
        }));

        ConfigurationOptions redis = ConfigurationOptions.Parse(settings["redis"]!);
        redis.AbortOnConnectFail = false;
        redis.BacklogPolicy = BacklogPolicy.FailFast;
        builder.Services.AddStackExchangeRedisCache(options => options.ConfigurationOptions = redis);

        if (settings["clock"] is { } clock)
            builder.Services.AddSingleton(TestClocks.Create(clock));

        if (settings["lock"] == "true")
        {
            builder.Configuration["Redis"] = settings["redis"];
            ReadmeExamples.AddLock(builder);
        }

        builder.Services.AddFigmaPaymentsGate(GateApp.Gate, settings.GetSection("gate"), static gate =>
        {
            gate.Resource = new PluginId(IGlyphPayments.Id);
            gate.CacheSecret = "a secret of at least 32 characters";
            gate.CheckByToken = static (services, token, cancellation) => services.GetRequiredService<IGlyphPayments>().TryGetPaymentsAsync(token, cancellation);
        });

        await using (WebApplication app = builder.Build())
        {
            app.UseFigmaPayments();
            app.MapGet("/paid", static (FigmaPayment payment) => payment.UserId.Value).RequireFigmaPayments(GateApp.Gate);
            await app.StartAsync();
            Console.WriteLine(string.Join(' ', app.Urls));
            await Console.In.ReadToEndAsync();
        }

        // The finalizers report tasks whose exception nobody has seen.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Volatile.Read(ref unobserved);
    }
}
