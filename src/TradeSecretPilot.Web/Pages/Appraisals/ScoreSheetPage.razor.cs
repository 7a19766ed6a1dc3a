using System.Globalization;
using Microsoft.AspNetCore.Components;
using Radzen;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.Web.Components;

namespace TradeSecretPilot.Web.Pages.Appraisals;

/// <summary>评分: the plan on the left, the sheet on the right, saved while it is filled in.</summary>
public sealed partial class ScoreSheetPage : AutosavingPage
{
    private const int FingerprintEnds = 4;

    private string _comment = "";
    private Guid _read;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Number of the plan's part, from 1.</summary>
    [SupplyParameterFromQuery(Name = "part")]
    public int? PartNumber { get; set; }

    [Inject]
    public required GetScoreSheet GetScoreSheet { get; set; }

    [Inject]
    public required AcceptAssignment AcceptAssignment { get; set; }

    [Inject]
    public required RecuseFromAssignment RecuseFromAssignment { get; set; }

    [Inject]
    public required SaveScoreSheet SaveScoreSheet { get; set; }

    [Inject]
    public required SubmitScoreSheet SubmitScoreSheet { get; set; }

    [Inject]
    public required DialogService Dialog { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private GetScoreSheet.View? Sheet { get; set; }

    private int Version { get; set; }

    private List<DocumentLink> Documents =>
        [
            new(L["申报书"], $"/documents/assigned-plans/{Sheet!.SheetId}"),
            new(
                L["评分表"],
                $"/documents/score-sheets/{Sheet.SheetId}",
                Sheet.Status == ScoreSheetStatus.Submitted ? null : L["草稿，尚未提交"].Value
            ),
        ];

    private DateTimeOffset Now { get; set; }

    private IReadOnlyList<CriterionInput> Rows { get; set; } = [];

    private PlanPart Shown =>
        PartNumber is { } n && Enum.IsDefined((PlanPart)n) ? (PlanPart)n : PlanPart.Foundation;

    /// <summary>The page's own address, which a link within the page needs before its #.</summary>
    private string Here =>
        string.Create(CultureInfo.InvariantCulture, $"/scoring/{Id}?part={(int)Shown}");

    private bool MayScore => Sheet!.Acts.Contains(ScoreSheetAct.Score);

    /// <summary>Criteria without a score.</summary>
    private int Open => Rows.Count(r => r.Score is null);

    /// <summary>Hundredths of a point; meaningful once nothing is open.</summary>
    private int Total => Rows.Sum(r => r.WeightPercent * (r.Score ?? 0));

    private string? WhyNotSubmit =>
        Rows.Any(r => r.Error is not null) ? L["有评分不是0至100的整数，请改正。"].Value
        : Open > 0 ? L["还有{0}项未评分。", Open].Value
        : _comment.Length > ScoreSheet.CommentMaxLength ? L["评语过长，请精简。"].Value
        : null;

    private string? NextAct =>
        Sheet!.Status switch
        {
            ScoreSheetStatus.Assigned => L["说明有无利害关系"],
            ScoreSheetStatus.Accepted => L["评分"],
            _ => L["汇总评分"],
        };

    protected override async Task OnParametersSetAsync()
    {
        // Turning to another part of the plan changes the address, not the sheet.
        if (_read != Id)
        {
            _read = Id;
            await ReloadAsync();
        }
    }

    protected override async Task<Result<DateTimeOffset>> SaveAsync()
    {
        var saved = await SaveScoreSheet.ExecuteAsync(
            new(
                Id,
                Version,
                Rows.Where(r => r.Score is not null).ToDictionary(r => r.Code, r => r.Score!.Value),
                _comment
            ),
            CancellationToken.None
        );
        if (saved.Refusal is { } refusal)
        {
            return refusal;
        }

        Version = saved.Value.Version;
        return saved.Value.SavedAt;
    }

    private async Task ReloadAsync()
    {
        Now = Clock.Now();
        Forget();
        var read = await GetScoreSheet.ExecuteAsync(new(Id), Left);
        Refusal = read.Refusal;
        Sheet = read.Refusal is null ? read.Value : null;
        if (Sheet is not { } sheet)
        {
            return;
        }

        Version = sheet.Version;
        _comment = sheet.Comment;
        Rows =
        [
            .. sheet.Criteria.Select(c => new CriterionInput(
                c.Code,
                InLanguage.Of(c.NameZh, c.NameEn),
                c.WeightPercent
            )
            {
                Text = c.Score?.ToString(CultureInfo.InvariantCulture) ?? "",
            }),
        ];
        if (MayScore && (_comment.Length > 0 || sheet.Criteria.Any(c => c.Score is not null)))
        {
            SavedAt = sheet.SavedAt;
            SaveState = SaveState.Saved;
        }
    }

    private void Typed(CriterionInput row)
    {
        row.Error = row.IsValid ? null : L["请填0至100的整数。"].Value;
        Touch();
    }

    private void CommentTyped()
    {
        if (_comment.Length <= ScoreSheet.CommentMaxLength)
        {
            Touch();
        }
    }

    private async Task AcceptAsync()
    {
        if (await Dialog.AskAsync(ConflictQuestions.Declare(L, Sheet!.RegionName)) is null)
        {
            return;
        }

        if (
            await ActAsync(async () =>
                (await AcceptAssignment.ExecuteAsync(new(Id), CancellationToken.None)).Refusal
            )
        )
        {
            await ReloadAsync();
        }
    }

    private async Task RecuseAsync()
    {
        var answer = await Dialog.AskAsync(ConflictQuestions.Recuse(L, Sheet!.RegionName));
        if (answer is null)
        {
            return;
        }

        await FlushAsync();
        if (
            await ActAsync(async () =>
                (
                    await RecuseFromAssignment.ExecuteAsync(
                        new(Id, answer.Reason ?? ""),
                        CancellationToken.None
                    )
                ).Refusal
            )
        )
        {
            Forget();
            Navigation.NavigateTo("/scoring");
        }
    }

    private async Task SubmitAsync()
    {
        if (WhyNotSubmit is not null || !await FlushAsync())
        {
            return;
        }

        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["提交对{0}的评分？", Sheet!.RegionName],
                L["加权总分{0}。提交后不能再改，也不能再回避。", Points.Text(Total)],
                L["提交1份评分表"]
            )
            {
                Records =
                [
                    .. Rows.Select(r =>
                        (r.Name, (string?)L["{0}分，权重{1}%", r.Score!, r.WeightPercent].Value)
                    ),
                ],
            }
        );
        if (
            answer is not null
            && await ActAsync(async () =>
                (
                    await SubmitScoreSheet.ExecuteAsync(new(Id, Version), CancellationToken.None)
                ).Refusal
            )
        )
        {
            await ReloadAsync();
        }
    }

    private static string Fingerprint(string sha256) =>
        $"{sha256[..FingerprintEnds]}…{sha256[^FingerprintEnds..]}".ToUpperInvariant();

    /// <summary>A criterion with what was typed for it.</summary>
    private sealed class CriterionInput(string code, string name, int weightPercent)
    {
        public string Code { get; } = code;

        public string Name { get; } = name;

        public int WeightPercent { get; } = weightPercent;

        public string Text { get; set; } = "";

        public string? Error { get; set; }

        /// <summary>0–100; null while nothing, or something else, was typed.</summary>
        public int? Score =>
            int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var score)
            && score <= Criterion.MaxScore
                ? score
                : null;

        public bool IsValid => Text.Length == 0 || Score is not null;
    }
}
