using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Http;

/// <summary>Reads what surrounds compressed data: the header and the checksum of gzip (RFC 1952) or zlib (RFC 1950), or nothing.</summary>
internal abstract class CompressionFormat
{
    private const int MaxHeaderLength = 4_096;

    public static CompressionFormat Bare => new BareFormat();

    public static CompressionFormat Gzip => new GzipFormat();

    /// <summary>Returns the format of the content coding <c>deflate</c>: zlib, or bare data, which some servers send.</summary>
    public static async Task<CompressionFormat> DetectZlibAsync(CompressedStream source, CancellationToken cancellationToken)
    {
        int header = await source.PeekTwoBytesAsync(cancellationToken).ConfigureAwait(false);
        return header >= 0 && ((header >> 8) & 0x0F) == 8 && header % 31 == 0 ? new ZlibFormat() : new BareFormat();
    }

    public abstract Task ReadHeaderAsync(CompressedStream source, CancellationToken cancellationToken);

    /// <summary>Adds decompressed bytes to the checksum.</summary>
    public abstract void Update(byte[] bytes, int length);

    public abstract Task ReadTrailerAsync(CompressedStream source, CancellationToken cancellationToken);

    private static InvalidDataException NotValid() => new("The compressed body is not valid.");

    private sealed class BareFormat : CompressionFormat
    {
        public override Task ReadHeaderAsync(CompressedStream source, CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Update(byte[] bytes, int length)
        {
        }

        public override Task ReadTrailerAsync(CompressedStream source, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class ZlibFormat : CompressionFormat
    {
        private const uint AdlerModulus = 65_521;
        private const int PresetDictionary = 0x20;

        private uint _sum = 1;
        private uint _sumOfSums;

        public override async Task ReadHeaderAsync(CompressedStream source, CancellationToken cancellationToken)
        {
            _ = await source.ReadByteAsync(cancellationToken).ConfigureAwait(false);

            if ((await source.ReadByteAsync(cancellationToken).ConfigureAwait(false) & PresetDictionary) != 0)
                throw NotValid();
        }

        public override void Update(byte[] bytes, int length)
        {
            for (int i = 0; i < length; i++)
            {
                _sum = (_sum + bytes[i]) % AdlerModulus;
                _sumOfSums = (_sumOfSums + _sum) % AdlerModulus;
            }
        }

        public override async Task ReadTrailerAsync(CompressedStream source, CancellationToken cancellationToken)
        {
            uint checksum = 0;

            for (int i = 0; i < 4; i++)
                checksum = (checksum << 8) | await source.ReadByteAsync(cancellationToken).ConfigureAwait(false);

            if (checksum != ((_sumOfSums << 16) | _sum))
                throw NotValid();
        }
    }

    private sealed class GzipFormat : CompressionFormat
    {
        private const int HeaderChecksum = 0x02;
        private const int ExtraField = 0x04;
        private const int Name = 0x08;
        private const int Comment = 0x10;
        private const int Reserved = 0xE0;

        private uint _checksum = uint.MaxValue;
        private uint _length;

        public override async Task ReadHeaderAsync(CompressedStream source, CancellationToken cancellationToken)
        {
            byte[] header = new byte[10];

            for (int i = 0; i < header.Length; i++)
                header[i] = await source.ReadByteAsync(cancellationToken).ConfigureAwait(false);

            int flags = header[3];

            if (header[0] != 0x1F || header[1] != 0x8B || header[2] != 8 || (flags & Reserved) != 0)
                throw NotValid();

            if ((flags & ExtraField) != 0)
            {
                int length = await source.ReadByteAsync(cancellationToken).ConfigureAwait(false);
                length |= await source.ReadByteAsync(cancellationToken).ConfigureAwait(false) << 8;
                await SkipAsync(source, length, cancellationToken).ConfigureAwait(false);
            }

            if ((flags & Name) != 0)
                await SkipTextAsync(source, cancellationToken).ConfigureAwait(false);

            if ((flags & Comment) != 0)
                await SkipTextAsync(source, cancellationToken).ConfigureAwait(false);

            if ((flags & HeaderChecksum) != 0)
                await SkipAsync(source, 2, cancellationToken).ConfigureAwait(false);
        }

        public override void Update(byte[] bytes, int length)
        {
            _length += (uint)length;

            for (int i = 0; i < length; i++)
            {
                _checksum ^= bytes[i];

                for (int bit = 0; bit < 8; bit++)
                    _checksum = (_checksum >> 1) ^ ((_checksum & 1) * 0xEDB88320);
            }
        }

        public override async Task ReadTrailerAsync(CompressedStream source, CancellationToken cancellationToken)
        {
            if (await ReadNumberAsync(source, cancellationToken).ConfigureAwait(false) != ~_checksum
                || await ReadNumberAsync(source, cancellationToken).ConfigureAwait(false) != _length)
                throw NotValid();
        }

        private static async Task<uint> ReadNumberAsync(CompressedStream source, CancellationToken cancellationToken)
        {
            uint number = 0;

            for (int i = 0; i < 4; i++)
                number |= (uint)await source.ReadByteAsync(cancellationToken).ConfigureAwait(false) << (8 * i);

            return number;
        }

        private static async Task SkipAsync(CompressedStream source, int length, CancellationToken cancellationToken)
        {
            for (int i = 0; i < length; i++)
                _ = await source.ReadByteAsync(cancellationToken).ConfigureAwait(false);
        }

        private static async Task SkipTextAsync(CompressedStream source, CancellationToken cancellationToken)
        {
            for (int i = 0; i < MaxHeaderLength; i++)
            {
                if (await source.ReadByteAsync(cancellationToken).ConfigureAwait(false) == 0)
                    return;
            }

            throw NotValid();
        }
    }
}
