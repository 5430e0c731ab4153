using System;
using System.CommandLine;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Figma.Payments.Benchmarks.Wire;

/// <summary>Runs Kestrel on loopback in a process of its own, so that its allocations don't count for the clients.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private const string CommandName = "serve";

    private readonly Process _process;

    private LoopbackServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Starts this program as the server.</summary>
    public static LoopbackServer Start()
    {
        Process process = Self.Start(CommandName);
        string line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start.");

        return new LoopbackServer(process, new Uri(line));
    }

    /// <summary>Returns the command of the server process, which prints its address and ends when its standard input ends.</summary>
    public static Command Create()
    {
        Command command = new(CommandName, "The server that 'loopback' and 'cold' start") { Hidden = true };

        command.SetAction(async (_, cancellationToken) =>
        {
            byte[] body = Encoding.UTF8.GetBytes(Samples.Paid);
            WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));

            await using WebApplication app = builder.Build();
            app.Run(async context =>
            {
                context.Response.ContentType = "application/json; charset=utf-8";
                context.Response.ContentLength = body.Length;
                await context.Response.Body.WriteAsync(body);
            });

            await app.StartAsync(cancellationToken);
            Console.WriteLine(string.Join("", app.Urls));
            await Console.In.ReadToEndAsync(cancellationToken);
            await app.StopAsync(cancellationToken);
        });

        return command;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();

        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
            _process.Kill();

        _process.Dispose();
    }
}
