using System;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Linq;
using Figma.Payments.AspNetCore.Budgets;
using Figma.Payments.AspNetCore.Caching;
using Figma.Payments.AspNetCore.Options;
using Figma.Payments.AspNetCore.Telemetry;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Figma.Payments.AspNetCore.Decisions;

/// <summary>Contains the gates of an application. They are created when they are first used, and live as long as the application.</summary>
internal sealed class GateRegistry
{
    private const int MaxKeyLength = 512;
    private const int MaxEntryLength = 4_096;

    private readonly FrozenDictionary<string, Lazy<Gate>> _gates;
    private readonly ConcurrentDictionary<string, Credential> _credentials = new(StringComparer.Ordinal);

    public GateRegistry(IEnumerable<GateRegistration> registrations, IOptionsMonitor<FigmaPaymentsGateOptions> options, IServiceProvider services)
    {
        IHostEnvironment? environment = services.GetService<IHostEnvironment>();

        ILogger logger = new QuietLogger(services.GetRequiredService<ILoggerFactory>().CreateLogger(GateTelemetry.Name));
        TimeProvider time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        HybridCache cache = FindCache(services, time, logger, out bool isDistributed);

        GateDependencies dependencies = new(
            services,
            services.GetRequiredService<IServiceScopeFactory>(),
            cache,
            isDistributed,
            environment?.ApplicationName + "|" + environment?.EnvironmentName,
            time,
            logger,
            new GateTelemetry(services.GetService<IMeterFactory>(), () => _credentials.Values),
            new EndedGracePeriods(time),
            services.GetService<IFigmaPaymentsLock>());

        _gates = registrations
            .Select(static registration => registration.Name)
            .Distinct(StringComparer.Ordinal)
            .ToFrozenDictionary(
                static name => name,
                name => new Lazy<Gate>(() => Create(name, new GateSettings(options.Get(name)), dependencies)),
                StringComparer.Ordinal);
    }

    /// <summary>Gets the credentials of the gates that have been used.</summary>
    public ICollection<Credential> Credentials => _credentials.Values;

    /// <summary>Gets the names of all gates.</summary>
    public IEnumerable<string> Names => _gates.Keys;

    public bool TryGet(string name, [NotNullWhen(true)] out Gate? gate)
    {
        gate = _gates.TryGetValue(name, out Lazy<Gate>? lazy) ? lazy.Value : null;
        return gate is not null;
    }

    public Gate Get(string name) => TryGet(name, out Gate? gate)
        ? gate
        : throw new InvalidOperationException($"There is no gate with the name '{name}'. Add it with {nameof(GateServiceCollectionExtensions.AddFigmaPaymentsGate)}.");

    public bool Contains(string name) => _gates.ContainsKey(name);

    /// <summary>Gets the only gate.</summary>
    public Gate Single() => _gates.Count == 1
        ? _gates.Values[0].Value
        : throw new InvalidOperationException($"There are {_gates.Count} gates. Get the {nameof(IFigmaPaymentsGate)} by the name of the gate as the service key.");

    /// <summary>Returns the cache of the application, or one of the gate's own if that one could drop entries: each of them saves requests, whose number Figma limits.</summary>
    private static HybridCache FindCache(IServiceProvider services, TimeProvider time, ILogger logger, out bool isDistributed)
    {
        HybridCacheOptions? options = services.GetService<IOptions<HybridCacheOptions>>()?.Value;
        isDistributed = false;

        if (!TryFindDistributedCache(services, options, logger, out IDistributedCache? distributed))
        {
            isDistributed = true;
            return new TextCache(new MemoryCache(new MemoryCacheOptions()), new LateDistributedCache(() => GetDistributedCache(services, options), time));
        }

        isDistributed = distributed is not (null or MemoryDistributedCache);

        if (IsLimited(services.GetService<IMemoryCache>()) || options is { MaximumKeyLength: < MaxKeyLength } or { MaximumPayloadBytes: < MaxEntryLength })
            return new TextCache(new MemoryCache(new MemoryCacheOptions()), distributed);

        return services.GetService<HybridCache>() ?? new TextCache(services.GetRequiredService<IMemoryCache>(), distributed);
    }

    /// <summary>Finds the distributed cache that <see cref="HybridCache"/> uses. Returns <c>false</c> if the application can't create it now, or outside of a request, such as a scoped one.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The factory of the application can throw any exception. The gate works without the cache.")]
    private static bool TryFindDistributedCache(IServiceProvider services, HybridCacheOptions? options, ILogger logger, out IDistributedCache? distributed)
    {
        try
        {
            distributed = GetDistributedCache(services, options);
            return true;
        }
        catch (Exception exception)
        {
            logger.DistributedCacheNotCreated(exception.GetType().FullName);
            distributed = null;
            return false;
        }
    }

    private static IDistributedCache? GetDistributedCache(IServiceProvider services, HybridCacheOptions? options) =>
        options?.DistributedCacheServiceKey is { } key ? services.GetKeyedService<IDistributedCache>(key) : services.GetService<IDistributedCache>();

    // A cache with a limit doesn't accept an entry without a size, and a substitute in a test might accept none.
    [SuppressMessage("Design", "CA1031", Justification = "The cache of the application can throw any exception.")]
    private static bool IsLimited(IMemoryCache? memory)
    {
        const string Key = "figma.payments:limit";

        try
        {
            memory?.Set(Key, "", TimeSpan.FromSeconds(1));
            memory?.Remove(Key);
            return false;
        }
        catch (Exception)
        {
            return true;
        }
    }

    private Gate Create(string name, GateSettings settings, GateDependencies dependencies)
    {
        SharedCache cache = new(dependencies.Cache, new EntrySigner(settings.CacheSecret), isDistributed: settings.CacheSecret is not null && dependencies.HasDistributedCache, settings.PaidFor + settings.GraceFor, dependencies.Time, dependencies.Logger);
        string budget = settings.BudgetName ?? "";

        Credential credential = _credentials.GetOrAdd(
            budget,
            static (budget, state) => new Credential(
                budget.Length == 0 ? "default" : budget,
                (state.settings.CacheScope ?? state.dependencies.DefaultCacheScope) + "|" + budget,
                state.settings,
                state.cache,
                state.dependencies.Services,
                state.dependencies.Time,
                state.dependencies.Logger),
            (settings, dependencies, cache));

        return new Gate(name, settings, dependencies, cache, credential);
    }
}
