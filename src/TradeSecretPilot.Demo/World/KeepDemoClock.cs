using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;

namespace TradeSecretPilot.Demo.World;

/// <summary>Keeps the demonstration's clock, which only moves forward.</summary>
public sealed class KeepDemoClock(PilotSessions sessions)
{
    public sealed record Input(TimeSpan Offset);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var setting = await session.Db.ClockSettings.SingleAsync(
            s => s.Id == ClockSetting.OnlyId,
            ct
        );
        if (input.Offset.Ticks < setting.OffsetTicks)
        {
            return new Refusal(
                RefusalKind.InvalidInput,
                "DemoClock.Backwards",
                "虚拟时间只能向前，不能倒回。请选择更晚的日期，或重置示例数据。",
                "The demonstration's clock only moves forward. Choose a later day, or reset the sample data."
            );
        }

        setting.OffsetTicks = input.Offset.Ticks;
        session.Record(new ActRecord(Act.DemoClockMoved, Guid.Empty));
        return await session.SaveAsync(ct);
    }
}
