using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>What the province is told of an application of its region.</summary>
internal static class ApplicationMessages
{
    public sealed record Submitted(Application Application, int Version)
        : Message(
            new(
                $"{Application.RegionName}提交了创新试点工作方案（第{Version}次），请初审。",
                $"{Application.RegionName} submitted its work plan (no. {Version}). Please review it."
            ),
            $"/review/{Application.Id}"
        );

    public sealed record Withdrawn(Application Application)
        : Message(
            new(
                $"{Application.RegionName}撤回了申报。",
                $"{Application.RegionName} withdrew its application."
            ),
            $"/applications/{Application.Id}"
        );
}
