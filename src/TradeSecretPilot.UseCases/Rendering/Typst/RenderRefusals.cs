namespace TradeSecretPilot.UseCases.Rendering.Typst;

public static class RenderRefusals
{
    public static Refusal EngineMissing(EngineStatus status) =>
        new(
            RefusalKind.Unavailable,
            "Document.EngineMissing",
            $"服务器缺少{status.Zh}，暂时不能生成 PDF，其他功能不受影响。请系统管理员在门户目录运行：{EngineStatus.Remedy}",
            $"The server lacks {status.En}; no PDF can be made for now, and nothing else is affected. The system administrator runs, in the portal's folder: {EngineStatus.Remedy}"
        );

    public static Refusal TimedOut(int seconds) =>
        new(
            RefusalKind.Unavailable,
            "Document.TimedOut",
            $"生成文件超过{seconds}秒，已停止。请稍后再试；仍不成功时请联系系统管理员。",
            $"Making the document took longer than {seconds} seconds and was stopped. Try again later; tell the system administrator if it happens again."
        );

    public static Refusal Failed() =>
        new(
            RefusalKind.Unavailable,
            "Document.Failed",
            "文件生成失败，已记入日志。请再试一次；仍不成功时请联系系统管理员。",
            "The document could not be made; the log says why. Try again; tell the system administrator if it happens again."
        );
}
