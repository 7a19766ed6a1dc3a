using Microsoft.Extensions.Logging.Abstractions;
using TradeSecretPilot.UseCases.Rendering.Typst;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Rendering;

/// <summary>An engine of a test's own, with templates that the portal does not have.</summary>
internal sealed class EngineFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pilot-engine-");

    public EngineFolder()
    {
        var source = TestDocuments.SourceFolder();
        foreach (var file in (string[])["worker.mjs", "package.json"])
        {
            File.Copy(Path.Combine(source, file), Path.Combine(Folder, file));
        }

        File.CreateSymbolicLink(
            Path.Combine(Folder, "node_modules"),
            Path.Combine(source, "node_modules")
        );
    }

    public string Folder => _folder.FullName;

    public EngineFolder With(string template, string source)
    {
        File.WriteAllText(Path.Combine(Folder, template), source);
        return this;
    }

    public DocumentRenderer Start(Func<DocumentOptions, DocumentOptions>? options = null)
    {
        var usual = TestDocuments.Options with { Folder = Folder, Workers = 1 };
        return new DocumentRenderer(
            options?.Invoke(usual) ?? usual,
            NullLogger<DocumentRenderer>.Instance
        );
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
