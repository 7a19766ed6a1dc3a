using System.Reflection;
using System.Text.RegularExpressions;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.ProgressReports;

namespace TradeSecretPilot.Domain.Tests.Shared;

/// <summary>Every catalogue is found by reflection, so a new refusal is covered the day it is written.</summary>
public sealed partial class RefusalTests
{
    private static readonly List<MethodInfo> Catalogue =
    [
        .. typeof(Refusal)
            .Assembly.GetTypes()
            .Where(t => t is { IsAbstract: true, IsSealed: true } && t.Name.EndsWith("Refusals"))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(m => m.ReturnType == typeof(Refusal)),
    ];

    public static TheoryData<string> Names { get; } = [.. Catalogue.Select(Name)];

    [Fact]
    public void Catalogues_TheAssembly_AreFound()
    {
        Assert.True(Catalogue.Count > 60, $"Only {Catalogue.Count} refusals were found.");
        Assert.Contains(Catalogue, m => m.DeclaringType == typeof(ApplicationRefusals));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Refusal_AnyArguments_SaysWhatIsWrongInBothLanguages(string name)
    {
        var refusals = AllOf(Catalogue.Single(m => Name(m) == name)).ToList();

        Assert.NotEmpty(refusals);
        Assert.All(refusals, AssertWellWorded);
        Assert.Single(refusals.Select(r => r.Code).Distinct());
    }

    [Fact]
    public void Codes_AllCatalogues_AreDistinct() =>
        Assert.Distinct(Catalogue.Select(m => AllOf(m).First().Code));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("超过五个字的理由")]
    public void ReasonsCheck_MissingOrTooLong_SaysSoInBothLanguages(string? reason) =>
        AssertWellWorded(Assert.IsType<Refusal>(Reasons.Check(reason, 5)));

    [Theory]
    [InlineData("五个字理由")]
    [InlineData("  五个字理由  ")]
    public void ReasonsCheck_UpToItsLength_Accepts(string reason) =>
        Assert.Null(Reasons.Check(reason, 5));

    [Fact]
    public void WrongStatus_EachStatus_IsNamedByItsOwnName()
    {
        AssertNamesEach<ApplicationStatus>(s =>
            ApplicationRefusals.WrongStatus(s, ApplicationAct.Edit)
        );
        AssertNamesEach<BatchStage>(s => BatchRefusals.WrongStage(s, BatchAct.Open));
        AssertNamesEach<BatchAct>(a => BatchRefusals.WrongStage(BatchStage.Open, a));
        AssertNamesEach<ReportStatus>(s => ReportRefusals.WrongStatus(s, ReportAct.File));
        AssertNamesEach<ReportAct>(a => ReportRefusals.WrongStatus(ReportStatus.Filed, a));
    }

    private static void AssertNamesEach<T>(Func<T, Refusal> refuse)
        where T : struct, Enum
    {
        var all = Enum.GetValues<T>().Select(refuse).ToList();
        Assert.Distinct(all.Select(r => r.Zh));
        Assert.Distinct(all.Select(r => r.En));
    }

    private static void AssertWellWorded(Refusal refusal)
    {
        Assert.Matches(CodeForm(), refusal.Code);
        Assert.Matches(Cjk(), refusal.Zh);
        Assert.EndsWith("。", refusal.Zh);
        Assert.DoesNotContain("。。", refusal.Zh);
        Assert.DoesNotMatch(Cjk(), refusal.En);
        Assert.EndsWith(".", refusal.En);
        Assert.DoesNotContain("..", refusal.En);
    }

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static IEnumerable<Refusal> AllOf(MethodInfo method)
    {
        IEnumerable<object?[]> combinations =
        [
            [],
        ];
        foreach (var parameter in method.GetParameters())
        {
            combinations =
            [
                .. combinations.SelectMany(c =>
                    ValuesFor(parameter.ParameterType).Select(v => (object?[])[.. c, v])
                ),
            ];
        }

        return combinations.Select(arguments => (Refusal)method.Invoke(null, arguments)!);
    }

    // The values are plain, so that Chinese in the English text can only come from the catalogue.
    private static object?[] ValuesFor(Type type) =>
        type.IsEnum ? [.. Enum.GetValues(type).Cast<object?>()]
        : type == typeof(int) ? [0, 3]
        : type == typeof(string) ? ["X", null]
        : type == typeof(DateOnly) ? [new DateOnly(2024, 2, 29)]
        : type == typeof(DateTimeOffset) ? [Some.Now]
        : type == typeof(DateTimeOffset?) ? [Some.Now, null]
        : type == typeof(Deadline) ? [Some.Deadline, Some.Deadline.ExtendedTo(Some.PublishBy)]
        : type == typeof(Completeness)
            ?
            [
                WorkPlanRules.Check(WorkPlan.Empty, Some.Batch()),
                WorkPlanRules.Check(Some.CompletePlan() with { Foundation = "" }, Some.Batch()),
            ]
        : type == typeof(IReadOnlyList<(string Anchor, string Zh, string En)>)
            ?
            [
                ReportRules.Gaps(Some.CompleteReport() with { Summary = "" }),
                ReportRules.Gaps(ReportContent.Empty),
                ReportRules.Gaps(new ReportContent { IsNil = true }),
            ]
        : type == typeof(FigureRange) ? [new FigureRange(100), new FigureRange(1000, 2, "X", "Y")]
        : type == typeof(ReportPeriod)
            ?
            [
                new ReportPeriod(1, new(2022, 7, 1), new(2022, 12, 31)),
                new ReportPeriod(2, new(2023, 1, 2), new(2023, 6, 30)),
            ]
        : type == typeof(Refusal) ? [Reasons.Check(null, 1)]
        : type == typeof(IReadOnlyList<DivisionLevel>)
            ? [new[] { DivisionLevel.Prefecture }, Enum.GetValues<DivisionLevel>()]
        : type == typeof(IReadOnlyList<DivisionClass>)
            ? [new[] { DivisionClass.PlannedSeparately }, Enum.GetValues<DivisionClass>()]
        : type == typeof(IReadOnlyList<string>) ? [new[] { "990199" }, new[] { "990199", "330000" }]
        : throw new NotSupportedException($"Say which values of {type} to try.");

    [GeneratedRegex(@"^[A-Z]\w+\.[A-Z]\w+$", RegexOptions.NonBacktracking)]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"[\u4e00-\u9fff]", RegexOptions.NonBacktracking)]
    private static partial Regex Cjk();
}
