using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PuppeteerSharp;
using Xunit;

namespace GlyphShop.Tests;

/// <summary>Finds a browser on the machine: Chromium, Chrome, Edge, or one that Playwright has installed.</summary>
internal static class Browsers
{
    private static readonly string[] Names =
    [
        "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome.exe", "msedge.exe",
    ];

    private static readonly string[] PlaywrightNames = ["headless_shell", "chrome-headless-shell", "chrome", "Chromium", "headless_shell.exe", "chrome-headless-shell.exe", "chrome.exe"];

    public static string? Path { get; } = Candidates().FirstOrDefault(File.Exists);

    /// <summary>Starts the browser. It finds the servers of the sample at their usual addresses, whichever ports they have.</summary>
    public static Task<IBrowser> StartAsync(int shopPort, int figmaPort) => Puppeteer.LaunchAsync(new LaunchOptions
    {
        ExecutablePath = Path ?? throw new InvalidOperationException(BrowserFactAttribute.Reason),
        DefaultViewport = new ViewPortOptions { Width = 1280, Height = 860 },
        Args =
        [
            $"--host-resolver-rules=\"MAP localhost:5180 127.0.0.1:{shopPort}, MAP localhost:5181 127.0.0.1:{figmaPort}\"",
            // Chromium refuses to run as root with its own sandbox. The iframes keep theirs.
            .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
        ],
    });

    private static IEnumerable<string> Candidates()
    {
        string[] folders =
        [
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator),
            .. new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData }
                .Select(Environment.GetFolderPath)
                .SelectMany(static folder => new[] { System.IO.Path.Combine(folder, "Google/Chrome/Application"), System.IO.Path.Combine(folder, "Microsoft/Edge/Application") }),
        ];

        string[] applications = ["Google Chrome", "Microsoft Edge", "Chromium"];

        return folders.SelectMany(static folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
            .Concat(applications.Select(static name => $"/Applications/{name}.app/Contents/MacOS/{name}"))
            .Concat(FindPlaywright());
    }

    private static IEnumerable<string> FindPlaywright()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

        return new[] { ".cache", "Library/Caches", "AppData/Local" }
            .Select(folder => System.IO.Path.Combine(home, folder, "ms-playwright"))
            .Where(Directory.Exists)
            .SelectMany(static folder => Directory.GetDirectories(folder, "chromium*"))
            .SelectMany(static folder => PlaywrightNames.SelectMany(name => Directory.GetFiles(folder, name, SearchOption.AllDirectories)));
    }
}

/// <summary>Marks a test that needs a browser. It is skipped if the machine has none, except on CI, whose script installs one.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public const string Reason = "The test needs Chromium, Chrome or Edge (apt-get install chromium-headless-shell), and this machine has none.";

    public BrowserFactAttribute()
    {
        if (Browsers.Path is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = Reason + " It was skipped.";
    }
}
