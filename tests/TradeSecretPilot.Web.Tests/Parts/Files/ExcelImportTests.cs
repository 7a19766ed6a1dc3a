using Bunit;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.Web.Parts.Files;
using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Ui.Files;

namespace TradeSecretPilot.Web.Tests.Parts.Files;

/// <summary>从 Excel 填入 as its reader meets it: what is wrong, or what would change, and nothing before it is confirmed.</summary>
public sealed class ExcelImportTests : ChineseContext
{
    private readonly List<IReadOnlyList<string>> _taken = [];
    private Result<SheetReading<string>> _reading = new SheetReading<string>(["甲"], []);
    private ImportPreview _preview = new(
        "新增1条",
        "填入：新增1条",
        [new("新增", [new("甲", [new("可核验目标", null, "指引1件")])])]
    );

    [Fact]
    public void Unconfirmed_NoFileCanBeChosen()
    {
        var import = Import();

        Assert.True(import.Find("input[type=file]").HasAttribute("disabled"));
        Assert.Contains(
            "涉密信息不得上传",
            import.Find(".confid").TextContent,
            StringComparison.Ordinal
        );

        import.Find(".check input").Change(true);

        Assert.False(import.Find("input[type=file]").HasAttribute("disabled"));
    }

    [Fact]
    public void Template_IsAtHand() =>
        Assert.Equal(
            "/documents/templates/measures/1.xlsx",
            Import().Find(".import-steps a").GetAttribute("href")
        );

    [Theory]
    [InlineData("举措.xls", UploadNewsKind.WrongKind, "Import.NotXlsx")]
    [InlineData("举措.xlsx", UploadNewsKind.TooLarge, "Import.TooLarge")]
    public void WhatIsNotRead_RefusedInItsOwnWords(string name, UploadNewsKind kind, string code)
    {
        var import = Import((_, _) => throw new InvalidOperationException("It was read."));
        SentFiles.Fail(import.FindComponent<FileUpload>(), name, kind);

        Assert.Equal(code, import.Find("[data-refusal]").GetAttribute("data-refusal"));
    }

    [Fact]
    public void Unreadable_SaysWhy()
    {
        _reading = ImportRefusals.Encrypted();
        var import = Import();
        Choose(import, "举措.XLSX", [1]);

        Assert.Equal(ImportRefusals.Encrypted().Zh, import.Find("[data-refusal] p").TextContent);
        Assert.Empty(import.FindAll(".btn-primary"));
    }

    [Fact]
    public void Problems_EachIsNamed_AndNothingCanBeTaken()
    {
        _reading = new SheetReading<string>(
            ["甲"],
            [
                new(7, "I7", "第7行“起始月份”须写成2022年7月或2022-07，现为“7月”。", "Row 7."),
                new(9, "C9", "第9行“对应子任务”须是十三项子任务之一。", "Row 9."),
            ]
        );
        var import = Import();
        Choose(import, "举措.xlsx", [1]);

        Assert.Contains(
            "“举措.xlsx”有2处要改正，没有填入任何内容",
            import.Markup,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                "I7第7行“起始月份”须写成2022年7月或2022-07，现为“7月”。",
                "C9第9行“对应子任务”须是十三项子任务之一。",
            ],
            import.FindAll(".import-problems li").Select(l => l.TextContent)
        );
        Assert.Empty(import.FindAll(".btn-primary"));
        Assert.Empty(_taken);
    }

    [Fact]
    public void Changes_ShownFirst_TakenWhenConfirmed()
    {
        var import = Import();
        Choose(import, "举措.xlsx", [1]);

        Assert.Equal("“举措.xlsx”与页面相比：新增1条", import.Find(".import-sum").TextContent);
        Assert.Equal("指引1件", import.Find(".import-changes dd").TextContent.Trim());
        Assert.Empty(_taken);

        import.Find(".btn-primary").Click();

        Assert.Equal(["甲"], Assert.Single(_taken));
        Assert.Empty(import.FindAll(".btn-primary"));
        Assert.Contains("已填入页面，随即自动保存", import.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_NotWanted_NothingIsTaken()
    {
        var import = Import();
        Choose(import, "举措.xlsx", [1]);

        import.FindAll(".own-acts .btn")[1].Click();

        Assert.Empty(_taken);
        Assert.Empty(import.FindAll(".import-changes"));
    }

    [Fact]
    public void NoChanges_NothingToTake()
    {
        _preview = new ImportPreview("", "", []);
        var import = Import();
        Choose(import, "举措.xlsx", [1]);

        Assert.Contains(
            "与页面上的内容一致，没有要填入的",
            import.Markup,
            StringComparison.Ordinal
        );
        Assert.Empty(import.FindAll(".btn-primary"));
    }

    [Fact]
    public void SameFileCorrected_IsReadAgain()
    {
        _reading = new SheetReading<string>([], [new(4, "B4", "第4行有误。", "Row 4.")]);
        var import = Import();
        Choose(import, "举措.xlsx", [1]);
        Assert.NotEmpty(import.FindAll(".import-problems"));

        _reading = new SheetReading<string>(["甲"], []);
        Choose(import, "举措.xlsx", [1]);

        Assert.Empty(import.FindAll(".import-problems"));
        Assert.NotEmpty(import.FindAll(".import-changes"));
    }

    [Fact]
    public async Task OthersAreBefore_SaysHowMany_UntilItIsRead()
    {
        var heavy = Services.GetRequiredService<HeavyWork>();
        var end = new TaskCompletionSource();
        var others = Enumerable
            .Range(0, HeavyWork.AtOnce + 1)
            .Select(_ =>
                heavy.RunAsync(
                    async _ =>
                    {
                        await end.Task;
                        return Result.Of(0);
                    },
                    null,
                    Xunit.TestContext.Current.CancellationToken
                )
            )
            .ToList();
        var import = Import();
        import.Find(".check input").Change(true);

        var sending = Task.Run(
            () => Sent.Send(import.FindComponent<FileUpload>(), ("举措.xlsx", [1])),
            Xunit.TestContext.Current.CancellationToken
        );

        import.WaitForAssertion(() =>
            Assert.Contains(
                "前面还有2项",
                import.Find("[data-ahead]").TextContent,
                StringComparison.Ordinal
            )
        );
        end.SetResult();
        await Task.WhenAll(others);
        await sending;
        import.WaitForAssertion(() => Assert.Empty(import.FindAll("[data-ahead]")));
        Assert.NotEmpty(import.FindAll(".import-changes"));
    }

    private IRenderedComponent<ExcelImport<string>> Import(
        Func<byte[], CancellationToken, Result<SheetReading<string>>>? read = null
    ) =>
        Render<ExcelImport<string>>(p =>
            p.Add(i => i.Title, "从 Excel 填入创新举措")
                .Add(i => i.Template, "templates/measures/1")
                .Add(i => i.Read, read ?? ((_, _) => _reading))
                .Add(i => i.Preview, _ => _preview)
                .Add(i => i.OnTake, rows => _taken.Add(rows))
                .Add(i => i.OnClose, () => { })
        );

    private void Choose(IRenderedComponent<ExcelImport<string>> import, string name, byte[] content)
    {
        import.Find(".check input").Change(true);
        Sent.Send(import.FindComponent<FileUpload>(), (name, content));
    }
}
