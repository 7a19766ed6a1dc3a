using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Word;

namespace TradeSecretPilot.Demo.Sample;

/// <summary>What the invented regions attach to their plans.</summary>
internal static class SampleFiles
{
    private const string Title = "商业秘密保护工作联席会议制度（示例）";

    private static readonly Lazy<byte[]> Rules = new(() =>
        WordWriter.Write(
            new OfficialDocument
            {
                Form = DocumentForm.Paper,
                FileName = Title,
                TitleLines = ["商业秘密保护工作联席会议制度", "（示例）"],
                Author = "示例市市场监督管理局",
                Subject = Title,
                Date = new DateOnly(2022, 3, 1),
                Marks = ["示例"],
                Body = new DocumentBody()
                    .Heading(1, "一、组成")
                    .Text(
                        "联席会议由市市场监督管理局牵头，公安、司法、科技等部门和人民法院、人民检察院参加。"
                    )
                    .Heading(1, "二、会商")
                    .Text("每季度召开一次，通报案件线索，研究企业反映的问题；重大事项随时会商。")
                    .Heading(1, "三、督办")
                    .Text("议定事项列明责任单位和完成时限，由牵头单位每月通报进度。")
                    .Blocks,
            }
        )
    );

    /// <summary>A fresh upload of it.</summary>
    public static Upload Rulebook() =>
        new($"{Title}.docx", new MemoryStream(Rules.Value), HasNoSecrets: true);
}
