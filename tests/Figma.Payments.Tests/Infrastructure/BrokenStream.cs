using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Tests;

/// <summary>A response body that throws an exception with a given message at its first byte.</summary>
internal sealed class BrokenStream(string text) : MemoryStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException(text);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException(text);
}
