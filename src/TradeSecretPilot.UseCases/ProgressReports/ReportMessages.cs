using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>What the addressees and the region are told of a report.</summary>
internal static class ReportMessages
{
    public sealed record Filed(ReportObligation Report)
        : Message(
            new(
                $"{Report.RegionName}{(Report.VersionNumber > 1 ? "补充报送" : "报送")}了第{Report.Ordinal}期试点进展情况报告{(Report.IsNil ? "（零报告）" : "")}，请签收。",
                $"{Report.RegionName} {(Report.VersionNumber > 1 ? "supplemented" : "filed")} progress report no. {Report.Ordinal}{(Report.IsNil ? " (nil report)" : "")}. Please acknowledge it."
            ),
            $"/reports/{Report.Id}"
        );

    public sealed record Acknowledged(Addressee By, ReportObligation Report)
        : Message(
            new(
                $"{(By == Addressee.National ? "市场监管总局" : "省级市场监管部门")}已签收第{Report.Ordinal}期试点进展情况报告。",
                $"{(By == Addressee.National ? "SAMR" : "The provincial regulator")} acknowledged progress report no. {Report.Ordinal}."
            ),
            $"/reports/{Report.Id}"
        );

    public sealed record SupplementRequested(Addressee By, ReportObligation Report)
        : Message(
            new(
                $"{(By == Addressee.National ? "市场监管总局" : "省级市场监管部门")}要求补充第{Report.Ordinal}期试点进展情况报告，请查看意见，补充后重新报送。",
                $"{(By == Addressee.National ? "SAMR" : "The provincial regulator")} asked for a supplement to progress report no. {Report.Ordinal}. Read the note, complete the report and file it again."
            ),
            $"/reports/{Report.Id}/edit"
        );
}
