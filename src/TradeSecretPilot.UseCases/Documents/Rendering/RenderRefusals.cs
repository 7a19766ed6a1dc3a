using System.Globalization;
using System.Text;
using TradeSecretPilot.Domain;

namespace TradeSecretPilot.UseCases.Documents.Rendering;

public static class RenderRefusals
{
    private const int GlyphsNamed = 5;

    public static Refusal EngineMissing(EngineStatus status) =>
        new(
            "Document.EngineMissing",
            $"服务器缺少{status.Zh}，暂时不能生成 PDF，其他功能不受影响。请系统管理员在门户目录运行：{EngineStatus.Remedy}",
            $"The server lacks {status.En}; no PDF can be made for now, and nothing else is affected. The system administrator runs, in the portal's folder: {EngineStatus.Remedy}"
        );

    public static Refusal MissingGlyphs(IReadOnlyList<string> glyphs)
    {
        var named = string.Join('、', glyphs.Take(GlyphsNamed).Select(Name));
        var more = glyphs.Count > GlyphsNamed;
        return new Refusal(
            "Document.MissingGlyph",
            $"内容中有字体无法显示的字符：{named}{(more ? "等" : "")}。请改用国家标准编码的汉字或其他写法，或请系统管理员安装含有这些字的字体。",
            $"The content holds characters that no font can show: {named}{(more ? " and more" : "")}. Write them another way, or have the system administrator install a font that has them."
        );
    }

    public static Refusal TimedOut(int seconds) =>
        new(
            "Document.TimedOut",
            $"生成文件超过{seconds}秒，已停止。请稍后再试；仍不成功时请联系系统管理员。",
            $"Making the document took longer than {seconds} seconds and was stopped. Try again later; tell the system administrator if it happens again."
        );

    public static Refusal Failed() =>
        new(
            "Document.Failed",
            "文件生成失败，已记入日志。请再试一次；仍不成功时请联系系统管理员。",
            "The document could not be made; the log says why. Try again; tell the system administrator if it happens again."
        );

    private static string Name(string glyph) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"“{glyph}”（U+{glyph.EnumerateRunes().First().Value:X4}）"
        );
}
