using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Figma.Payments.AspNetCore.Tests.Redis;

/// <summary>An application with a gate over Redis, which the tests start as processes. It ends when its standard input is closed.</summary>
internal static class Program
{
    public static async Task Main(string[] args)
    {
        IConfigurationRoot settings = new ConfigurationBuilder().AddCommandLine(args).Build();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(Program).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();

        builder.Services.AddSingleton<IGlyphPayments>(GlyphPaymentsClient.Create(new PaymentsClientOptions
        {
            AccessToken = new PersonalAccessToken(settings["figma-token"]!),
            BaseAddress = new Uri(settings["figma"]!),
        }));

        ConfigurationOptions redis = ConfigurationOptions.Parse(settings["redis"]!);
        redis.AbortOnConnectFail = false;
        redis.BacklogPolicy = BacklogPolicy.FailFast;
        builder.Services.AddStackExchangeRedisCache(options => options.ConfigurationOptions = redis);

        if (settings["patient"] == "true")
            builder.Services.AddSingleton<TimeProvider>(new PatientClock());

        builder.Services.AddFigmaPaymentsGate(GateApp.Gate, static gate =>
        {
            gate.Resource = new PluginId(IGlyphPayments.Id);
            gate.CacheSecret = "a secret of at least 32 characters";
            gate.CheckByToken = static (services, token, cancellation) => services.GetRequiredService<IGlyphPayments>().TryGetPaymentsAsync(token, cancellation);
        });

        await using WebApplication app = builder.Build();
        app.UseFigmaPayments();
        app.MapGet("/paid", static (FigmaPayment payment) => payment.UserId.Value).RequireFigmaPayments(GateApp.Gate);
        await app.StartAsync();
        Console.WriteLine(string.Join(' ', app.Urls));
        await Console.In.ReadToEndAsync();
    }
}

/// <summary>A clock whose timers take 20 times as long, so that a busy test machine doesn't let the gate give up Redis.</summary>
internal sealed class PatientClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime * 20 : dueTime, period);
}
