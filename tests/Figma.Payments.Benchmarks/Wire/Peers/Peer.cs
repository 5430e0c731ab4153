using System;
using System.Threading.Tasks;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>One way to ask Figma's Payments API whether a user has paid.</summary>
internal abstract class Peer(string name) : IDisposable
{
    public string Name { get; } = name;

    /// <summary>Asks one question after the other, in one frame of the benchmark's own. It throws where an answer was not read as <c>PAID</c>: such a peer is not to be measured.</summary>
    /// <param name="isOn">Whether to ask once more.</param>
    /// <returns>How many answers there were.</returns>
    public abstract Task<int> AskWhileAsync(Func<int, bool> isOn);

    /// <summary>Asks once where nothing is waited for, without a frame of the benchmark's own.</summary>
    public abstract void Ask();

    /// <summary>Asks once where an error is answered, and takes note of it.</summary>
    public abstract void AskInVain();

    public abstract void Dispose();
}

/// <summary>A peer whose answer is a task.</summary>
internal abstract class Peer<TAnswer>(string name) : Peer(name)
{
    public sealed override async Task<int> AskWhileAsync(Func<int, bool> isOn)
    {
        int count = 0;

        for (; isOn(count); count++)
            Require(IsPaid(await GetAsync().ConfigureAwait(false)));

        return count;
    }

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
