using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

using Figma.Payments.Testing.Wire;

namespace Figma.Payments.Testing.Server;

/// <summary>An in-memory response body that can stall or fail like a connection.</summary>
internal sealed class ResponseStream : Stream
{
    private readonly CancellationTokenSource _disposed = new();
    private readonly ResponseEnding _ending;
    private ReadOnlyMemory<byte> _rest;

    public ResponseStream(ReadOnlyMemory<byte> sent, ResponseEnding ending)
    {
        _rest = sent;
        _ending = ending;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();

        if (_rest.IsEmpty && !buffer.IsEmpty)
            await EndAsync(cancellationToken).ConfigureAwait(false);

        int count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        // Canceled but not disposed because a reader might still wait on it.
        if (disposing)
            _disposed.Cancel();

        base.Dispose(disposing);
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_ending == ResponseEnding.CutOff)
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");

        if (_ending != ResponseEnding.Stalled)
            return;

        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);

        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The response was disposed while it was read.");
        }
    }
}
