using System;
using System.Threading.Tasks;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>An implementation of a request to Figma's Payments API.</summary>
internal abstract class Peer(string name) : IDisposable
{
    public string Name { get; } = name;

    /// <summary>Sends one request after the other in one async frame of the benchmark. Throws if a response wasn't read as <c>PAID</c>, because such a peer must not be measured.</summary>
    /// <param name="isOn">A function that determines whether to send another request.</param>
    /// <returns>The number of responses.</returns>
    public abstract Task<int> SendWhileAsync(Func<int, bool> isOn);

    /// <summary>Sends one request that completes synchronously, without an async frame of the benchmark.</summary>
    public abstract void Send();

    /// <summary>Sends one request whose response is an error, and handles the error.</summary>
    public abstract void SendWithError();

    public abstract void Dispose();
}

/// <summary>A peer that returns a task.</summary>
internal abstract class Peer<TResponse>(string name) : Peer(name)
{
    public sealed override async Task<int> SendWhileAsync(Func<int, bool> isOn)
    {
        int count = 0;

        for (; isOn(count); count++)
            Require(IsPaid(await GetAsync().ConfigureAwait(false)));

        return count;
    }

    public sealed override void Send() => Require(IsPaid(GetAsync().GetAwaiter().GetResult()));

    public sealed override void SendWithError()
    {
        bool isError;

        try
        {
            isError = IsError(GetAsync().GetAwaiter().GetResult());
        }
        catch (Exception)
        {
            isError = true;
        }

        Require(isError);
    }

    protected abstract Task<TResponse> GetAsync();

    protected abstract bool IsPaid(TResponse response);

    /// <summary>Determines whether a response is an error that is returned as a value.</summary>
    protected virtual bool IsError(TResponse response) => false;

    private static void Require(bool isRead)
    {
        if (!isRead)
            throw new InvalidOperationException("The peer did not read the response.");
    }
}
