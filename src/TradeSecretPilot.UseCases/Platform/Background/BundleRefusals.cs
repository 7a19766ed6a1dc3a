using System.Globalization;

namespace TradeSecretPilot.UseCases.Platform.Background;

public static class BundleRefusals
{
    public static Refusal Empty() =>
        new(
            RefusalKind.InvalidInput,
            "Bundle.Empty",
            "所选范围内没有可以打包的文件。请放宽条件，或等到相关环节办结后再试。",
            "There is nothing to bundle in what is shown. Widen the filter, or come back when the stage is done."
        );

    public static Refusal TooMany(int count) =>
        new(
            RefusalKind.InvalidInput,
            "Bundle.TooMany",
            string.Create(
                CultureInfo.InvariantCulture,
                $"共{count}件，一次最多打包{Bundle.MaxItems}件。请先按省份或状态筛选，分几次打包。"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} documents; one bundle holds at most {Bundle.MaxItems}. Filter by province or status and bundle in parts."
            )
        );

    public static Refusal UnderWay() =>
        new(
            RefusalKind.WrongState,
            "Bundle.UnderWay",
            "同样的文件正在打包，无须重复提交。请到“我的下载”查看进度。",
            "The same bundle is being made already. See its progress under downloads."
        );

    public static Refusal NotFound() =>
        new(
            RefusalKind.NotFound,
            "Bundle.NotFound",
            "没有找到这个下载任务。请到“我的下载”重新进入。",
            "This download was not found. Go back to your downloads."
        );

    public static Refusal NotUnderWay() =>
        new(
            RefusalKind.WrongState,
            "Bundle.NotUnderWay",
            "这个下载任务已经结束，不能取消。",
            "This download has ended; it cannot be cancelled."
        );

    public static Refusal NotFailed() =>
        new(
            RefusalKind.WrongState,
            "Bundle.NotFailed",
            "只有未能生成的下载任务可以重试。",
            "Only a download that could not be made can be tried again."
        );

    public static Refusal NotReady() =>
        new(
            RefusalKind.WrongState,
            "Bundle.NotReady",
            "文件还没有生成，或已过保存期。请到“我的下载”查看；过期的请重新打包。",
            "The file is not made yet, or is no longer kept. See your downloads; make an expired one again."
        );
}
