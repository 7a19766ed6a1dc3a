using System.Globalization;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>Keeps in the trail that a node's clock went apart from the database server's, or came together with it again.</summary>
public sealed class RecordClock(PilotSessions sessions)
{
    /// <summary>The name under which it appears in the audit trail.</summary>
    public const string Job = "时钟核对";

    /// <param name="Node">The machine's name.</param>
    /// <param name="Ahead">Positive when the node is ahead.</param>
    public sealed record Input(string Node, ClockAgreement Agreement, TimeSpan Ahead);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        session.Record(
            new ActRecord(
                input.Agreement == ClockAgreement.Together ? Act.ClockTogether : Act.ClockApart,
                Guid.Empty
            )
            {
                Note = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{input.Node} · {input.Ahead.TotalSeconds:+0.0;-0.0;0.0} s"
                ),
            }
        );
        return await session.SaveAsync(ct);
    }
}
