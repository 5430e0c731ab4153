using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Figma.Payments.Tests.Recipes;

/// <summary>Runs the recipes of the documents that need packages which a document's example can't assume.</summary>
public sealed class RecipeTests
{
    [Theory]
    [InlineData("EntityFrameworkRecipe")]
    [InlineData("OpenApiRecipe")]
    public void Document_shows_the_recipe(string recipe)
    {
        string directory = typeof(RecipeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "ProjectDirectory").Value!;
        string source = File.ReadAllText(Path.Combine(directory, "Recipes", recipe + ".cs")).ReplaceLineEndings("\n");
        string document = File.ReadAllText(Path.Combine(directory, "../../src/Figma.Payments/Serialization/README.md")).ReplaceLineEndings("\n");

        int start = source.IndexOf("// <recipe>\n", StringComparison.Ordinal) + "// <recipe>\n".Length;
        string[] lines = source[start..source.IndexOf("// </recipe>", StringComparison.Ordinal)].TrimEnd().Split('\n');
        int indentation = lines[0].Length - lines[0].TrimStart().Length;

        Assert.Contains("```cs\n" + string.Join('\n', lines.Select(line => line.Length > indentation ? line[indentation..] : "")) + "\n```", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IDs_are_stored_and_queried_with_Entity_Framework_Core()
    {
        UserId user = new(Samples.User);
        ResourceId plugin = new PluginId(Samples.Plugin);
        ResourceId widget = new WidgetId(Samples.Plugin);
        List<ResourceId> both = [plugin, widget];
        await using SqliteConnection connection = new("Data Source=:memory:");
        await connection.OpenAsync();
        DbContextOptions<ShopContext> options = new DbContextOptionsBuilder<ShopContext>().UseSqlite(connection).Options;

        await using (ShopContext shop = new(options))
        {
            await shop.Database.EnsureCreatedAsync();
            shop.Add(new Purchase { User = user, Resource = plugin, Status = PaymentStatus.Paid, Gift = new CommunityFileId("3") });
            shop.Add(new Purchase { User = user, Resource = widget, Status = PaymentStatus.Trial });
            shop.Add(new Purchase { User = new UserId("9007199254740993"), Resource = plugin, Status = PaymentStatus.Unknown });
            await shop.SaveChangesAsync();
        }

        await using (ShopContext shop = new(options))
        {
            Purchase? found = await shop.Purchases.FindAsync(user, plugin);
            Assert.Equal((user, plugin, PaymentStatus.Paid, new CommunityFileId("3")), (found!.User, found.Resource, found.Status, found.Gift!.Value));
            found.Status = PaymentStatus.Unpaid;
            await shop.SaveChangesAsync();

            Assert.Equal(2, await shop.Purchases.CountAsync(purchase => purchase.User == user));
            Assert.Equal([user, new UserId("9007199254740993")], await shop.Purchases.Where(purchase => purchase.Resource == plugin).OrderBy(purchase => purchase.User).Select(purchase => purchase.User).ToListAsync());
            Assert.Equal(widget, (await shop.Purchases.SingleAsync(purchase => purchase.Status == PaymentStatus.Trial && purchase.Gift == null)).Resource);
            Assert.Equal(plugin, (await shop.Purchases.SingleAsync(purchase => purchase.Gift == new CommunityFileId("3"))).Resource);
            Assert.Equal(3, await shop.Purchases.CountAsync(purchase => both.Contains(purchase.Resource)));
        }

        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(User || '|' || Resource || '|' || Status, ';') FROM (SELECT * FROM Purchases ORDER BY User, Resource)";
        Assert.Equal(
            "893760322388183958|plugin 1678669904810665842|Unpaid;893760322388183958|widget 1678669904810665842|Trial;9007199254740993|plugin 1678669904810665842|Unknown",
            await command.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Uninitialized_ID_is_not_stored(bool isUser)
    {
        await using SqliteConnection connection = new("Data Source=:memory:");
        await connection.OpenAsync();
        await using ShopContext shop = new(new DbContextOptionsBuilder<ShopContext>().UseSqlite(connection).Options);
        await shop.Database.EnsureCreatedAsync();

        Exception? exception = await Record.ExceptionAsync(async () =>
        {
            shop.Add(isUser ? new Purchase { User = default, Resource = new PluginId("1") } : new Purchase { User = new UserId("1"), Resource = default });
            await shop.SaveChangesAsync();
        });

        Assert.Contains("is not initialized", exception?.ToString() ?? "", StringComparison.Ordinal);
        Assert.Equal(0, await shop.Purchases.CountAsync());
    }
}
