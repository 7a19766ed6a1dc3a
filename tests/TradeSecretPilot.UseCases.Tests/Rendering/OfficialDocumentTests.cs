using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Tests.Rendering;

/// <summary>Every document of the portal as a PDF that was read back.</summary>
public sealed class OfficialDocumentTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. DocumentGallery.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Pdf_OfEveryDocument_IsTaggedArchivalAndSound(string name)
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var file = (await DocumentGallery.All[name](world, FileFormat.Pdf)).Value;
        using var pdf = PdfTools.Of(file.Content);

        await pdf.CheckAsync();
        var info = await pdf.InfoAsync();
        Assert.Equal("yes", info["Tagged"]);
        Assert.StartsWith("595.276 x 841.89", info["Page size"], StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(info["Title"]));
        Assert.False(string.IsNullOrEmpty(info["Author"]));
        Assert.Contains("00:00:00", info["CreationDate"], StringComparison.Ordinal);
        var objects = await pdf.ObjectsAsync();
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", objects, StringComparison.Ordinal);
        Assert.Contains(
            "<pdfaid:conformance>A</pdfaid:conformance>",
            objects,
            StringComparison.Ordinal
        );
        Assert.Contains("/Lang (zh-CN)", objects, StringComparison.Ordinal);
        Assert.All(
            await pdf.FontsAsync(),
            font => Assert.True(font.Embedded && font.Unicode, font.Name)
        );
        Assert.EndsWith(".pdf", file.Name, StringComparison.Ordinal);
        Assert.DoesNotContain("〓", await pdf.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Pdf_PrintedTwice_SameBytes(string name)
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var first = (await DocumentGallery.All[name](world, FileFormat.Pdf)).Value;
        if (name != "audit-certificate")
        {
            var again = (await DocumentGallery.All[name](world, FileFormat.Pdf)).Value;
            Assert.Equal(first.Content, again.Content);
        }
    }

    [Fact]
    public async Task Application_HoldsEveryDatumOfThePlan()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var id = world.Cast.Application(world.Cast.Running, world.Cast.A[0]);
        var (version, number, receipt) = await world.BehindTheDoorAsync(async db =>
            (
                await db.PlanVersions.SingleAsync(v => v.ApplicationId == id, Ct),
                await db.Applications.Where(a => a.Id == id).Select(a => a.Number).SingleAsync(Ct),
                await db
                    .Receipts.Where(r => r.SubjectId == id)
                    .Select(r => r.Number)
                    .SingleAsync(Ct)
            )
        );
        using var pdf = PdfTools.Of(
            (await DocumentGallery.All["application"](world, FileFormat.Pdf)).Value.Content
        );
        var text = await pdf.TextAsync();

        var plan = version.Plan;
        string[] expected =
        [
            number,
            world.Cast.A[0].RegionName,
            plan.Foundation,
            plan.Advantages,
            plan.Approach,
            plan.Phasing,
            plan.Leadership,
            plan.Safeguards,
            .. plan.Measures.SelectMany(m =>
                new[]
                {
                    m.Title,
                    m.Innovation,
                    m.ResponsibleUnit,
                    m.CoUnits,
                    m.Deliverable,
                    m.Target,
                    Terms.Of(m.SubTask!.Value).Zh,
                    Terms.Of(m.SubTask.Value.Area()).Zh,
                    $"{OfficialWords.Month(m.StartMonth)}—{OfficialWords.Month(m.FinishMonth)}",
                }
            ),
            .. plan.Support.SelectMany(l => new[] { FigureText.Write(l.Funding), l.Facilities }),
            "一、基础和优势",
            "二、重点任务和创新举措",
            "三、组织保障",
        ];
        Findings.None(
            expected
                .SelectMany(e => e.Split('\n'))
                .Select(PdfTools.Squeeze)
                .Where(e =>
                    e.Length > 0
                    && !PdfTools.WithoutFeet(text).Contains(e, StringComparison.Ordinal)
                )
        );
        // On every page, so that an exchanged one shows.
        Assert.All(
            await pdf.PagesAsync(),
            page =>
            {
                Assert.Contains(version.ContentSha256[..32], page, StringComparison.Ordinal);
                Assert.Contains(version.ContentSha256[32..], page, StringComparison.Ordinal);
                Assert.Contains(receipt, page, StringComparison.Ordinal);
            }
        );
        // Bookmarks and contents.
        var objects = await pdf.ObjectsAsync();
        Assert.Contains("/Outlines", objects, StringComparison.Ordinal);
        var contents = (await pdf.PagesAsync())[1];
        Assert.Contains("一、基础和优势", contents, StringComparison.Ordinal);
        Assert.Contains("（三）各级政府人财物支持", contents, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application-draft", "草稿，尚未提交")]
    [InlineData("letter-draft", "草稿，尚未上报")]
    public async Task Draft_SaysSoOnEveryPage(string name, string mark)
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        using var pdf = PdfTools.Of(
            (await DocumentGallery.All[name](world, FileFormat.Pdf)).Value.Content
        );
        Assert.All(
            await pdf.PagesAsync(),
            page => Assert.Contains(mark, page, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("receipt", "回执编号", "内容指纹", "提交试点申报工作方案")]
    [InlineData(
        "review",
        "申报主体为市、县（区）或功能区",
        "符合",
        "（示例）建议推荐。",
        "推荐，第1名"
    )]
    [InlineData(
        "letter",
        "浙江省市场监督管理局",
        "示例函330000",
        "国家市场监督管理总局：",
        "推荐地区名单",
        "特此函告。"
    )]
    [InlineData("letter-draft", "示例函〔2022〕9号", "择优推荐")]
    [InlineData("score-sheet", "地方政府重视程度高", "20%", "16.00", "80.00", "（示例）可行。")]
    [InlineData("assigned-plan", "申报单位", "人民政府", "人财物支持")]
    [InlineData("appraisal-summary", "95.00", "85.00", "名次", "算术平均")]
    [InlineData("decision", "示例决1号", "孙组长（示例）", "遴选名额", "1至3个")]
    [InlineData(
        "announcement",
        "示例〔2022〕1号",
        "排名不分先后",
        "周期三年",
        "2025年6月30日",
        "印发"
    )]
    [InlineData(
        "outcome-selected",
        "列为示例第1批全国商业秘密保护创新试点地区",
        "抄送：浙江省市场监督管理局"
    )]
    [InlineData("outcome-not-selected", "未列入试点地区名单")]
    [InlineData(
        "report",
        "（一）加强商业秘密保护制度创新",
        "罚没",
        "万元",
        "下一步工作",
        "2022年下半年"
    )]
    [InlineData("summary", "按期报送2份", "罚没", "不作排名", "表2主要指标合计")]
    [InlineData("audit-certificate", "审计记录校验证明", "完整，未发现增、删、改和次序变动")]
    public async Task Document_SaysWhatItIsFor(string name, params string[] expected)
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        using var pdf = PdfTools.Of(
            (await DocumentGallery.All[name](world, FileFormat.Pdf)).Value.Content
        );
        var text = PdfTools.WithoutFeet(await pdf.TextAsync());
        Findings.None(
            expected
                .Select(PdfTools.Squeeze)
                .Where(e => !text.Contains(e, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task OutcomeLetter_NamesTheAnnouncement_AndIsNotNumberedLikeIt()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        using var pdf = PdfTools.Of(
            (await DocumentGallery.All["outcome-selected"](world, FileFormat.Pdf)).Value.Content
        );
        Assert.Equal(
            2,
            (await pdf.TextAsync()).Split("示例〔2022〕1号", StringSplitOptions.None).Length
        );
    }

    [Fact]
    public async Task Summary_OfTheFirstHalfYear_KnowsNoHalfYearBefore()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        using var pdf = PdfTools.Of(
            (await DocumentGallery.All["summary"](world, FileFormat.Pdf)).Value.Content
        );
        Assert.Matches("法规规范件\\d+—", await pdf.TextAsync());
    }

    [Fact]
    public async Task Letter_ListsTheForwardedInTheirOrder()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        using var pdf = PdfTools.Of(
            (await DocumentGallery.All["letter"](world, FileFormat.Pdf)).Value.Content
        );
        var annex = (await pdf.PagesAsync())[^1];
        var ranked = await world.BehindTheDoorAsync(db =>
            db.Applications.Where(a =>
                    a.BatchId == world.Cast.Running && a.ProvinceCode == WorldBuilder.ProvinceA
                )
                .OrderBy(a => a.Rank)
                .Select(a => a.RegionName)
                .ToListAsync(Ct)
        );
        Assert.Equal(2, ranked.Count);
        var places = ranked.Select(r => annex.IndexOf(r, StringComparison.Ordinal)).ToList();
        Assert.All(places, place => Assert.True(place >= 0));
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Report_HoldsEveryFigure()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var id = world.Cast.Report(world.Cast.A[1], 1);
        var content = await world.BehindTheDoorAsync(db =>
            db.ReportVersions.Where(v => v.ObligationId == id)
                .Select(v => v.Content)
                .SingleAsync(Ct)
        );
        using var pdf = PdfTools.Of(
            (await DocumentGallery.All["report"](world, FileFormat.Pdf)).Value.Content
        );
        var text = PdfTools.WithoutFeet(await pdf.TextAsync());
        Findings.None(
            Indicators
                .All.Select(i =>
                    PdfTools.Squeeze(
                        $"{i.NameZh}{Terms.Of(i.Kind).Zh}{i.UnitZh}{FigureText.Write(content.Figures[i.Code].Period)}{FigureText.Write(content.Figures[i.Code].Cumulative)}"
                    )
                )
                .Where(line => !text.Contains(line, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Fingerprint_OfAPrint_IsVerifiedByAnyone()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var receipt = await world.BehindTheDoorAsync(db =>
            db.Receipts.Where(r => r.Kind == ReceiptKind.Announcement).SingleAsync(Ct)
        );

        var found = await world.Portal.AsPublicAsync(
            (VerifyReceipt u) => u.ExecuteAsync(new(receipt.ContentSha256.ToLowerInvariant()), Ct)
        );
        var unknown = await world.Portal.AsPublicAsync(
            (VerifyReceipt u) => u.ExecuteAsync(new(new string('0', ContentHash.Length)), Ct)
        );

        Assert.Equal(receipt.Number, found.Value.Number);
        Assert.Equal("Receipt.FingerprintUnknown", unknown.Refusal!.Code);
    }

    [Fact]
    public async Task Certificate_OfABrokenChain_Refused()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        await world.ExecuteSqlAsync(
            "UPDATE \"AuditEntries\" SET \"ActorName\" = '他人' WHERE \"Sequence\" = 5"
        );

        var refused = await DocumentGallery.All["audit-certificate"](world, FileFormat.Pdf);

        Assert.Equal("Audit.ChainBroken", refused.Refusal!.Code);
        Assert.Contains("第5条", refused.Refusal.Zh, StringComparison.Ordinal);
        Assert.False(
            await world.BehindTheDoorAsync(db =>
                db.Receipts.AnyAsync(r => r.Kind == ReceiptKind.AuditCertificate, Ct)
            )
        );
    }

    [Fact]
    public async Task Certificate_Issued_LeavesReceiptAndTrace()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);

        var file = (await DocumentGallery.All["audit-certificate"](world, FileFormat.Pdf)).Value;

        var receipt = await world.BehindTheDoorAsync(db =>
            db.Receipts.SingleAsync(r => r.Kind == ReceiptKind.AuditCertificate, Ct)
        );
        using var pdf = PdfTools.Of(file.Content);
        Assert.Contains(receipt.Number, await pdf.TextAsync(), StringComparison.Ordinal);
        var verified = await world.Portal.AsPublicAsync(
            (VerifyReceipt u) => u.ExecuteAsync(new(receipt.Number), Ct)
        );
        Assert.Equal(ReceiptKind.AuditCertificate, verified.Value.Kind);
        var chain = await world.AsAsync(
            world.Cast.AuditAdmin,
            (VerifyAudit u) => u.ExecuteAsync(Ct)
        );
        Assert.True(chain.Verification.IsValid);
    }
}
