using TradeSecretPilot.Testing;

namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

/// <summary>LibreOffice without windows: the office program that many of the portal's users, or their WPS, read files like.</summary>
internal static class Office
{
    private const string Program = "/usr/bin/soffice";

    /// <summary>Skips the test where the program is missing.</summary>
    public static void Require() =>
        Assert.SkipUnless(
            File.Exists(Program),
            "LibreOffice is missing: apt-get install libreoffice-calc-nogui"
        );

    /// <summary>Opens each file and saves it in a format, such as xlsx or pdf.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> SaveAsAsync(
        string format,
        IReadOnlyDictionary<string, byte[]> files
    )
    {
        var folder = Directory.CreateTempSubdirectory("pilot-office-");
        try
        {
            var (from, to) = (folder.CreateSubdirectory("from"), folder.CreateSubdirectory("to"));
            foreach (var (name, content) in files)
            {
                await File.WriteAllBytesAsync(
                    Path.Combine(from.FullName, $"{name}.xlsx"),
                    content,
                    TestContext.Current.CancellationToken
                );
            }

            // A profile of its own: two runs of one profile hand over to each other.
            await SupervisedProcess.RunAsync([
                Program,
                $"-env:UserInstallation=file://{folder.FullName}/profile",
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                to.FullName,
                .. from.GetFiles().Select(f => f.FullName),
            ]);
            return files.Keys.ToDictionary(
                name => name,
                name => File.ReadAllBytes(Path.Combine(to.FullName, $"{name}.{format}"))
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
