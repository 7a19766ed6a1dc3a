using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>省级初步审核意见 as a file: checklist, opinion and conclusion on one submitted version. The region itself does not see it.</summary>
[RecordsTaking(Act.DocumentTaken)]
[RecordsViewing(Act.DocumentRead)]
[OneSnapshot]
public sealed class PrintReview(PilotSessions sessions, DocumentPrinter printer) : IBundlePrinter
{
    /// <param name="VersionNumber">Null for the latest version reviewed.</param>
    public sealed record Input(
        Guid ApplicationId,
        int? VersionNumber = null,
        FileFormat Format = FileFormat.Pdf
    );

    private sealed record Source(
        Application Application,
        ProvincialReview Review,
        string BatchName,
        string Regulator,
        PlanVersion Version
    );

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewLetters, ct);
        var db = session.Db;
        var source = await (
            from r in db.ProvincialReviews
            where r.ApplicationId == input.ApplicationId
            where input.VersionNumber == null || r.VersionNumber == input.VersionNumber
            join a in db.Applications on r.ApplicationId equals a.Id
            join b in db.Batches on a.BatchId equals b.Id
            join c in db.ProvincialCalls
                on new { a.BatchId, a.ProvinceCode } equals new { c.BatchId, c.ProvinceCode }
            join o in db.Organizations on c.OrganizationId equals o.Id
            join v in db.PlanVersions
                on new { r.ApplicationId, Number = r.VersionNumber } equals new
                {
                    v.ApplicationId,
                    v.Number,
                }
            orderby r.VersionNumber descending
            select new Source(a, r, b.NameZh, o.Name, v)
        )
            .AsNoTracking()
            .FirstOrDefaultAsync(ct);
        return source is null
            ? ProvincialReviewRefusals.ReviewNotFound()
            : await printer.HandOutAsync(
                session,
                input.ApplicationId,
                DocumentOf(source),
                input.Format,
                ct
            );
    }

    BundleKind IBundlePrinter.Kind => BundleKind.Reviews;

    Task<Result<DocumentFile>> IBundlePrinter.PrintAsync(Guid id, CancellationToken ct) =>
        ExecuteAsync(new Input(id), ct);

    private static OfficialDocument DocumentOf(Source source)
    {
        var (application, review, batch, regulator, version) = source;
        var body = new DocumentBody()
            .Add(
                new FactTable([
                    new("申报地区", application.RegionName),
                    new("申报批次", batch),
                    new("申报编号", application.Number),
                    new(
                        "审核版本",
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"第{version.Number}版，{OfficialWords.Moment(version.SubmittedAt)}提交"
                        )
                    ),
                    new("方案指纹", version.ContentSha256),
                    new("审核结论", ConclusionOf(application, review)),
                ])
            )
            .Heading(1, "核对情况")
            .Add(
                new Table(
                    [
                        new("序号", 10, Align.Center),
                        new("核对事项", 70),
                        new("结果", 20, Align.Center),
                    ],
                    [
                        .. Enum.GetValues<ReviewCheck>()
                            .Select(
                                (check, i) =>
                                    (IReadOnlyList<string>)
                                        [
                                            (i + 1).ToString(CultureInfo.InvariantCulture),
                                            Terms.Of(check).Zh,
                                            review.Findings.TryGetValue(check, out var finding)
                                                ? Terms.Of(finding).Zh
                                                : "未核对",
                                        ]
                            ),
                    ]
                )
                {
                    Size = 12,
                }
            )
            .Heading(1, "初审意见")
            .TextOr(review.Opinion, "（未填写）");
        if (
            application.Status is ApplicationStatus.Returned or ApplicationStatus.Declined
            && application.VersionNumber == review.VersionNumber
        )
        {
            body.Heading(
                    1,
                    application.Status == ApplicationStatus.Returned
                        ? "退回修改的原因"
                        : "不予推荐的原因"
                )
                .TextOr(application.Reason ?? "", "（未填写）");
        }

        var day = BeijingTime.DayOf(review.SavedAt);
        return new OfficialDocument
        {
            Form = DocumentForm.Sheet,
            FileName = $"{application.RegionName}初步审核意见（第{version.Number}版）",
            TitleLines = ["商业秘密保护创新试点申报", "省级初步审核意见"],
            Author = regulator,
            Subject = $"{application.RegionName}申报（{application.Number}）的初步审核意见",
            Date = day,
            Body = body.Add(new SignatureLine(["初审人", "审定人"])).Blocks,
            Signature = new Signature(regulator, OfficialWords.Day(day)),
        }.WithFingerprint();
    }

    private static string ConclusionOf(Application application, ProvincialReview review) =>
        application.VersionNumber != review.VersionNumber ? "退回修改，地区已重新提交"
        : application.ForwardedAt is not null ? $"推荐，第{application.Rank}名，已上报"
        : application.Status switch
        {
            ApplicationStatus.Recommended => application.Rank is { } rank
                ? $"推荐，第{rank}名"
                : "推荐，尚未排名",
            ApplicationStatus.Returned or ApplicationStatus.Lapsed => "退回修改",
            ApplicationStatus.Declined => "不予推荐",
            ApplicationStatus.Withdrawn => "申报已撤回",
            _ => "审核中",
        };
}
