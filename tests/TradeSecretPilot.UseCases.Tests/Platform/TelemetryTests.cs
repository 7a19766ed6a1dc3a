using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Platform.Telemetry;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>Spans and figures of acts, statements and jobs, as a listener receives them.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly TestDatabases _databases;

    /// <summary>Tests run beside each other: each looks at the spans of its own trace.</summary>
    private readonly Activity _test = new Activity("test")
        .SetIdFormat(ActivityIdFormat.W3C)
        .Start();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public TelemetryTests(TestDatabases databases)
    {
        _databases = databases;
        var trace = _test.TraceId;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PilotTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == trace)
                {
                    _spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _listener.Dispose();
        _test.Dispose();
    }

    [Theory]
    [InlineData(nameof(SubmitApplication))]
    [InlineData(nameof(FileReport))]
    [InlineData(nameof(SubmitScoreSheet))]
    [InlineData(nameof(ForwardApplications))]
    [InlineData(nameof(DecideSelection))]
    public async Task MainAct_CarriedOut_BeginsOneSession(string act)
    {
        await using var world = await _databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var row = UseCaseTable.Rows.Single(r => r.UseCase.Name == act);
        var caller = row.Holders.Members().First();

        await row.CallOwnAsync(world, caller, caller, foreignTenant: false);

        var useCases = UseCaseTable.Rows.Select(r => r.UseCase.Name).ToHashSet();
        Assert.Equal([act], _spans.Select(s => s.OperationName).Where(useCases.Contains));
    }

    [Fact]
    public async Task EveryUseCase_HasASpanOfItsOwnName()
    {
        await using var world = await _databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        foreach (var row in UseCaseTable.Rows)
        {
            // Nobody gets past the door, but everybody comes to it.
            await Assert.ThrowsAsync<PermissionDeniedException>(() =>
                row.CallOwnAsync(world, row.Holders.Members().First(), Who.Nobody, false)
            );
        }

        var denied = _spans.Where(s => s.GetTagItem("portal.outcome") is "denied");
        Assert.Equal(
            UseCaseTable.Rows.Select(r => r.UseCase.Name).Distinct().Order(StringComparer.Ordinal),
            denied.Select(s => s.OperationName).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Act_CarriedOut_OneSpan_WithItsStatementsUnderIt_AndNoPerson()
    {
        await using var world = await _databases.CreateWorldAsync(DatabaseProvider.Sqlite);

        await SubmitAsync(world, version: 1);

        var act = Assert.Single(_spans, s => s.OperationName == nameof(SubmitApplication));
        Assert.Equal("done", act.GetTagItem("portal.outcome"));
        Assert.Equal("LocalApprover", act.GetTagItem("portal.role"));
        Assert.Equal(_test.SpanId, act.ParentSpanId);
        var statements = _spans.Where(s => s.OperationName == "sql").ToList();
        Assert.InRange(statements.Count, 5, 100);
        Assert.All(statements, s => Assert.Equal(act.SpanId, s.ParentSpanId));
        Assert.All(
            statements,
            s => Assert.Equal(nameof(SubmitApplication), s.GetTagItem("portal.use_case"))
        );
        var approver = await world.BehindTheDoorAsync(db =>
            db.Accounts.Where(a => a.Id == world.Cast.A[0].Approver)
                .Select(a => a.DisplayName)
                .SingleAsync(Ct)
        );
        Assert.DoesNotContain(
            _spans.SelectMany(s => s.TagObjects),
            t => $"{t.Value}".Contains(approver, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Act_Refused_SaysSo()
    {
        await using var world = await _databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        await SubmitAsync(world, version: 1);

        await SubmitAsync(world, version: 1);

        Assert.Equal(2, _spans.Count(s => s.OperationName == nameof(SubmitApplication)));
    }

    [Fact]
    public async Task Acts_OneAfterTheOther_AreNotNested()
    {
        await using var world = await _databases.CreateWorldAsync(DatabaseProvider.Sqlite);

        await world.AsAsync(world.Cast.SystemAdmin, (ListOutbox u) => u.ExecuteAsync(new(), Ct));
        await world.AsAsync(world.Cast.SystemAdmin, (GetMailRoute u) => u.ExecuteAsync(Ct));

        var acts = _spans.Where(s => s.OperationName is "ListOutbox" or "GetMailRoute").ToList();
        Assert.Equal(2, acts.Count);
        Assert.All(acts, s => Assert.Equal(_test.SpanId, s.ParentSpanId));
    }

    [Fact]
    public void Job_ThatFails_SaysSo_WithoutItsWords()
    {
        using (var run = PilotTelemetry.StartJob("示例任务"))
        {
            run.Fail(new InvalidOperationException("秘密"));
        }

        var job = Assert.Single(_spans);
        Assert.Equal(
            ("job 示例任务", "failed", ActivityStatusCode.Error, "InvalidOperationException"),
            (job.OperationName, job.GetTagItem("portal.outcome"), job.Status, job.StatusDescription)
        );
    }

    [Fact]
    public async Task Act_IsMeasured_ByUseCaseAndOutcome()
    {
        var measured = new ConcurrentQueue<string>();
        using var meter = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "portal.use_case.duration")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meter.SetMeasurementEventCallback<double>(
            (_, seconds, tags, _) =>
                measured.Enqueue(
                    $"{string.Join(' ', tags.ToArray().Select(t => t.Value))} {seconds >= 0}"
                )
        );
        meter.Start();
        await using var world = await _databases.CreateWorldAsync(DatabaseProvider.Sqlite);

        await world.AsAsync(world.Cast.SystemAdmin, (GetMailRoute u) => u.ExecuteAsync(Ct));

        Assert.Contains("GetMailRoute done True", measured);
    }

    private static async Task SubmitAsync(World world, int version) =>
        await world.AsAsync(
            world.Cast.A[0].Approver,
            (SubmitApplication u) =>
                u.ExecuteAsync(
                    new(world.Cast.Application(world.Cast.Open, world.Cast.A[0]), version),
                    Ct
                )
        );
}
