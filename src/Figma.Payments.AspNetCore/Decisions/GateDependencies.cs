using System;
using Figma.Payments.AspNetCore.Caching;
using Figma.Payments.AspNetCore.Telemetry;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Figma.Payments.AspNetCore.Decisions;

/// <summary>Contains the services that all gates share.</summary>
internal sealed record GateDependencies(
    IServiceProvider Services,
    IServiceScopeFactory Scopes,
    HybridCache Cache,
    bool HasDistributedCache,
    string DefaultCacheScope,
    TimeProvider Time,
    ILogger Logger,
    GateTelemetry Telemetry,
    EndedGracePeriods EndedGracePeriods,
    IFigmaPaymentsLock? Lock);
