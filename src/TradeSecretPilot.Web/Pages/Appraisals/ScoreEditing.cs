using System.Globalization;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.Web.Ui.Editing;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Appraisals;

/// <summary>A score sheet while it is filled in. Fields: <c>score:{code}</c> and <c>comment</c>.</summary>
public sealed class ScoreEditing : IEditedDocument
{
    public const string CommentKey = "comment";

    private const string Score = "score";

    private readonly GetScoreSheet _read;
    private readonly SaveScoreSheet _save;
    private readonly Guid _sheetId;
    private Dictionary<string, string> _saved;
    private GetScoreSheet.View? _theirs;

    public ScoreEditing(GetScoreSheet.View sheet, GetScoreSheet read, SaveScoreSheet save)
    {
        (_read, _save, _sheetId) = (read, save, sheet.SheetId);
        Version = sheet.Version;
        Rows =
        [
            .. sheet.Criteria.Select(c => new CriterionInput(
                c.Code,
                InLanguage.Of(c.NameZh, c.NameEn),
                c.WeightPercent
            )),
        ];
        _saved = FieldsOf(sheet);
        Take(_saved);
    }

    /// <summary>Something was typed.</summary>
    public Action? Changed { get; set; }

    public IReadOnlyList<CriterionInput> Rows { get; }

    public string Comment { get; private set; } = "";

    /// <summary>Row version to save on.</summary>
    public int Version { get; private set; }

    /// <summary>Texts that are no score stay on the page and are not saved.</summary>
    public bool IsDirty =>
        Rows.Any(r => r.IsValid && !SameScore(_saved.GetValueOrDefault(KeyOf(r.Code), ""), r.Text))
        || (
            Comment != _saved[CommentKey]
            && Characters.HasRoom(Comment, ScoreSheet.CommentMaxLength)
        );

    /// <summary>Criteria without a score.</summary>
    public int Open => Rows.Count(r => r.Score is null);

    /// <summary>Hundredths of a point; meaningful once nothing is open.</summary>
    public int Total => Rows.Sum(r => r.WeightPercent * (r.Score ?? 0));

    /// <summary>All that is in the fields, by key.</summary>
    public IReadOnlyDictionary<string, string> Texts =>
        Rows.Select(r => (Key: KeyOf(r.Code), r.Text))
            .Append((Key: CommentKey, Text: Comment))
            .ToDictionary(f => f.Key, f => f.Text);

    public static string KeyOf(string code) => $"{Score}:{code}";

    public string? Read(string key) =>
        key == CommentKey ? Comment : Rows.FirstOrDefault(r => KeyOf(r.Code) == key)?.Text;

    public bool IsSaved(string key, string value) =>
        _saved.TryGetValue(key, out var saved)
        && (key == CommentKey ? saved == Characters.Clean(value) : SameScore(saved, value));

    public void Write(string key, string value)
    {
        if (key == CommentKey)
        {
            Comment = Characters.Clean(value);
        }
        else if (Rows.FirstOrDefault(r => KeyOf(r.Code) == key) is { } row)
        {
            row.Text = value;
        }

        Changed?.Invoke();
    }

    public async Task<Result<DateTimeOffset>> SaveAsync()
    {
        var written = Texts.ToDictionary();
        foreach (var row in Rows.Where(r => !r.IsValid))
        {
            written[KeyOf(row.Code)] = _saved[KeyOf(row.Code)];
        }

        var saved = await _save.ExecuteAsync(
            new(
                _sheetId,
                Version,
                Rows.Select(r => (r.Code, Score: CriterionInput.Read(written[KeyOf(r.Code)])))
                    .Where(r => r.Score is not null)
                    .ToDictionary(r => r.Code, r => r.Score!.Value),
                Comment
            ),
            Acting.ToTheEnd
        );
        if (saved.Refusal is { } refusal)
        {
            return refusal;
        }

        Version = saved.Value.Version;
        _saved = written;
        return saved.Value.SavedAt;
    }

    public async Task<bool> MergeAsync()
    {
        var found = await _read.ExecuteAsync(new(_sheetId), Acting.ToTheEnd);
        if (found.Refusal is not null)
        {
            return false;
        }

        var theirs = FieldsOf(found.Value);
        if (theirs.Any(f => IsContested(f.Key, f.Value)))
        {
            _theirs = found.Value;
            return false;
        }

        TakeOver(found.Value, keepMine: true);
        return true;
    }

    /// <summary>Ends the choice between what is typed here and what another window saved.</summary>
    public bool Choose(bool keepMine)
    {
        if (_theirs is not { } theirs)
        {
            return false;
        }

        TakeOver(theirs, keepMine);
        _theirs = null;
        return true;
    }

    private void TakeOver(GetScoreSheet.View theirs, bool keepMine)
    {
        var fields = FieldsOf(theirs);
        var merged = fields.ToDictionary(
            f => f.Key,
            f => keepMine && Read(f.Key) != _saved.GetValueOrDefault(f.Key) ? Read(f.Key)! : f.Value
        );
        (Version, _saved) = (theirs.Version, fields);
        Take(merged);
        Changed?.Invoke();
    }

    private bool IsContested(string key, string theirs) =>
        ThreeWay.IsContested(_saved.GetValueOrDefault(key), Read(key), theirs);

    private void Take(Dictionary<string, string> fields)
    {
        foreach (var row in Rows)
        {
            row.Text = fields[KeyOf(row.Code)];
        }

        Comment = fields[CommentKey];
    }

    private static bool SameScore(string saved, string typed) =>
        FigureText.IsBlank(typed)
            ? saved.Length == 0
            : CriterionInput.Read(typed) is { } score && score == CriterionInput.Read(saved);

    private static Dictionary<string, string> FieldsOf(GetScoreSheet.View sheet) =>
        sheet
            .Criteria.Select(c =>
                (Key: KeyOf(c.Code), Text: c.Score?.ToString(CultureInfo.InvariantCulture) ?? "")
            )
            .Append((Key: CommentKey, Text: sheet.Comment))
            .ToDictionary(f => f.Key, f => f.Text);
}

/// <summary>A criterion with what was typed for it.</summary>
public sealed class CriterionInput(string code, string name, int weightPercent)
{
    private static readonly FigureRange Range = new(Criterion.MaxScore, 0, "分", "points");

    public string Code { get; } = code;

    public string Name { get; } = name;

    public int WeightPercent { get; } = weightPercent;

    public string Text { get; set; } = "";

    /// <summary>0–100; null while nothing, or something else, was typed.</summary>
    public int? Score => Read(Text);

    /// <summary>Why the text is no score; null for one, and for none.</summary>
    public Refusal? WhyNot =>
        FigureText.IsBlank(Text) ? null : FigureText.Read(Text, Range).Refusal;

    public bool IsValid => WhyNot is null;

    public static int? Read(string text) =>
        FigureText.Read(text, Range) is { Refusal: null, Value: var score } ? (int)score : null;
}
