using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.Domain.Batches;

/// <summary>Why a region may not apply in a batch, and what is wrong with the rules that say so.</summary>
public static class EligibilityRefusals
{
    public static Refusal LevelNotEligible(IReadOnlyList<DivisionLevel> levels) =>
        new(
            RefusalKind.InvalidInput,
            "Application.LevelNotEligible",
            $"本批次限{Zh(levels.Select(DivisionTerms.Of))}申报，您单位的层级不在申报范围内。如有疑问，请联系所在地省级市场监管部门。",
            $"The batch is open to: {En(levels.Select(DivisionTerms.Of))}. Your organisation's level is not among them. Ask your provincial market regulator if in doubt."
        );

    public static Refusal ClassNotEligible(IReadOnlyList<DivisionClass> classes) =>
        new(
            RefusalKind.InvalidInput,
            "Application.ClassNotEligible",
            $"本批次限{Zh(classes.Select(DivisionTerms.Of))}申报，您所在地区不属于其中。如有疑问，请联系所在地省级市场监管部门。",
            $"The batch is open to: {En(classes.Select(DivisionTerms.Of))}. Your region is none of them. Ask your provincial market regulator if in doubt."
        );

    public static Refusal NamedOut(string region) =>
        new(
            RefusalKind.InvalidInput,
            "Application.NamedOut",
            $"本批次的申报范围不含{region}。如有疑问，请联系所在地省级市场监管部门。",
            $"{region} is outside the scope of this batch. Ask your provincial market regulator if in doubt."
        );

    public static Refusal IsPilot(int batchNumber) =>
        new(
            RefusalKind.InvalidInput,
            "Application.IsPilot",
            $"您所在地区已是第{batchNumber}批试点地区，试点期满前不再申报新的批次。",
            $"Your region is a pilot of batch {batchNumber} already; it may apply again when that pilot has ended."
        );

    public static Refusal HasPilotBelow(string region) =>
        new(
            RefusalKind.InvalidInput,
            "Application.HasPilotBelow",
            $"您所在地区的{region}正在试点，试点期满前其上级地区不再申报。如需把试点扩大到全域，请通过试点范围变更办理。",
            $"{region}, which lies within your region, is a running pilot; your region may apply when it has ended. To widen that pilot, ask for a change of its scope."
        );

    public static Refusal NamesInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Batch.NamesInvalid",
            $"点名纳入和点名排除的地区各不超过{Eligibility.MostNamed}个，不能重复，也不能既纳入又排除。请改正。",
            $"At most {Eligibility.MostNamed} divisions can be named in, and as many out; none twice, and none both in and out. Correct them."
        );

    /// <param name="codes">Of divisions that do not exist, or are provinces.</param>
    public static Refusal NamesUnknown(IReadOnlyList<string> codes) =>
        new(
            RefusalKind.InvalidInput,
            "Batch.NamesUnknown",
            $"点名的地区中没有代码为{string.Join("、", codes)}的市、县（区）或功能区，请删除或改正。",
            $"There is no city, county or functional zone with the code {string.Join(", ", codes)}. Remove or correct it."
        );

    public static Refusal MaximumInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Batch.MaxPerProvinceInvalid",
            $"每省最多上报的地区数须为1至{Batch.SeatsCeiling}，不限的留空。请改正。",
            $"The most regions a province may forward must be 1 to {Batch.SeatsCeiling}, or blank for no limit. Correct the number."
        );

    /// <param name="ranked">Applications with a place in the province's order.</param>
    public static Refusal TooManyRanked(int ranked, int most) =>
        new(
            RefusalKind.InvalidInput,
            "ProvincialCall.TooManyRanked",
            $"本批次每省最多上报{most}个地区，现已排序{ranked}个，请移出{ranked - most}个后再上报。",
            $"A province may forward {most} regions at most in this batch, and {ranked} are ranked. Take {ranked - most} out of the order first."
        );

    private static string Zh(IEnumerable<Term> terms) => string.Join("、", terms.Select(t => t.Zh));

    private static string En(IEnumerable<Term> terms) =>
        string.Join(", ", terms.Select(t => t.En.ToLowerInvariant()));
}
