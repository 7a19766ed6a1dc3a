using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;

namespace TradeSecretPilot.Domain.Tests.Pilots;

public sealed class PilotTests
{
    private readonly Batch _batch = Some.Batch(BatchStage.Running);

    [Fact]
    public void Launch_Published_TurnsEachMeasureIntoATask()
    {
        var application = Some.Application(ApplicationStatus.Selected);
        application.Announce(Some.PublishBy);

        var pilot = Pilot.Launch(_batch, application, application.Plan, Some.PilotsStart);

        Assert.Equal(PilotStatus.Running, pilot.Status);
        Assert.Equal(
            (new DateOnly(2022, 7, 1), new DateOnly(2025, 6, 30)),
            (pilot.StartsOn, pilot.EndsOn)
        );
        Assert.Equal(
            (application.Id, application.OrganizationId, Some.ProvinceCode, _batch.Id),
            (pilot.ApplicationId, pilot.OrganizationId, pilot.ProvinceCode, pilot.BatchId)
        );
        Assert.Equal(
            application.Plan.Measures.Select(
                (m, i) => (i + 1, m.Id, m.SubTask!.Value, m.Title, m.ResponsibleUnit, m.Target)
            ),
            pilot.Tasks.Select(t =>
                (t.Ordinal, t.MeasureId, t.SubTask, t.Title, t.ResponsibleUnit, t.Target)
            )
        );
        Assert.All(pilot.Tasks, t => Assert.Equal(pilot.Id, t.PilotId));
    }

    [Fact]
    public void Launch_NotSelectedOrNotPublished_Throws()
    {
        var unpublished = Some.Application(ApplicationStatus.Selected);
        var passedOver = Some.Application(ApplicationStatus.NotSelected);
        passedOver.Announce(Some.PublishBy);

        Assert.All(
            [unpublished, passedOver],
            a =>
                Assert.Throws<InvalidOperationException>(() =>
                    Pilot.Launch(_batch, a, a.Plan, Some.PilotsStart)
                )
        );
    }

    [Fact]
    public void Obligations_OfTheBatch_AreSixWithTheCalendarsInstants()
    {
        var pilot = Some.Pilot(_batch);

        var obligations = ReportObligation.Of(pilot, _batch, Some.PilotsStart);

        Assert.Equal(
            _batch.ReportPeriods.Select(p => (p.Ordinal, p.StartsOn, p.DueOn, p.DueAt)),
            obligations.Select(o => (o.Ordinal, o.PeriodStartsOn, o.DueOn, o.DueAt))
        );
        Assert.Equal(new(2022, 11, 30, 16, 0, 0, TimeSpan.Zero), obligations[0].OpensAt);
        Assert.Equal(new(2025, 6, 30, 16, 0, 0, TimeSpan.Zero), obligations[5].DueAt);
        Assert.All(
            obligations,
            o =>
                Assert.Equal(
                    (pilot.Id, pilot.OrganizationId, ReportStatus.NotDue),
                    (o.PilotId, o.OrganizationId, o.Status)
                )
        );
    }

    [Fact]
    public void Conclude_Running_IsConcluded()
    {
        var pilot = Some.Pilot(_batch);

        pilot.Conclude();

        Assert.Equal(PilotStatus.Concluded, pilot.Status);
    }
}
