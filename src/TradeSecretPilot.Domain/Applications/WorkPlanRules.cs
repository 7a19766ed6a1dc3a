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
    /// <summary>
    /// Refuses what no draft may hold: texts beyond storage, too many lines, figures out of range. A text that is only too long to
    /// be submitted is kept.
    /// </summary>
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
            .. plan.Measures.SelectMany(m =>
                new[]
                {
                    m.Title,
                    m.Innovation,
                    m.ResponsibleUnit,
                    m.CoUnits,
                    m.Deliverable,
                    m.Target,
                }
            ),
            .. plan.Support.Select(l => l.Facilities),
        ];
        if (texts.Any(t => t.Length > TextFault.DraftMaxLength))
        {
            return ApplicationRefusals.TextTooLong(TextFault.DraftMaxLength);
        }

        if (
            plan.Measures.Count > WorkPlan.MaxMeasures
            || plan.Support.Count > WorkPlan.MaxSupportLines
        )
        {
            return ApplicationRefusals.TooManyLines();
        }

        var measuresFit = plan.Measures.All(m =>
            m.Id != Guid.Empty && (m.SubTask is null || Enum.IsDefined(m.SubTask.Value))
        );
        if (!measuresFit || plan.Measures.DistinctBy(m => m.Id).Count() != plan.Measures.Count)
        {
            return ApplicationRefusals.MeasureInvalid();
        }

        var linesFit = plan.Support.All(l =>
            Enum.IsDefined(l.Level)
            && l.Year is >= 2000 and <= 2100
            && SupportLine.StaffRange.Holds(l.Staff)
            && SupportLine.FundingRange.Holds(l.Funding)
        );
        return linesFit
            ? Attachment.Check(plan.Attachments)
            : ApplicationRefusals.SupportLineInvalid();
    }

    /// <summary>What is done and what is missing, live while the plan is being written.</summary>
    public static Completeness Check(WorkPlan plan, Batch batch)
    {
        var gaps = new Gaps();
        gaps.NeedText(PlanPart.Foundation, "foundation", plan.Foundation, "工作基础", "foundation");
        gaps.NeedText(PlanPart.Foundation, "advantages", plan.Advantages, "比较优势", "advantages");
        gaps.NeedText(PlanPart.Measures, "approach", plan.Approach, "总体思路", "approach");
        gaps.NeedText(PlanPart.Measures, "phasing", plan.Phasing, "分阶段安排", "phases");
        gaps.Need(
            PlanPart.Measures,
            plan.Measures.Count > 0,
            "measures",
            "至少填写一条创新举措",
            "Add at least one measure"
        );
        foreach (var (measure, i) in plan.Measures.Select((m, i) => (m, i + 1)))
        {
            CheckMeasure(measure, i, batch, gaps);
        }

        gaps.NeedText(PlanPart.Support, "leadership", plan.Leadership, "组织领导", "leadership");
        gaps.NeedText(PlanPart.Support, "safeguards", plan.Safeguards, "保障机制", "safeguards");
        gaps.Need(
            PlanPart.Support,
            plan.Support.Any(l => l.Staff > 0 || l.Funding > 0 || IsFilled(l.Facilities)),
            "support",
            "填写人财物支持表",
            "Fill in the table of staff, funding and facilities"
        );
        gaps.Need(
            PlanPart.Support,
            plan.Support.DistinctBy(l => (l.Level, l.Year)).Count() == plan.Support.Count,
            "support",
            "支持表同一层级、同一年度只能有一行，请合并",
            "The table has two lines for one level and year: merge them"
        );
        foreach (var (line, i) in plan.Support.Select((l, i) => (l, i + 1)))
        {
            gaps.Fault(
                PlanPart.Support,
                "support",
                TextFault.Of(line.Facilities, SupportLine.FacilitiesMaxLength),
                $"支持表第{i}行“场所设施等”",
                $"Line {i} of the support table, facilities:"
            );
        }

        foreach (var (number, fault) in Attachment.Faults(plan.Attachments))
        {
            gaps.Fault(
                PlanPart.Attachments,
                "attachments",
                fault,
                $"附件{number}的名称",
                $"The title of attachment {number}"
            );
        }

        return gaps.ToCompleteness();
    }

    private static void CheckMeasure(Measure m, int i, Batch batch, Gaps gaps)
    {
        void Text(string text, int max, string field, string zh, string en, string nameEn)
        {
            if (IsFilled(text) && TextFault.Of(text, max) is { } fault)
            {
                Need(false, field, $"“{zh[1..]}”{fault.Zh}", $"{nameEn} {fault.En}");
            }
            else
            {
                Need(IsFilled(text), field, zh, en);
            }
        }

        void Need(bool present, string field, string zh, string en) =>
            gaps.Need(
                PlanPart.Measures,
                present,
                $"measure-{i}-{field}",
                $"举措{i}{zh}",
                $"Measure {i}: {en}"
            );

        Text(m.Title, Measure.TitleMaxLength, "title", "缺名称", "title missing", "title");
        Need(m.SubTask is not null, "subtask", "未对应子任务", "no sub-task chosen");
        Text(
            m.Innovation,
            Measure.InnovationMaxLength,
            "innovation",
            "缺创新点",
            "innovation missing",
            "innovation"
        );
        Text(
            m.ResponsibleUnit,
            Measure.UnitMaxLength,
            "unit",
            "缺责任单位",
            "responsible unit missing",
            "responsible unit"
        );
        Text(
            m.Deliverable,
            Measure.DeliverableMaxLength,
            "deliverable",
            "缺成果形式",
            "deliverable missing",
            "deliverable"
        );
        Text(
            m.Target,
            Measure.TargetMaxLength,
            "target",
            "缺可核验目标",
            "verifiable target missing",
            "verifiable target"
        );
        gaps.Fault(
            PlanPart.Measures,
            $"measure-{i}-counits",
            TextFault.Of(m.CoUnits, Measure.CoUnitsMaxLength),
            $"举措{i}“协同单位”",
            $"Measure {i}: co-units"
        );
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

    private static bool IsFilled(string text) => !string.IsNullOrWhiteSpace(text);

    /// <summary>Collects what is asked for, and what of it is missing.</summary>
    private sealed class Gaps
    {
        private readonly List<PlanGap> _gaps = [];
        private readonly Dictionary<PlanPart, int> _total = [];

        public void Need(PlanPart part, bool present, string anchor, string zh, string en)
        {
            _total[part] = _total.GetValueOrDefault(part) + 1;
            if (!present)
            {
                _gaps.Add(new PlanGap(part, anchor, zh, en));
            }
        }

        /// <summary>A text of the plan's own that must be there, and be fit to be submitted.</summary>
        public void NeedText(PlanPart part, string anchor, string text, string zh, string en)
        {
            if (IsFilled(text) && TextFault.Of(text, WorkPlan.TextMaxLength) is { } fault)
            {
                Need(part, false, anchor, $"“{zh}”{fault.Zh}", $"The text on the {en} {fault.En}");
            }
            else
            {
                Need(part, IsFilled(text), anchor, $"填写{zh}", $"Describe the {en}");
            }
        }

        /// <summary>Counts only where there is a fault.</summary>
        public void Fault(PlanPart part, string anchor, TextFault? fault, string zh, string en)
        {
            if (fault is not null)
            {
                Need(part, false, anchor, zh + fault.Zh, $"{en} {fault.En}");
            }
        }

        public Completeness ToCompleteness() =>
            new(
                _total.ToDictionary(
                    t => t.Key,
                    t => (Done: t.Value - _gaps.Count(g => g.Part == t.Key), Total: t.Value)
                ),
                _gaps
            );
    }
}
