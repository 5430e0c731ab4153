using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Figma.Payments.Tests.Recipes;

// <recipe>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Purchase> Purchases => Set<Purchase>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<UserId>().HaveConversion<UserIdConverter>().HaveMaxLength(64);
        configurationBuilder.Properties<ResourceId>().HaveConversion<ResourceIdConverter>().HaveMaxLength(80);
        configurationBuilder.Properties<PaymentStatus>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<Purchase>().HasKey(purchase => new { purchase.User, purchase.Resource });

    private sealed class UserIdConverter() : ValueConverter<UserId, string>(id => id.Value, text => new UserId(text));

    // Stores "plugin 1678669904810665842". Value throws an exception if the ID is not initialized, but ToString doesn't.
    private sealed class ResourceIdConverter() : ValueConverter<ResourceId, string>(id => GetText(id), text => ResourceId.Parse(text))
    {
        private static string GetText(ResourceId id) => id.Value.Length > 0 ? id.ToString() : "";
    }
}

public sealed class Purchase
{
    public required UserId User { get; init; }

    public required ResourceId Resource { get; init; }

    public ResourceId? Gift { get; set; }

    public PaymentStatus Status { get; set; }
}
// </recipe>
