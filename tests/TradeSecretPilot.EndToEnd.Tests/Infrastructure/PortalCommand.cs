using System.Diagnostics;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>One run of the portal's program that ends by itself: a command of its command line, or a refused start.</summary>
internal static class PortalCommand
{
    /// <summary>Answers the exit code and what was written, both streams together.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string folder,
        IReadOnlyDictionary<string, string> settings,
        string[] arguments,
        string? program = null
    )
    {
        program ??= Repository.PortalAssembly;
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = PortalProcess.ContentRoot(program),
        };
        foreach (var argument in arguments.Prepend(program))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in PortalProcess.Environment(folder, settings))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output + await errors);
    }
}
