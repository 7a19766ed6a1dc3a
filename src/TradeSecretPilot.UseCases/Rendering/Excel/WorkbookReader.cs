using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>A sheet as it was read: of each row, from the first one on, its values; a formula by its value.</summary>
internal sealed record SheetCells(string Name, IReadOnlyList<object?[]> Rows);

/// <summary>In the place of a value: that its formula came to none.</summary>
internal sealed record CellFault(string Text);

/// <summary>Reads the cells of an .xlsx workbook that somebody sent. Nothing in it is run, and nothing is believed of its size.</summary>
public static class WorkbookReader
{
    /// <summary>Bytes of a file that is read at all.</summary>
    public const int MaxMegabytes = 2;
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    /// <summary>Bytes of all parts, unpacked. A template of 60 full rows has half a million.</summary>
    private const int MaxUnpacked = 32 * 1024 * 1024;
    private const int MaxParts = 200;

    /// <summary>A full template takes a tenth of a second.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(10);

    /// <summary>Rows and columns beyond which a sheet must be empty.</summary>
    private const int MaxRows = 2000;
    private const int MaxColumns = 60;
    private const int FirstYear = 1950;
    private const int LastYear = 2200;

    private static ReadOnlySpan<byte> Compound => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

    private static ReadOnlySpan<byte> Zip => "PK"u8;

    static WorkbookReader() =>
        // The reader asks for a Western code page, also where it needs none.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="content">The file.</param>
    /// <param name="ct">Whoever sent it has left.</param>
    internal static Result<List<SheetCells>> Read(byte[] content, CancellationToken ct = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(MaxTime);
        try
        {
            return Read(content, limit);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ImportRefusals.TooMuchInside();
        }
    }

    private static Result<List<SheetCells>> Read(byte[] content, CancellationTokenSource limit)
    {
        if (content.Length > MaxBytes)
        {
            return ImportRefusals.TooLarge(MaxMegabytes);
        }

        if (content.AsSpan().StartsWith(Compound))
        {
            // An encrypted workbook is a compound file too; its directory names the package in UTF-16.
            return content.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
                ? ImportRefusals.Encrypted()
                : ImportRefusals.OldFormat();
        }

        if (!content.AsSpan().StartsWith(Zip))
        {
            return ImportRefusals.Broken();
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            return CheckSize(archive)
                ?? WorkbookBounds.Check(archive)
                ?? ReadSheets(content, FormulaFaults.In(archive), limit.Token);
        }
        catch (Exception e)
            when (e
                    is InvalidDataException
                        or ExcelReaderException
                        or XmlException
                        or IOException
                        or FormatException
                        or OverflowException
                        or ArgumentException
                        or InvalidOperationException
                        or IndexOutOfRangeException
                        or NullReferenceException
                        or KeyNotFoundException
                        or NotSupportedException
            )
        {
            // Whatever a damaged file makes the reader stumble over: the file is what is wrong.
            return ImportRefusals.Broken();
        }
    }

    /// <summary>Unpacks every part once, counting: sizes that a file states itself are no sizes.</summary>
    private static Refusal? CheckSize(ZipArchive archive)
    {
        if (archive.Entries.Count > MaxParts)
        {
            return ImportRefusals.TooMuchInside();
        }

        if (archive.GetEntry("xl/workbook.xml") is null)
        {
            return ImportRefusals.Broken();
        }

        var buffer = new byte[64 * 1024];
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0; )
            {
                total += read;
                if (total > MaxUnpacked)
                {
                    return ImportRefusals.TooMuchInside();
                }
            }
        }

        return null;
    }

    private static Result<List<SheetCells>> ReadSheets(
        byte[] content,
        Dictionary<string, Dictionary<(int Row, int Column), CellFault>> faults,
        CancellationToken ct
    )
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content));
        var sheets = new List<SheetCells>();
        do
        {
            var rows = new List<object?[]>();
            var wrong = faults.GetValueOrDefault(reader.Name) ?? [];
            while (reader.Read())
            {
                ct.ThrowIfCancellationRequested();
                var row = RowOf(reader, rows.Count, wrong);
                if (rows.Count < MaxRows)
                {
                    rows.Add(row);
                }
                else if (row.Length > 0)
                {
                    return ImportRefusals.TooMuchInside();
                }
            }

            while (rows is [.., { Length: 0 }])
            {
                rows.RemoveAt(rows.Count - 1);
            }

            sheets.Add(new SheetCells(reader.Name, rows));
        } while (reader.NextResult());

        return sheets;
    }

    /// <summary>
    /// 2022.07 typed into a cell that shows dates is a day of 1905 to Excel, and 202207 one of 2453: nobody here means
    /// such a day, but the number.
    /// </summary>
    private static object? ValueOf(object? value) =>
        value is DateTime { Year: < FirstYear or > LastYear } day ? NumberOf(day) : value;

    /// <summary>Excel counts a 29 February 1900 that never was; days before it are one further on here than there.</summary>
    private static double NumberOf(DateTime day) =>
        day < new DateTime(1900, 3, 1) ? day.ToOADate() - 1 : day.ToOADate();

    /// <summary>The values up to the last one that is there.</summary>
    private static object?[] RowOf(
        IExcelDataReader reader,
        int number,
        Dictionary<(int Row, int Column), CellFault> wrong
    )
    {
        var row = new object?[Math.Min(reader.FieldCount, MaxColumns)];
        var last = -1;
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = wrong.TryGetValue((number, i), out var fault)
                ? fault
                : ValueOf(reader.GetValue(i));
            if (row[i] is not (null or ""))
            {
                last = i;
            }
        }

        return row[..(last + 1)];
    }
}
