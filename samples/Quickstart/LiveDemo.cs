using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Figma.Payments;

namespace Quickstart;

/// <summary>With an account: asks the real API about one user and whichever resources were named.</summary>
internal static class LiveDemo
{
    public static Task RunAsync(PaymentsClientOptions options, UserId user, IReadOnlyCollection<ResourceId> resources)
    {
        PaymentsClient payments = PaymentsClient.Create(options);
        List<PaymentCheck> checks = [];

        foreach (ResourceId resource in resources)
            checks.Add(PaymentCheck.Of($"user {user}", resource.ToString(), () => payments.GetPaymentsAsync(user, resource)));

        Console.WriteLine($"Asking {options.BaseAddress}.");
        return Report.PrintAsync(checks);
    }
}
