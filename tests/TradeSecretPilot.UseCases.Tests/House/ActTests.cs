using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Demo.World;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.House;

/// <summary>The rules on acts, records and interfaces, each beside the offence planted against it.</summary>
public sealed class ActTests
{
    private const string Prefix = "TradeSecretPilot.";

    /// <summary>What a use case may ask for: the one door, and services of the platform.</summary>
    private static readonly Type[] Given =
    [
        typeof(PilotSessions),
        typeof(MailSender),
        typeof(DocumentPrinter),
        typeof(WorkbookPrinter),
        typeof(FileStore),
        typeof(FileIntake),
        typeof(UserManager<Account>),
        typeof(ILookupNormalizer),
        typeof(TimeProvider),
        typeof(AuditSequencer),
        typeof(AuditExamination),
        typeof(AuditBaseline),
        typeof(AuditAnchors),
    ];

    /// <summary>Beijing time is a constant offset: neither a server's setting nor its zone data can shift a deadline.</summary>
    private static readonly string[] ServersZone =
    [
        "TimeZoneInfo.Local",
        "ToLocalTime(",
        ".LocalDateTime",
        "DateTimeKind.Local",
    ];

    /// <summary>On a database that retries, a transaction that the strategy did not begin fails; there is none to be begun.</summary>
    private static readonly string[] OwnTransactions =
    [
        "BeginTransaction",
        "UseTransaction",
        "TransactionScope",
        "CommittableTransaction",
    ];

    private static readonly Assembly Domain = typeof(Aggregate).Assembly;
    private static readonly Assembly UseCases = typeof(PilotSessions).Assembly;
    private static readonly Assembly Demo = typeof(DemoSetup).Assembly;
    private static readonly Assembly Tests = typeof(ActTests).Assembly;

    private static readonly Type[] Aggregates =
    [
        .. Domain.GetExportedTypes().Where(t => typeof(Aggregate).IsAssignableFrom(t)),
    ];

    [Fact]
    public void Assemblies_PointOneWay()
    {
        Assert.Empty(Ours(Domain));
        Assert.Equal(["TradeSecretPilot.Domain"], Ours(UseCases));
        Assert.Equal(["TradeSecretPilot.Domain", "TradeSecretPilot.UseCases"], Ours(Demo));
    }

    [Fact]
    public void Assemblies_OneThatUsesTheDemonstration_Found() =>
        Assert.Contains("TradeSecretPilot.Demo", Ours(Tests));

    [Fact]
    public void Door_OutsideUseCases_NotVisible()
    {
        Assert.Empty(VisibleContexts(UseCases.GetTypes()));
        Assert.Empty(Entrances([typeof(PilotSession), typeof(PilotSessions)]));
    }

    [Fact]
    public void Door_PlantedVisibleContext_Found() =>
        Assert.NotEmpty(VisibleContexts([typeof(PlantedContext)]));

    [Fact]
    public void Door_PlantedPublicConstructor_Found() =>
        Assert.Equal([nameof(PlantedContext)], Entrances([typeof(PlantedContext)]));

    [Fact]
    public void Acts_AskForThePlatformOnly() => Findings.None(Asking(UseCaseSetup.UseCases));

    [Fact]
    public void Acts_PlantedOneThatAsksForMore_Found() =>
        Assert.NotEmpty(Asking([typeof(PlantedTwoActs)]));

    [Fact]
    public void Acts_StandOneInAFile() =>
        Findings.None(NotOne([.. UseCaseSetup.UseCases, .. DemoSetup.UseCases]));

    [Fact]
    public void Acts_PlantedTwoInOne_Found() => Assert.NotEmpty(NotOne([typeof(PlantedTwoActs)]));

    [Fact]
    public void Records_ShowNoAggregate() =>
        Findings.None(Showing([.. UseCases.GetExportedTypes(), .. Demo.GetExportedTypes()]));

    [Fact]
    public void Records_PlantedOneWithAnAggregate_Found() =>
        Assert.NotEmpty(Showing([typeof(PlantedTwoActs.View)]));

    [Fact]
    public void Interfaces_HaveMoreThanOneImplementation() =>
        Findings.None(Lonely([.. Domain.GetTypes(), .. UseCases.GetTypes(), .. Demo.GetTypes()]));

    [Fact]
    public void Interfaces_PlantedLonelyOne_Found() =>
        Assert.Equal(
            [nameof(IPlantedLonely)],
            Lonely([typeof(IPlantedLonely), typeof(PlantedTwoActs)])
        );

