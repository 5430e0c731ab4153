using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Budgets;
using Figma.Payments.AspNetCore.Decisions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Figma.Payments.AspNetCore.Health;

/// <summary>Reports what the gates have noticed. It sends no request.</summary>
/// <param name="gates">The gates, or null if the application has none.</param>
internal sealed class FigmaPaymentsHealthCheck(GateRegistry? gates) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        List<string> problems = [];

        foreach (Credential credential in gates?.Credentials ?? [])
        {
            if (credential.Watch.IsRejected)
                problems.Add("Figma rejects the personal access token. It might have expired.");

            foreach (string gate in credential.Watch.RejectedGates)
                problems.Add($"Figma rejects the requests of the gate '{gate}'. The personal access token might have expired, or the plugin or widget belongs to another account.");

            foreach (Lane lane in new[] { credential.Token, credential.Id })
            {
                if (lane.CoolDown is { } coolDown)
                    problems.Add(string.Create(CultureInfo.InvariantCulture, $"Figma limits the {lane.Name} requests for another {Math.Ceiling(coolDown.TotalSeconds)} s."));
            }
        }

        return Task.FromResult(problems.Count == 0 ? HealthCheckResult.Healthy() : new HealthCheckResult(context.Registration.FailureStatus, string.Join(' ', problems)));
    }
}
