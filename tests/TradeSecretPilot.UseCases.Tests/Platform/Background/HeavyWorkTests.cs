using System.Collections.Concurrent;
using TradeSecretPilot.UseCases.Platform.Background;

namespace TradeSecretPilot.UseCases.Tests.Platform.Background;

/// <summary>Two at once for everybody, the others in their order, and nobody waits for those who have left.</summary>
public sealed class HeavyWorkTests
{
    private readonly HeavyWork _heavy = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_MoreThanTwo_WaitInOrder_AndAreToldTheirPlace()
    {
        var begun = new ConcurrentQueue<int>();
        var places = new ConcurrentQueue<(int Who, int Ahead)>();
        var ends = Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource()).ToList();
        var most = 0;
        var running = 0;
        var works = ends.Select(
                (end, i) =>
                    _heavy.RunAsync(
                        async _ =>
                        {
                            most = Math.Max(most, Interlocked.Increment(ref running));
                            begun.Enqueue(i);
                            await end.Task;
                            Interlocked.Decrement(ref running);
                            return Result.Of(i);
                        },
                        ahead => places.Enqueue((i, ahead)),
                        Ct
                    )
            )
            .ToList();

        Assert.Equal(2, _heavy.Waiting);
        Assert.Contains((2, 1), places);
        Assert.Contains((3, 2), places);
        ends[0].SetResult();
        Assert.Equal(0, (await works[0]).Value);
        ends[2].SetResult();
        Assert.Equal(2, (await works[2]).Value);
        Assert.Contains((3, 1), places);
        ends[1].SetResult();
        ends[3].SetResult();
        await Task.WhenAll(works);

        Assert.Equal(2, most);
        Assert.Equal([2, 3], begun.Where(i => i > 1));
        Assert.Equal(0, _heavy.Waiting);
        Assert.Equal((3, 0), places.Last(p => p.Who == 3));
    }

    [Fact]
    public async Task Run_WhoHasLeft_GivesUpThePlace_AndTheNextMovesUp()
    {
        var end = new TaskCompletionSource();
        var places = new ConcurrentQueue<int>();
        using var leaving = new CancellationTokenSource();
        var running = Enumerable.Range(0, 2).Select(_ => RunAsync(end, Ct)).ToList();
        var left = RunAsync(end, leaving.Token);
        var next = _heavy.RunAsync(_ => Task.FromResult(Result.Of(1)), places.Enqueue, Ct);
        Assert.Equal([2], places);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Equal([2, 1], places);
        end.SetResult();
        await Task.WhenAll(running);
        Assert.Equal(1, (await next).Value);
    }

    [Fact]
    public async Task Run_Fails_GivesTheTurnOn()
    {
        for (var i = 0; i < HeavyWork.AtOnce + 1; i++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                _heavy.RunAsync<int>(_ => throw new InvalidOperationException(), null, Ct)
            );
        }
    }

    [Fact]
    public async Task Run_TooManyWait_IsRefused()
    {
        var end = new TaskCompletionSource();
        var works = Enumerable
            .Range(0, HeavyWork.AtOnce + HeavyWork.MostWaiting)
            .Select(_ => RunAsync(end, Ct))
            .ToList();

        Assert.Equal("Platform.Busy", (await RunAsync(end, Ct)).Refusal?.Code);

        end.SetResult();
        Assert.All(await Task.WhenAll(works), w => Assert.Null(w.Refusal));
    }

    private Task<Result<int>> RunAsync(TaskCompletionSource end, CancellationToken ct) =>
        _heavy.RunAsync(
            async _ =>
            {
                await end.Task;
                return Result.Of(0);
            },
            ahead: null,
            ct
        );
}
