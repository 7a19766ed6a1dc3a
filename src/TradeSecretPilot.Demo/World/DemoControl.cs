using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Deadlines;

namespace TradeSecretPilot.Demo.World;

/// <summary>Moves the demonstration's clock and resets its world; one move at a time.</summary>
public sealed class DemoControl(
    DemoClock clock,
    DemoWorld world,
    IServiceScopeFactory scopes,
    IConfiguration configuration
) : IDisposable
{
    /// <summary>The day on which a new demonstration begins, <c>yyyy-MM-dd</c>.</summary>
    public const string DayKey = "Demo:Day";

    /// <summary>The sweep comes this long after the instant at which something falls due, as the recurring one does.</summary>
    private static readonly TimeSpan SweepAfter = TimeSpan.FromSeconds(5);

    /// <summary>The farthest the clock goes.</summary>
    private static readonly DateTimeOffset Farthest = BeijingTime.StartOf(new DateOnly(2031, 1, 1));

    private readonly SemaphoreSlim _one = new(1, 1);

    public DateTimeOffset Now => clock.GetUtcNow();

    private DateOnly FirstDay => configuration.GetValue<DateOnly?>(DayKey) ?? DemoWorld.FirstDay;

    public void Dispose() => _one.Dispose();

    public async Task PrepareAsync(CancellationToken ct) =>
        clock.Resume(await world.PrepareAsync(clock, FirstDay, ct));

    /// <summary>UTC; the deadline ahead, null when nothing is.</summary>
    public async Task<DateTimeOffset?> NextDeadlineAsync(CancellationToken ct)
    {
        var calendar = await scopes.AsJobAsync((GetProgrammeCalendar act) => act.ExecuteAsync(ct));
        return calendar.Deadlines.Count == 0 ? null : calendar.Deadlines[0];
    }

    /// <summary>
    /// Moves to an instant, stopping wherever something falls due on the way, so that it is done at its time as the recurring
    /// sweep would have.
    /// </summary>
    public async Task<Result> MoveToAsync(DateTimeOffset target, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            await TakeOverAsync(ct);
            if (target <= Now || target > Farthest)
            {
                return new Refusal(
                    RefusalKind.InvalidInput,
                    "DemoClock.Backwards",
                    "虚拟时间只能向前，最远到2030年底。请选择更晚的日期。",
                    "The demonstration's clock only moves forward, at most to the end of 2030. Choose a later day."
                );
            }

            var calendar = await scopes.AsJobAsync(
                (GetProgrammeCalendar act) => act.ExecuteAsync(ct)
            );
            foreach (var instant in calendar.Instants.TakeWhile(i => i + SweepAfter < target))
            {
                await StepAsync(instant + SweepAfter, ct);
            }

            return await StepAsync(target, ct);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>
    /// Takes over where another node has moved the clock. Not while this one moves or resets it, which it does by the same row.
    /// </summary>
    public async Task FollowAsync(CancellationToken ct)
    {
        if (!await _one.WaitAsync(TimeSpan.Zero, ct))
        {
            return;
        }

        try
        {
            await TakeOverAsync(ct);
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task ResetAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            clock.Resume(await world.ResetAsync(clock, FirstDay, ct));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The accounts that the sign-in page offers.</summary>
    public Task<IReadOnlyList<ListDemoEntrances.Row>> ListEntrancesAsync(CancellationToken ct) =>
        scopes.AsJobAsync((ListDemoEntrances act) => act.ExecuteAsync(ct));

    private async Task TakeOverAsync(CancellationToken ct)
    {
        if (await world.ReadOffsetAsync(ct) is { } offset && offset != clock.Offset)
        {
            clock.Resume(offset);
        }
    }

    private async Task<Result> StepAsync(DateTimeOffset instant, CancellationToken ct)
    {
        var offset = clock.OffsetFor(instant);
        if (offset < clock.Offset)
        {
            // The clock has run past this instant by itself meanwhile.
            offset = clock.Offset;
        }

        var kept = await scopes.AsJobAsync(
            (KeepDemoClock act) => act.ExecuteAsync(new(offset), ct)
        );
        if (kept.Refusal is not null)
        {
            return kept;
        }

        clock.Resume(offset);
        await scopes.AsJobAsync((DeadlineSweep act) => act.ExecuteAsync(ct));
        return Result.Done;
    }
}
