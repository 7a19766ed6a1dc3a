using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.Domain.Batches;

namespace TradeSecretPilot.Domain.Applications;

/// <summary>The three parts of a plan and the files that go with it, as the editor's rail lists them.</summary>
public enum PlanPart
{
    Foundation = 1,
    Measures = 2,
    Support = 3,

    /// <summary>附件; nothing of it is asked for.</summary>
    Attachments = 4,
}

/// <summary>One thing that is still missing before submission.</summary>
/// <param name="Part">Where it belongs.</param>
/// <param name="Anchor">The field, such as <c>foundation</c> or <c>measure-3-target</c>.</param>
/// <param name="Zh">What is missing.</param>
/// <param name="En">The same in English.</param>
public sealed record PlanGap(PlanPart Part, string Anchor, string Zh, string En);

/// <summary>How complete a plan is.</summary>
public sealed record Completeness(
    IReadOnlyDictionary<PlanPart, (int Done, int Total)> Parts,
    IReadOnlyList<PlanGap> Gaps
)
{
    public bool IsComplete => Gaps.Count == 0;

    public int Done => Parts.Values.Sum(p => p.Done);

    public int Total => Parts.Values.Sum(p => p.Total);
}

/// <summary>What may be saved at all, and what must be there before submission.</summary>
public static class WorkPlanRules
{
    /// <summary>Refuses what no draft may hold: texts and tables beyond their limits, figures out of range.</summary>
    public static Refusal? CheckLimits(WorkPlan plan)
    {
        string[] texts =
        [
            plan.Foundation,
            plan.Advantages,
            plan.Approach,
            plan.Phasing,
            plan.Leadership,
            plan.Safeguards,
        ];
        if (texts.Any(t => t.Length > WorkPlan.TextMaxLength))
        {
            return ApplicationRefusals.TextTooLong(WorkPlan.TextMaxLength);
        }

        if (
            plan.Measures.Count > WorkPlan.MaxMeasures
            || plan.Support.Count > WorkPlan.MaxSupportLines
        )
        {
            return ApplicationRefusals.TooManyLines();
        }

        var measuresFit = plan.Measures.All(m =>
            m.Id != Guid.Empty
            && m.Title.Length <= Measure.TitleMaxLength
            && m.Innovation.Length <= Measure.InnovationMaxLength
            && m.ResponsibleUnit.Length <= Measure.UnitMaxLength
            && m.CoUnits.Length <= Measure.CoUnitsMaxLength
            && m.Deliverable.Length <= Measure.DeliverableMaxLength
            && m.Target.Length <= Measure.TargetMaxLength
            && (m.SubTask is null || Enum.IsDefined(m.SubTask.Value))
        );
        if (!measuresFit || plan.Measures.DistinctBy(m => m.Id).Count() != plan.Measures.Count)
        {
            return ApplicationRefusals.MeasureInvalid();
        }

        var linesFit = plan.Support.All(l =>
            Enum.IsDefined(l.Level)
            && l.Year is >= 2000 and <= 2100
            && l.Staff is >= 0 and <= SupportLine.MaxStaff
            && l.Funding is >= 0 and <= SupportLine.MaxFunding
            && decimal.Round(l.Funding, 2) == l.Funding
            && l.Facilities.Length <= SupportLine.FacilitiesMaxLength
        );
        return linesFit
            ? Attachment.Check(plan.Attachments)
            : ApplicationRefusals.SupportLineInvalid();
    }

    /// <summary>What is done and what is missing, live while the plan is being written.</summary>
    public static Completeness Check(WorkPlan plan, Batch batch)
    {
        var gaps = new List<PlanGap>();
        var total = new Dictionary<PlanPart, int>();
        void Need(PlanPart part, bool present, string anchor, string zh, string en)
        {
            total[part] = total.GetValueOrDefault(part) + 1;
            if (!present)
            {
                gaps.Add(new PlanGap(part, anchor, zh, en));
            }
        }

        Need(
            PlanPart.Foundation,
            Filled(plan.Foundation),
            "foundation",
            "填写工作基础",
            "Describe the foundation"
        );
        Need(
            PlanPart.Foundation,
            Filled(plan.Advantages),
            "advantages",
            "填写比较优势",
            "Describe the advantages"
        );
        Need(
            PlanPart.Measures,
            Filled(plan.Approach),
            "approach",
            "填写总体思路",
            "Describe the approach"
        );
        Need(
            PlanPart.Measures,
            Filled(plan.Phasing),
            "phasing",
            "填写分阶段安排",
            "Describe the phases"
        );
        Need(
            PlanPart.Measures,
            plan.Measures.Count > 0,
            "measures",
            "至少填写一条创新举措",
            "Add at least one measure"
        );
        foreach (var (measure, i) in plan.Measures.Select((m, i) => (m, i + 1)))
        {
            CheckMeasure(measure, i, batch, Need);
        }

        Need(
            PlanPart.Support,
            Filled(plan.Leadership),
            "leadership",
            "填写组织领导",
            "Describe the leadership"
        );
        Need(
            PlanPart.Support,
            Filled(plan.Safeguards),
            "safeguards",
            "填写保障机制",
            "Describe the safeguards"
        );
        Need(
            PlanPart.Support,
            plan.Support.Any(l => l.Staff > 0 || l.Funding > 0 || Filled(l.Facilities)),
            "support",
            "填写人财物支持表",
            "Fill in the table of staff, funding and facilities"
        );
        Need(
            PlanPart.Support,
            plan.Support.DistinctBy(l => (l.Level, l.Year)).Count() == plan.Support.Count,
            "support",
            "支持表同一层级、同一年度只能有一行，请合并",
            "The table has two lines for one level and year: merge them"
        );

        var parts = total.ToDictionary(
            t => t.Key,
            t => (Done: t.Value - gaps.Count(g => g.Part == t.Key), Total: t.Value)
        );
        return new Completeness(parts, gaps);
    }

    private static void CheckMeasure(
        Measure m,
        int i,
        Batch batch,
        Action<PlanPart, bool, string, string, string> need
    )
    {
        void Need(bool present, string field, string zh, string en) =>
            need(
                PlanPart.Measures,
                present,
                $"measure-{i}-{field}",
                $"举措{i}{zh}",
                $"Measure {i}: {en}"
            );

        Need(Filled(m.Title), "title", "缺名称", "title missing");
        Need(m.SubTask is not null, "subtask", "未对应子任务", "no sub-task chosen");
        Need(Filled(m.Innovation), "innovation", "缺创新点", "innovation missing");
        Need(Filled(m.ResponsibleUnit), "unit", "缺责任单位", "responsible unit missing");
        Need(Filled(m.Deliverable), "deliverable", "缺成果形式", "deliverable missing");
        Need(Filled(m.Target), "target", "缺可核验目标", "verifiable target missing");
        Need(
            m.StartMonth is { } start
                && m.FinishMonth is { } finish
                && start <= finish
                && MonthOf(start) >= MonthOf(batch.PilotStartsOn)
                && MonthOf(finish) <= MonthOf(batch.PilotEndsOn),
            "months",
            "起止月份未填，或不在试点周期内",
            "months missing, reversed or outside the pilot"
        );
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static bool Filled(string text) => !string.IsNullOrWhiteSpace(text);
}
