using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Typst;

namespace TradeSecretPilot.Load;

/// <summary>How long a large plan takes to open in a real browser, and a keystroke in it to be seen.</summary>
internal static class Typing
{
    private const string Account = "drafter.339104";
    private const int Measures = 40;
    private const int Openings = 40;
    private const int Keystrokes = 200;

    /// <summary>Opens an address within the circuit and answers the milliseconds until its field stands there, ready to be typed in.</summary>
    private const string Open = """
        ([address, field]) => new Promise(done => {
            const began = performance.now();
            const ready = () => {
                const found = document.querySelector(field);
                if (found && !found.closest('fieldset[disabled]')) {
                    watch.disconnect();
                    requestAnimationFrame(() => done(performance.now() - began));
                    return true;
                }
            };
            const watch = new MutationObserver(ready);
            watch.observe(document.body, { subtree: true, childList: true, attributes: true });
            window.Blazor.navigateTo(address);
        })
        """;

    /// <summary>Notes the milliseconds from each keystroke to the frame in which its character stands.</summary>
    private const string Listen = """
        () => {
            window.echoes = [];
            let pressed;
            document.addEventListener('beforeinput', () => { pressed = performance.now(); }, true);
            document.addEventListener('input', () => {
                const from = pressed;
                requestAnimationFrame(() => setTimeout(() => window.echoes.push(performance.now() - from)));
            }, true);
        }
        """;

    /// <returns>0.</returns>
    public static async Task<int> RunAsync(string program)
    {
        await using var portal = await DemoPortal.StartAsync(program);
        var application = await FillAsync(portal.Folder);
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] }
        );
        await using var context = await chromium.NewContextAsync(
            new() { BaseURL = portal.Address.OriginalString, Locale = "zh-CN" }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/sign-in");
        await page.EvaluateAsync(
            "account => { const e = document.querySelector('[data-entrance]'); e.value = account; e.click(); }",
            Account
        );
        await page.WaitForURLAsync("**/inbox");
        await page.GotoAsync("/applications");
        await page.WaitForFunctionAsync("() => !!window.Blazor");
        var opened = new List<double>();
        for (var i = 0; i < Openings; i++)
        {
            opened.Add(
                await page.EvaluateAsync<double>(
                    Open,
                    new[] { $"/applications/{application}/edit?part=2", "[data-field=approach]" }
                )
            );
            await page.EvaluateAsync("window.Blazor.navigateTo('/applications')");
            await page.Locator("[data-field]")
                .First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }

        Print("open the editor at its 40 measures", opened);
        foreach (var (part, field) in new[] { (1, "foundation"), (2, "approach") })
        {
            await page.GotoAsync($"/applications/{application}/edit?part={part}");
            var text = page.Locator($"fieldset:not([disabled]) [data-field={field}]");
            await text.WaitForAsync();
            await text.PressAsync("Control+End");
            await page.EvaluateAsync(Listen);
            await text.PressSequentiallyAsync(new string('示', Keystrokes), new() { Delay = 60 });
            Print(
                $"a keystroke in part {part}",
                await page.EvaluateAsync<double[]>("window.echoes")
            );
        }

        return 0;
    }

    private static void Print(string what, IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -36} {sorted.Count, 4} times: p50 {sorted[sorted.Count / 2], 6:F1} ms, p95 {sorted[sorted.Count * 95 / 100], 6:F1} ms, longest {sorted[^1], 6:F1} ms"
            )
        );
    }

    /// <summary>Makes the sample's plan one of 40 measures and 60,000 characters.</summary>
    private static async Task<Guid> FillAsync(string folder)
    {
        var connection = $"Data Source={Path.Combine(folder, "portal.db")}";
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddSingleton(TimeProvider.System)
            .AddPilotDatabase(new DatabaseOptions(DatabaseProvider.Sqlite, connection))
            .AddPilotMail(new MailOptions())
            .AddPilotFiles(new FileStoreOptions { Folder = folder })
            .AddPilotDocuments(new DocumentOptions { Folder = folder })
            .AddUseCases()
            .AddPilotAudit(
                _ => AuditKeys.Make(TimeProvider.System.GetUtcNow()),
                new AuditAnchorFile(null)
            )
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        scope
            .ServiceProvider.GetRequiredService<CurrentActor>()
            .ActAsAccount(await AccountAsync(connection));
        var list = await scope
            .ServiceProvider.GetRequiredService<ListApplications>()
            .ExecuteAsync(new(), default);
        var id = list.Page.Items[0].Id;
        var present = await scope
            .ServiceProvider.GetRequiredService<GetApplication>()
            .ExecuteAsync(new(id), default);
        var text = new string('示', WorkPlan.TextMaxLength);
        var plan = present.Value.Plan with
        {
            Foundation = text,
            Advantages = text,
            Approach = text,
            Phasing = text,
            Leadership = text,
            Safeguards = text,
            Measures =
            [
                .. Enumerable
                    .Range(1, Measures)
                    .Select(i =>
                        present.Value.Plan.Measures[0] with
                        {
                            Id = Guid.CreateVersion7(),
                            Title = $"示例举措{i}",
                            Innovation = new string('示', Measure.InnovationMaxLength),
                        }
                    ),
            ],
        };
        var saved = await scope
            .ServiceProvider.GetRequiredService<SaveWorkPlan>()
            .ExecuteAsync(new(id, present.Value.Version, plan), default);
        return saved.Refusal is { } refusal ? throw new InvalidOperationException(refusal.En) : id;
    }

    private static async Task<Guid> AccountAsync(string connection)
    {
        await using var database = new SqliteConnection(connection);
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT \"Id\" FROM \"Accounts\" WHERE \"UserName\" = $name";
        command.Parameters.AddWithValue("$name", Account);
        return Guid.Parse((string)(await command.ExecuteScalarAsync())!);
    }
}
