using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.House;

/// <summary>
/// Whoever hands out a file, or shows a plan, a report or scores, declares the line that this leaves in the audit trail, or why it
/// leaves none.
/// </summary>
public sealed class RecordedReadTests
{
    private const string Hundredths = "Hundredths";

    /// <summary>What people wrote, in full.</summary>
    private static readonly Type[] Texts = [typeof(WorkPlan), typeof(ReportContent)];

    private static readonly Type[] Files = [typeof(DocumentFile), typeof(Stream)];

    /// <summary>Acts are recorded as such.</summary>
    private static IEnumerable<Type> Reads =>
        UseCaseTable.Rows.Where(r => r.Acts.Count == 0).Select(r => r.UseCase);

    [Fact]
    public void Files_HandedOut_AreDeclared() => Findings.None(Undeclared(Reads, TakingOf));

    [Fact]
    public void TextsAndScores_Shown_AreDeclared() => Findings.None(Undeclared(Reads, ViewingOf));

    [Fact]
    public void Files_PlantedUndeclared_Found() =>
        Assert.Single(Undeclared([typeof(PlantedFetch)], TakingOf));

    [Fact]
    public void Texts_PlantedUndeclared_Found() =>
        Assert.Single(Undeclared([typeof(PlantedGet)], ViewingOf));

    [Fact]
    public void Declarations_EachWithAReason_AndNotOnActs()
    {
        var rules = UseCaseTable.Rows.Select(r => (Row: r, Rules: UseCaseRules.Of(r.UseCase)));

        Findings.None(
            rules
                .Where(r => r.Rules.WhyNothing is { Length: < 20 })
                .Select(r => $"{r.Row}: no reason")
                .Concat(
                    rules
                        .Where(r => r.Row.Acts.Count > 0)
                        .Where(r =>
                            r.Rules.IsOneSnapshot || (r.Rules.Taking ?? r.Rules.Viewing) is not null
                        )
                        .Select(r => $"{r.Row} is an act")
                )
        );
    }

    private static IEnumerable<string> Undeclared(
        IEnumerable<Type> useCases,
        Func<Type, string?> lacking
    ) => useCases.Select(lacking).OfType<string>();

    private static string? TakingOf(Type useCase)
    {
        var rules = UseCaseRules.Of(useCase);
        return rules is { Taking: null, WhyNothing: null } && Shown(useCase).Any(Files.Contains)
            ? $"{useCase.Name} hands out a file"
            : null;
    }

    private static string? ViewingOf(Type useCase)
    {
        var rules = UseCaseRules.Of(useCase);
        return
            rules is { Viewing: null, WhyNothing: null }
            && Shown(useCase) is var shown
            && (
                shown.Any(Texts.Contains)
                || shown
                    .SelectMany(t => t.GetProperties())
                    .Any(p => p.Name.EndsWith(Hundredths, StringComparison.Ordinal))
            )
            ? $"{useCase.Name} shows plans, reports or scores"
            : null;
    }

    /// <summary>Every type in the answer of a use case.</summary>
    private static HashSet<Type> Shown(Type useCase)
    {
        var found = new HashSet<Type>();
        Add(useCase.GetMethod("ExecuteAsync")!.ReturnType, found);
        return found;
    }

    private static void Add(Type type, HashSet<Type> found)
    {
        if (!found.Add(type))
        {
            return;
        }

        foreach (var argument in type.GetGenericArguments())
        {
            Add(argument, found);
        }

        if (type.HasElementType)
        {
            Add(type.GetElementType()!, found);
        }

        var isOurs = type.Namespace?.StartsWith("TradeSecretPilot", StringComparison.Ordinal);
        if (isOurs == true && !Files.Contains(type))
        {
            foreach (var property in type.GetProperties())
            {
                Add(property.PropertyType, found);
            }
        }
    }

    private static class PlantedFetch
    {
        public static Task<Result<DocumentFile>> ExecuteAsync() =>
            throw new NotSupportedException();
    }

    private static class PlantedGet
    {
        public sealed record View(IReadOnlyList<Row> Rows);

        public sealed record Row(int MeanHundredths);

        public static Task<Result<View>> ExecuteAsync() => throw new NotSupportedException();
    }
}
