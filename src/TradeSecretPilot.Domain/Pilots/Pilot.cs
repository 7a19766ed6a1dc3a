using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;

namespace TradeSecretPilot.Domain.Pilots;

public enum PilotStatus
{
    /// <summary>试点中.</summary>
    Running = 1,

    /// <summary>试点期满.</summary>
    Concluded = 2,
}

/// <summary>试点: a selected region from the launch to the end of its three years (四（三）).</summary>
public sealed class Pilot : Aggregate
{
    private readonly List<PilotTask> _tasks = [];

    private Pilot() { }

    public Guid BatchId { get; private set; }

    public Guid ApplicationId { get; private set; }

    public Guid OrganizationId { get; private set; }

    public string ProvinceCode { get; private set; } = null!;

    public string RegionName { get; private set; } = null!;

    public PilotStatus Status { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public DateOnly EndsOn { get; private set; }

    public DateTimeOffset LaunchedAt { get; private set; }

    public IReadOnlyList<PilotTask> Tasks => _tasks;

    /// <summary>Starts the pilot: the measures of the selected version become its tasks.</summary>
    public static Pilot Launch(
        Batch batch,
        Application application,
        WorkPlan plan,
        DateTimeOffset now
    )
    {
        if (application.Status != ApplicationStatus.Selected || application.AnnouncedAt is null)
        {
            throw new InvalidOperationException(
                "Only a selected and published application becomes a pilot."
            );
        }

        var pilot = new Pilot
        {
            Id = Guid.CreateVersion7(now),
            BatchId = batch.Id,
            ApplicationId = application.Id,
            OrganizationId = application.OrganizationId,
            ProvinceCode = application.ProvinceCode,
            RegionName = application.RegionName,
            Status = PilotStatus.Running,
            StartsOn = batch.PilotStartsOn,
            EndsOn = batch.PilotEndsOn,
            LaunchedAt = now,
        };
        pilot._tasks.AddRange(
            plan.Measures.Select((m, i) => PilotTask.From(pilot.Id, m, i + 1, now))
        );
        return pilot;
    }

    public void Conclude() => Status = PilotStatus.Concluded;
}

/// <summary>任务: what a measure of the plan became.</summary>
public sealed class PilotTask
{
    private PilotTask() { }

    public Guid Id { get; private set; }

    public Guid PilotId { get; private set; }

    public int Ordinal { get; private set; }

    /// <summary>The measure of the selected plan it came from.</summary>
    public Guid MeasureId { get; private set; }

    public SubTask SubTask { get; private set; }

    public string Title { get; private set; } = null!;

    public string ResponsibleUnit { get; private set; } = null!;

    public string Target { get; private set; } = null!;

    public DateOnly StartMonth { get; private set; }

    public DateOnly FinishMonth { get; private set; }

    internal static PilotTask From(
        Guid pilotId,
        Measure measure,
        int ordinal,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            PilotId = pilotId,
            Ordinal = ordinal,
            MeasureId = measure.Id,
            SubTask = measure.SubTask!.Value,
            Title = measure.Title,
            ResponsibleUnit = measure.ResponsibleUnit,
            Target = measure.Target,
            StartMonth = measure.StartMonth!.Value,
            FinishMonth = measure.FinishMonth!.Value,
        };
}
