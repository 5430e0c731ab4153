using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Figma.Payments;

namespace Quickstart;

/// <summary>Sends requests about one user and the specified resources to the real API.</summary>
internal static class LiveDemo
{
    public static Task RunAsync(PaymentsClientOptions options, UserId user, IReadOnlyCollection<ResourceId> resources)
    {
        PaymentsClient payments = PaymentsClient.Create(options);
        List<PaymentCheck> checks = [];

        foreach (ResourceId resource in resources)
            checks.Add(PaymentCheck.Create($"user {user}", resource.ToString(), () => payments.GetPaymentsAsync(user, resource)));

        Console.WriteLine($"Sending requests to {options.BaseAddress}.");
        return Report.PrintAsync(checks);
    }
}
