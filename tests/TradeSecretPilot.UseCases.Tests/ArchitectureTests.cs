using System.Reflection;
using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.Domain;
using TradeSecretPilot.UseCases.Documents;
using TradeSecretPilot.UseCases.Documents.Excel;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests;

/// <summary>The arrows of the house, by plain reflection.</summary>
public sealed class ArchitectureTests
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
        typeof(UserManager<Account>),
        typeof(ILookupNormalizer),
        typeof(TimeProvider),
    ];

    private static readonly Assembly Domain = typeof(Aggregate).Assembly;
    private static readonly Assembly UseCases = typeof(PilotSessions).Assembly;

    [Fact]
    public void Arrows_FromUseCasesToDomain_OneWay()
    {
        Assert.Equal([Domain.GetName().Name], Ours(UseCases));
        Assert.Empty(Ours(Domain));
        Assert.DoesNotContain(
            Domain.GetReferencedAssemblies(),
            a =>
                a.Name!.StartsWith("Microsoft.", StringComparison.Ordinal)
                && !a.Name.StartsWith("Microsoft.Win32", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Web_OfTheDomain_UsesNoAggregate()
    {
        // From source, so that this project needs no reference to the pages.
        var web = Path.Combine(SourceFolder(), "TradeSecretPilot.Web");
        var names = Domain
            .GetExportedTypes()
            .Where(t => typeof(Aggregate).IsAssignableFrom(t))
            .Select(t => t.FullName!);
        var sources = Directory
            .EnumerateFiles(web, "*.*", SearchOption.AllDirectories)
            .Where(f =>
                (
                    f.EndsWith(".cs", StringComparison.Ordinal)
                    || f.EndsWith(".razor", StringComparison.Ordinal)
                )
                && !f.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            )
            .Select(f => (File: f, Text: File.ReadAllText(f)))
            .ToList();

        Assert.NotEmpty(sources);
        Findings.None(
            from s in sources
            from n in names.Append("Microsoft.EntityFrameworkCore.DbContext")
            where s.Text.Contains(n, StringComparison.Ordinal)
            select $"{Path.GetFileName(s.File)}: {n}"
        );
    }

    [Fact]
    public void DbContext_OutsideUseCases_NotVisible()
    {
        Assert.False(typeof(PilotDbContext).IsVisible);
        Assert.False(typeof(PilotSession).IsVisible);
        Assert.Empty(typeof(PilotSessions).GetConstructors());
    }

    [Fact]
    public void UseCase_Asks_ForThePlatformOnly() =>
        Findings.None(
            from u in UseCaseSetup.UseCases
            from p in Assert.Single(u.GetConstructors()).GetParameters()
            where !Given.Contains(p.ParameterType)
            select $"{u.Name} asks for {p.ParameterType.Name}"
        );

    [Fact]
    public void UseCase_IsOneAct_InItsOwnFile()
    {
        var files = Directory
            .EnumerateFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet(StringComparer.Ordinal);
        Findings.None(
            UseCaseSetup
                .UseCases.Where(u =>
                    u.GetMethods(
                            BindingFlags.Public
                                | BindingFlags.Instance
                                | BindingFlags.Static
                                | BindingFlags.DeclaredOnly
                        )
                        .Count(m => !m.IsSpecialName) != 1
                    || !u.IsSealed
                    || !files.Contains(u.Name)
                )
                .Select(u => $"{u.Name} is not one sealed act in its own file.")
        );
    }

    [Fact]
    public void PublicRecords_ShowNoAggregate()
    {
        var hidden = Domain
            .GetExportedTypes()
            .Where(t => typeof(Aggregate).IsAssignableFrom(t))
            .ToHashSet();
        Findings.None(
            from t in UseCases.GetExportedTypes()
            from m in t.GetProperties()
                .Select(p => (p.Name, Type: p.PropertyType))
                .Concat(
                    t.GetMethods()
                        .Where(m => m.DeclaringType == t)
                        .Select(m => (m.Name, Type: m.ReturnType))
                )
                .Concat(t.GetFields().Select(f => (f.Name, Type: f.FieldType)))
            where Parts(m.Type).Any(hidden.Contains)
            select $"{t.FullName}.{m.Name}"
        );
    }

    [Fact]
    public void Instants_AreNotInterpretedInTheServersZone()
    {
        // Beijing time is a constant offset: neither a server's setting nor its zone data can shift a deadline.
        string[] forbidden =
        [
            "TimeZoneInfo.Local",
            "ToLocalTime(",
            ".LocalDateTime",
            "DateTimeKind.Local",
        ];
        Findings.None(
            from f in Directory.EnumerateFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories)
            where
                !f.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            let text = File.ReadAllText(f)
            from word in forbidden
            where text.Contains(word, StringComparison.Ordinal)
            select $"{Path.GetFileName(f)}: {word}"
        );
    }

    private static IEnumerable<string> Ours(Assembly assembly) =>
        assembly
            .GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal));

    /// <summary>A type with its arguments and elements.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType
            ? Parts(type.GetElementType()!)
            : type.GetGenericArguments().SelectMany(Parts).Append(type);

    private static string SourceFolder()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "TradeSecretPilot.sln")))
            {
                return Path.Combine(folder.FullName, "src");
            }
        }

        throw new InvalidOperationException("The repository was not found above the tests.");
    }
}
