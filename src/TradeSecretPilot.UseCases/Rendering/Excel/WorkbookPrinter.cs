using System.Globalization;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering.Typst;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>Makes the files of exports and templates, with who asked for them, when, and by which filter.</summary>
public sealed class WorkbookPrinter(DocumentOptions options)
{
    public const string MediaType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What can stand in a file's name on every system.</summary>
    private const string Forbidden = "\\/:*?\"<>|\r\n\t";

    /// <summary>A list, exported.</summary>
    /// <param name="title">What it is; with the day also the file's name.</param>
    /// <param name="filters">By what the list is narrowed; empty for all of it.</param>
    /// <param name="remarks">What the reader must know.</param>
    /// <param name="ct">Whoever asked has left.</param>
    internal async Task<Result<DocumentFile>> ExportAsync(
        PilotSession session,
        string title,
        IReadOnlyList<Sheet> sheets,
        IReadOnlyList<Fact> filters,
        IReadOnlyList<string> remarks,
        CancellationToken ct
    )
    {
        await session.EndSnapshotAsync();
        var file = FileOf(
            session,
            title,
            sheets,
            [
                .. filters.Count == 0 ? [new Fact("筛选条件", "无，导出全部记录")] : filters,
                .. Circumstances(session),
                .. sheets.Select(s => new Fact(
                    $"行数（{s.Name}）",
                    string.Create(CultureInfo.InvariantCulture, $"{s.Rows.Count}行，不含表头")
                )),
                .. remarks.Select(r => new Fact("说明", r)),
            ]
        );
        return (await session.KeepTakingAsync(Guid.Empty, NoteOf(file, sheets, filters), ct)).Map(
            () =>
                file
        );
    }

    /// <summary>A template, to be filled in and read again.</summary>
    /// <param name="rules">How it is filled in, in order.</param>
    /// <param name="subjectId">The record that it is filled in for.</param>
    /// <param name="ct">Whoever asked has left.</param>
    internal async Task<Result<DocumentFile>> TemplateAsync(
        PilotSession session,
        Guid subjectId,
        string title,
        Sheet sheet,
        IReadOnlyList<string> rules,
        CancellationToken ct
    )
    {
        await session.EndSnapshotAsync();
        var file = FileOf(
            session,
            title,
            [sheet],
            [
                .. rules.Select(
                    (r, i) =>
                        new Fact(string.Create(CultureInfo.InvariantCulture, $"填写要求{i + 1}"), r)
                ),
                .. Circumstances(session),
            ]
        );
        return (await session.KeepTakingAsync(subjectId, NoteOf(file, [sheet], []), ct)).Map(() =>
            file
        );
    }

    /// <summary>For the audit trail: which file, how many rows, by what filter.</summary>
    private static string NoteOf(
        DocumentFile file,
        IReadOnlyList<Sheet> sheets,
        IReadOnlyList<Fact> filters
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"《{file.Name}》，{sheets.Sum(s => s.Rows.Count)}行，{(filters.Count == 0 ? "未筛选" : string.Join('；', filters.Select(f => $"{f.Label}：{f.Value}")))}"
        );

    private DocumentFile FileOf(
        PilotSession session,
        string title,
        IReadOnlyList<Sheet> sheets,
        IReadOnlyList<Fact> facts
    )
    {
        var book = new Workbook(title, sheets)
        {
            Author = session.Actor.OrganizationName ?? session.Actor.Name,
            MadeAt = session.Now,
            Facts = facts,
            Mark = options.Mark,
        };
        var name = string.Concat(title.Select(c => Forbidden.Contains(c) ? '_' : c));
        return new DocumentFile(
            $"{name}（{OfficialWords.Day(session.Now)}）.xlsx",
            MediaType,
            WorkbookWriter.Write(book)
        );
    }

    private static IEnumerable<Fact> Circumstances(PilotSession session) =>
        [
            new(
                "导出人",
                session.Actor.OrganizationName is { } organization
                    ? $"{session.Actor.Name}，{organization}"
                    : session.Actor.Name
            ),
            new("导出时间", $"{OfficialWords.Moment(session.Now)}（北京时间）"),
            new("文中时间", "均为北京时间；日期、时间和数字都是可以排序、计算的单元格"),
        ];
}
