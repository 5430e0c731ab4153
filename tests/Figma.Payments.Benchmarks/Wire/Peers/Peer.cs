using System;
using System.Threading.Tasks;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>One way to ask Figma's Payments API whether a user has paid.</summary>
internal abstract class Peer(string name) : IDisposable
{
    public string Name { get; } = name;

    /// <summary>Asks once. It throws where the answer was not read as <c>PAID</c>: such a peer is not to be measured.</summary>
    public abstract Task AskAsync();

    /// <summary>The same where nothing is waited for, without a frame of the benchmark's own.</summary>
    public abstract void Ask();

    /// <summary>Asks once where an error is answered, and takes note of it.</summary>
    public abstract void AskInVain();

    public abstract void Dispose();
}

/// <summary>A peer whose answer is a task.</summary>
internal abstract class Peer<TAnswer>(string name) : Peer(name)
{
    public sealed override async Task AskAsync() => Require(IsPaid(await GetAsync().ConfigureAwait(false)));

    public sealed override void Ask() => Require(IsPaid(GetAsync().GetAwaiter().GetResult()));

    public sealed override void AskInVain()
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

    protected abstract Task<TAnswer> GetAsync();

    protected abstract bool IsPaid(TAnswer answer);

    /// <summary>Whether it is an error as a value.</summary>
    protected virtual bool IsError(TAnswer answer) => false;

    private static void Require(bool isRead)
    {
        if (!isRead)
            throw new InvalidOperationException("The peer did not read what was answered.");
    }
}
