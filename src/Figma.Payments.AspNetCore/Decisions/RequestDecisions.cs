using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Figma.Payments.AspNetCore.Decisions;

/// <summary>Contains the decisions about the caller of one request. It is a feature of the request that only this assembly can set, never a claim.</summary>
internal sealed class RequestDecisions
{
    private static readonly object ItemKey = new();

    private readonly List<GateDecision> _decisions = new(1);
    private List<Gate>? _required;
    private bool _hasRun;

    /// <summary>Gets or sets a value that indicates whether a refusal was written to the response.</summary>
    public bool IsRefusalWritten { get; set; }

    /// <summary>Gets or sets a value that indicates whether the authorization of <c>UseFigmaPayments</c> is running.</summary>
    public bool IsAuthorizing { get; set; }

    /// <summary>Gets or sets the function that responds when the authorization has returned, or null.</summary>
    public Func<Task>? Respond { get; set; }

    /// <summary>Records that the pipeline has run. A middleware can run it again with the same context and another token, about which nothing has been decided.</summary>
    public void End()
    {
        IsAuthorizing = false;
        _hasRun = true;
    }

    /// <summary>Begins the authorization. Returns <c>false</c> if the pipeline has run before.</summary>
    public bool Start()
    {
        Respond = null;
        IsAuthorizing = true;

        if (!_hasRun)
            return true;

        _hasRun = false;
        _decisions.Clear();
        return false;
    }

    /// <summary>Gets the decisions of a request, or null if there are none yet.</summary>
    public static RequestDecisions? Find(HttpContext context) => context.Features.Get<RequestDecisions>();

    /// <summary>Gets the decisions about the caller of a connection, or null if there are none.</summary>
    /// <remarks>SignalR copies the items of a request, but not its features, to the context of a long-polling connection.</remarks>
    public static RequestDecisions? FindForConnection(HttpContext context) =>
        Find(context) ?? (context.Items.TryGetValue(ItemKey, out object? item) ? item as RequestDecisions : null);

    public static RequestDecisions Get(HttpContext context)
    {
        if (Find(context) is { } existing)
            return existing;

        RequestDecisions decisions = new();
        context.Features.Set(decisions);
        return decisions;
    }

    /// <summary>Returns the decision of a gate about the caller of the request, and makes it if it hasn't been made yet.</summary>
    public ValueTask<FigmaPaymentsDecision> GetOrDecideAsync(HttpContext context, Gate gate) =>
        TryGet(gate, out FigmaPaymentsDecision? decision) ? ValueTask.FromResult(decision) : DecideAsync(context, gate);

    public bool TryGet(Gate gate, [NotNullWhen(true)] out FigmaPaymentsDecision? decision)
    {
        foreach (GateDecision one in _decisions)
        {
            if (ReferenceEquals(one.Gate, gate))
            {
                decision = one.Decision;
                return true;
            }
        }

        decision = null;
        return false;
    }

    /// <summary>Returns the decision of a gate, or null if there is none.</summary>
    /// <param name="gate">The name of the gate, or null for the only one.</param>
    /// <exception cref="InvalidOperationException"><paramref name="gate"/> is null, and there are several gates.</exception>
    public FigmaPaymentsDecision? Find(string? gate)
    {
        if (gate is null && _decisions.Count > 1)
            throw new InvalidOperationException("There are several gates. Pass the name of one of them.");

        foreach (GateDecision one in _decisions)
        {
            if (gate is null || string.Equals(one.Gate.Name, gate, StringComparison.Ordinal))
                return one.Decision;
        }

        return null;
    }

    /// <summary>Returns the payment because of which a gate admits the caller, or null if it doesn't.</summary>
    public FigmaPayment? FindPayment(Gate gate) => TryGet(gate, out FigmaPaymentsDecision? decision) ? decision.Payment : null;

    /// <summary>Records that the endpoint requires a gate.</summary>
    public void Require(Gate gate) => (_required ??= new(1)).Add(gate);

    /// <summary>Keeps the decisions for the connection of a hub, which lives longer than the request.</summary>
    public void KeepForConnection(HttpContext context) => context.Items[ItemKey] = this;

    /// <summary>Gets the time when the first decision of a required gate expires, or null if no gate is required.</summary>
    public DateTimeOffset? FindExpiration() =>
        _required?.Min(gate => FindPayment(gate) is { } payment ? gate.GetExpiration(payment) : DateTimeOffset.MinValue);

    /// <summary>Determines whether each required gate has admitted the caller, and its decision hasn't expired.</summary>
    public bool AllowsConnection(DateTimeOffset now)
    {
        if (_required is null)
            return true;

        foreach (Gate gate in _required)
        {
            if (!Allows(gate, now))
                return false;
        }

        return true;
    }

    /// <summary>Determines whether a gate has admitted the caller of a connection, and its decision hasn't expired.</summary>
    public bool Allows(Gate gate, DateTimeOffset now) => FindPayment(gate) is { } payment && gate.IsCurrent(payment, now);

    private ValueTask<FigmaPaymentsDecision> DecideAsync(HttpContext context, Gate gate)
    {
        ValueTask<FigmaPaymentsDecision> pending = gate.DecideAsync(context);
        return pending.IsCompletedSuccessfully ? ValueTask.FromResult(Add(gate, pending.Result)) : AddLaterAsync(gate, pending);
    }

    private async ValueTask<FigmaPaymentsDecision> AddLaterAsync(Gate gate, ValueTask<FigmaPaymentsDecision> pending) => Add(gate, await pending.ConfigureAwait(false));

    private FigmaPaymentsDecision Add(Gate gate, FigmaPaymentsDecision decision)
    {
        _decisions.Add(new GateDecision(gate, decision));
        return decision;
    }

    private readonly record struct GateDecision(Gate Gate, FigmaPaymentsDecision Decision);
}
