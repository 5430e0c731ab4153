using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>The same sources generate the same files in every culture, in every order of files and in every process.</summary>
public sealed class DeterminismTests
{
    // Each declaration gets a namespace of its own, because some have the same name.
    private static readonly Consumer Project = Consumer.Of(
        [.. DeclarationCorpus.Everywhere.Select(static (declaration, index) => declaration.Value
            .Replace("Shop.Payments", "Shop.P" + (char)('A' + index), StringComparison.Ordinal)
            .Replace("namespace Shop\n", "namespace Shop.P" + (char)('A' + index) + "\n", StringComparison.Ordinal))]) with { References = References.WithHttpClientFactory };

    private static readonly Lazy<IReadOnlyList<(string HintName, string Text)>> Expected = new(static () => Project.Generate().Files);

    [Fact]
    public void Project_contains_every_declaration() => Assert.True(Expected.Value.Count > DeclarationCorpus.Everywhere.Count, $"{Expected.Value.Count}");

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Culture_changes_nothing(string culture) => Assert.Equal(Expected.Value, Cultures.Run(culture, static () => Project.Generate().Files));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Order_of_files_changes_nothing(int seed)
    {
        Random random = new(seed);
        Consumer shuffled = Project with { Sources = [.. Project.Sources.OrderBy(_ => random.Next())] };
        Assert.NotEqual(Project.Sources, shuffled.Sources);
        Assert.Equal(Expected.Value, shuffled.Generate().Files);
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/St_Johns")]
    public void Time_zone_changes_nothing(string zone)
    {
        string? before = Environment.GetEnvironmentVariable("TZ");

        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            Assert.Equal(Expected.Value, Project.Generate().Files);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void Project_directory_changes_nothing()
    {
        Consumer moved = Project with { Sources = [.. Project.Sources.Select(static source => ("C:\\Users\\Ada Łavka\\" + source.Path.Replace('/', '\\'), source.Text))] };
        Assert.Equal(Expected.Value, moved.Generate().Files);
    }

    [Fact]
    public void Line_ends_of_the_sources_change_nothing()
    {
        Consumer windows = Project with { Sources = [.. Project.Sources.Select(static source => (source.Path, source.Text.ReplaceLineEndings("\r\n")))] };
        Assert.Equal(Expected.Value, windows.Generate().Files);
        Assert.All(Expected.Value, static file => Assert.DoesNotContain('\r', file.Text));
    }

    [Fact]
    public void Order_of_partial_declarations_changes_only_the_order_of_methods()
    {
        string[] parts =
        [
            "[PaymentsClient] public partial interface IGlyph { }",
            "partial interface IGlyph { Task<PaymentStatus> FirstAsync(PluginPaymentToken token); }",
            "partial interface IGlyph { Task<PaymentStatus> SecondAsync(PluginPaymentToken token); }",
        ];

        string[] Lines(params string[] sources) => [.. Consumer.Of(sources).Generate().Files.Single().Text.Split('\n').Order(StringComparer.Ordinal)];
        Assert.Equal(Lines(parts), Lines(parts[2], parts[1], parts[0]));
    }
}
