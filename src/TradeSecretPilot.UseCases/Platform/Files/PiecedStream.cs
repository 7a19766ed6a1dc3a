namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>The pieces of a file, read forward once as if they were one.</summary>
/// <param name="files">Where they are; throws <see cref="FileStoreException"/> when one cannot be read.</param>
/// <param name="pieces">Their names, in order.</param>
internal sealed class PiecedStream(FileStore files, IReadOnlyList<string> pieces) : Stream
{
    private Stream? _piece;
    private int _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        while (true)
        {
            if (_piece is not null)
            {
                if (await ReadPieceAsync(_piece, buffer, cancellationToken) is > 0 and var read)
                {
                    return read;
                }

                await _piece.DisposeAsync();
                _piece = null;
            }

            if (_next == pieces.Count)
            {
                return 0;
            }

            _piece =
                await files.OpenAsync(pieces[_next++], cancellationToken)
                ?? throw new FileStoreException("A piece of the file is gone.");
        }
    }

    public override Task<int> ReadAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // A bucket is read asynchronously only.
    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        if (_piece is not null)
        {
            await _piece.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _piece?.Dispose();
        }

        base.Dispose(disposing);
    }

    private static async ValueTask<int> ReadPieceAsync(
        Stream piece,
        Memory<byte> buffer,
        CancellationToken ct
    )
    {
        try
        {
            return await piece.ReadAsync(buffer, ct);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new FileStoreException("A piece of the file was not read to its end.", e);
        }
    }
}