    [Fact]
    public void Namespaces_FollowFolders() =>
        Findings.None(SourceTree.Read(".cs").SelectMany(s => Misplaced(s.File, s.Text)));

    [Fact]
    public void Namespaces_PlantedMisplacedFile_Found() =>
        Assert.NotEmpty(
            Misplaced(
                "TradeSecretPilot.UseCases/Inbox/GetInbox.cs",
                "namespace TradeSecretPilot.UseCases.Platform;"
            )
        );

    [Fact]
    public void Instants_AreNotInterpretedInTheServersZone() =>
        Findings.None(SourceTree.Read(".cs").SelectMany(s => Saying(ServersZone, s.File, s.Text)));

    [Fact]
    public void Instants_PlantedLocalTime_Found() =>
        Assert.NotEmpty(Saying(ServersZone, "a.cs", "var late = due.ToLocalTime() < now;"));

    [Fact]
    public void Transactions_AreBegunByTheStrategyAlone() =>
        Findings.None(
            SourceTree
                .Read(".cs")
                // It reads, and commits nothing.
                .Where(s => Path.GetFileName(s.File) != "ReadSnapshot.cs")
                .SelectMany(s => Saying(OwnTransactions, s.File, s.Text))
        );

    [Fact]
    public void Transactions_PlantedOneOfItsOwn_Found() =>
        Assert.NotEmpty(
            Saying(OwnTransactions, "a.cs", "await db.Database.BeginTransactionAsync(ct);")
        );

    private static IEnumerable<string> Ours(Assembly assembly) =>
        assembly
            .GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> VisibleContexts(IEnumerable<Type> types) =>
        types.Where(t => t.IsVisible && t.IsAssignableTo(typeof(DbContext))).Select(t => t.Name);

    /// <summary>Types that others can make.</summary>
    private static IEnumerable<string> Entrances(IEnumerable<Type> types) =>
        types.Where(t => t.IsVisible && t.GetConstructors().Length > 0).Select(t => t.Name);

    private static IEnumerable<string> Asking(IEnumerable<Type> acts) =>
        from act in acts
        from parameter in Assert.Single(act.GetConstructors()).GetParameters()
        where !Given.Contains(parameter.ParameterType)
        select $"{act.Name} asks for {parameter.ParameterType.Name}";

    private static IEnumerable<string> NotOne(IEnumerable<Type> acts)
    {
        var files = SourceTree
            .Read(".cs")
            .Select(s => Path.GetFileNameWithoutExtension(s.File))
            .ToHashSet(StringComparer.Ordinal);
        const BindingFlags Own =
            BindingFlags.Public
            | BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        return acts.Where(act =>
                act.GetMethods(Own).Count(m => !m.IsSpecialName) != 1
                || !act.IsSealed
                || !files.Contains(act.Name)
            )
            .Select(act => $"{act.Name} is not one sealed act in its own file.");
    }

    private static IEnumerable<string> Showing(IEnumerable<Type> types) =>
        from type in types
        from member in type.GetProperties()
            .Select(p => (p.Name, Type: p.PropertyType))
            .Concat(
                type.GetMethods()
                    .Where(m => m.DeclaringType == type)
                    .Select(m => (m.Name, Type: m.ReturnType))
            )
            .Concat(type.GetFields().Select(f => (f.Name, Type: f.FieldType)))
        where Parts(member.Type).Any(Aggregates.Contains)
        select $"{type.FullName}.{member.Name}";

    private static IEnumerable<string> Lonely(IReadOnlyList<Type> types) =>
        from face in types
        where face.IsInterface
        where types.Count(t => t is { IsClass: true } && t.IsAssignableTo(face)) < 2
        select face.Name;

    private static IEnumerable<string> Misplaced(string file, string text)
    {
        var expected = Path.GetDirectoryName(file)!.Replace(Path.DirectorySeparatorChar, '.');
        var line = text.Split('\n')
            .FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal));
        return line is null || line.TrimEnd() == $"namespace {expected};"
            ? []
            : [$"{file}: {line.TrimEnd()}"];
    }

    private static IEnumerable<string> Saying(string[] words, string file, string text) =>
        words
            .Where(word => text.Contains(word, StringComparison.Ordinal))
            .Select(word => $"{file}: {word}");

    /// <summary>A type with its arguments and elements.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType
            ? Parts(type.GetElementType()!)
            : type.GetGenericArguments().SelectMany(Parts).Append(type);
}
