using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.AspNetCore;
using Figma.Payments.AspNetCore.Authentication;
using Figma.Payments.AspNetCore.Authorization;
using Figma.Payments.AspNetCore.Decisions;
using Figma.Payments.AspNetCore.Hubs;
using Figma.Payments.AspNetCore.OpenApi;
using Figma.Payments.AspNetCore.Options;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides extension methods that add gates to the services of an application.</summary>
public static class GateServiceCollectionExtensions
{
    /// <summary>Adds a gate: its authentication scheme, its authorization policy and its <see cref="IFigmaPaymentsGate"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the gate. If it was added before, only the options are configured.</param>
    /// <param name="configure">A function that sets the options.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="configure"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public static IServiceCollection AddFigmaPaymentsGate(this IServiceCollection services, string name, Action<FigmaPaymentsGateOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);

        services.AddOptions<FigmaPaymentsGateOptions>(name).Configure(configure).ValidateOnStart();

        if (services.Any(service => service.ImplementationInstance is GateRegistration registration && registration.Name == name))
            return services;

        if (!services.Any(static service => service.ServiceType == typeof(PipelineState)))
            AddShared(services);

        services.AddSingleton(new GateRegistration(name));
        services.AddKeyedSingleton<IFigmaPaymentsGate>(name, static (provider, key) => provider.GetRequiredService<GateRegistry>().Get((string)key!));

        string scheme = GateNames.ToScheme(name);
        services.AddAuthentication(options => options.AddScheme<GateAuthenticationHandler>(scheme, displayName: null));
        services.AddAuthorizationBuilder().AddPolicy(scheme, policy => policy.AddAuthenticationSchemes(scheme).AddRequirements(new GateRequirement(name)));

        return services;
    }

    /// <summary>Adds a gate whose options are read from a configuration section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the gate. If it was added before, only the options are configured.</param>
    /// <param name="section">The section. Its keys are the names of the options; <c>PluginId</c> or <c>WidgetId</c> set the resource. Functions can't be configured.</param>
    /// <param name="configure">A function that sets further options, or null.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="section"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public static IServiceCollection AddFigmaPaymentsGate(this IServiceCollection services, string name, IConfiguration section, Action<FigmaPaymentsGateOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(section);

        return services.AddFigmaPaymentsGate(name, options =>
        {
            GateConfiguration.Bind(name, section, options);
            configure?.Invoke(options);
        });
    }

    private static void AddShared(IServiceCollection services)
    {
        services.AddMemoryCache();

        // Authorization needs the endpoints, which a host without a web server doesn't have.
        services.AddRoutingCore();

        // The compiler of Native AOT removes the calls. The first one would cause warnings; the gate then uses a cache of its own. There are no Razor pages.
        if (RuntimeFeature.IsDynamicCodeSupported)
        {
            services.AddHybridCache();

            // After the setup of Razor pages, which replaces the conventions.
            services.PostConfigure<RazorPagesOptions>(static options => options.Conventions.Add(new PageGateConvention()));

            // With Native AOT, a resolver of its own would prevent the fast serialization of all types.
            services.PostConfigure<AspNetCore.Http.Json.JsonOptions>(static options => PaymentJsonResolver.AddTo(options.SerializerOptions));
            services.PostConfigure<AspNetCore.Mvc.JsonOptions>(static options => PaymentJsonResolver.AddTo(options.JsonSerializerOptions));
        }

        services.AddCors();
        services.PostConfigure<AuthenticationOptions>(OnlyScheme.Keep);
        services.TryAddSingleton<GateRegistry>();
        services.TryAddSingleton<PipelineState>();
        services.TryAddSingleton<FinalCheck>();
        services.TryAddTransient<GateAuthenticationHandler>();
        services.TryAddSingleton<IFigmaPaymentsGate>(static provider => provider.GetRequiredService<GateRegistry>().Single());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FigmaPaymentsGateOptions>, GateOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, GateRequirementHandler>());
        AddPolicyEvaluator(services);
        services.TryAddEnumerable(ServiceDescriptor.Transient<IStartupFilter, GateStartupFilter>());
        services.TryAddEnumerable(ServiceDescriptor.Transient<IApiDescriptionProvider, GateApiDescriptionProvider>());
        services.Configure<HubOptions>(static options => options.AddFilter<GateHubFilter>());

        // After the base policies of the application.
        services.PostConfigure<OutputCacheOptions>(static options => options.AddBasePolicy(new GateOutputCachePolicy()));
    }

    // An evaluator of the application remains. Then the claims of the gate are missing, and nothing else.
    private static void AddPolicyEvaluator(IServiceCollection services)
    {
        ServiceDescriptor own = ServiceDescriptor.Transient<IPolicyEvaluator, GatePolicyEvaluator>();

        if (services.FirstOrDefault(static service => service.ServiceType == typeof(IPolicyEvaluator)) is { ImplementationType: { } known } && known == typeof(PolicyEvaluator))
            services.Replace(own);
        else
            services.TryAdd(own);
    }
}
