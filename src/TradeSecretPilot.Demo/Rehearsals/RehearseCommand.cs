using System.CommandLine;
using System.Text.Json;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.Demo.Rehearsals;

/// <summary>Plays the whole first batch on a fresh database and judges it.</summary>
public static class RehearseCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static Command Create()
    {
        var applications = new Option<int>("--applications")
        {
            Description = "申报数 number of applications",
            DefaultValueFactory = _ => 96,
        };
        applications.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 12 or > RehearsalOptions.MostApplications)
            {
                r.AddError(
                    $"申报数须为12至{RehearsalOptions.MostApplications}。 Give 12 to {RehearsalOptions.MostApplications} applications."
                );
            }
        });
        var seed = new Option<int>("--seed")
        {
            Description = "随机种子 seed",
            DefaultValueFactory = _ => 1,
        };
        var provider = new Option<DatabaseProvider>("--provider")
        {
            Description = "数据库种类 provider",
            DefaultValueFactory = _ => DatabaseProvider.Sqlite,
        };
        var database = new Option<string?>("--database")
        {
            Description =
                "空数据库的连接串 connection string of an empty database; a temporary SQLite file unless given",
        };
        var json = new Option<bool>("--json")
        {
            Description = "末行输出一个JSON对象 last line is one JSON object",
        };
        var command = new Command(
            "rehearse",
            "在虚拟时钟上演练第一批全过程。 Plays the whole first batch on a virtual clock."
        )
        {
            applications,
            seed,
            provider,
            database,
            json,
        };
        command.SetAction(
            async (parsed, ct) =>
            {
                var connection = parsed.GetValue(database);
                if (connection is null && parsed.GetValue(provider) != DatabaseProvider.Sqlite)
                {
                    await Console.Error.WriteLineAsync(
                        "请用 --database 指定空数据库的连接串。 Give --database for this provider."
                    );
                    return 2;
                }

                using var temporary = connection is null ? new TemporaryDatabase() : null;
                var options = new RehearsalOptions(
                    new DatabaseOptions(
                        parsed.GetValue(provider),
                        connection ?? temporary!.ConnectionString
                    ),
                    parsed.GetValue(applications),
                    parsed.GetValue(seed)
                )
                {
                    IsThrownAway = temporary is not null,
                };
                var played = await Rehearsal.RunAsync(options, Console.Out, ct);
                if (played.Refusal is { } refusal)
                {
                    await Console.Error.WriteLineAsync($"{refusal.Zh}\n{refusal.En}");
                    return 2;
                }

                await WriteAsync(played.Value, parsed.GetValue(json));
                return played.Value.InvariantsBroken.Count == 0 ? 0 : 1;
            }
        );
        return command;
    }

    private static async Task WriteAsync(RehearsalSummary s, bool json)
    {
        var o = Console.Out;
        await o.WriteLineAsync();
        await o.WriteLineAsync(
            $"申报{s.Applications.Created}，提交{s.Applications.Submitted}，退回{s.Applications.Returned}，不予推荐{s.Applications.Declined}，撤回{s.Applications.Withdrawn}，失效{s.Applications.Lapsed}，上报{s.Applications.Forwarded}，入选{s.Applications.Selected}，未入选{s.Applications.NotSelected}"
        );
        await o.WriteLineAsync($"逾期操作{s.Late.Attempted}次，拒绝{s.Late.Refused}次");
        await o.WriteLineAsync(
            $"报送义务{s.Obligations}，已报{s.Reports.Filed}（逾期{s.Reports.Late}），缺报{s.Reports.Missing}，总局签收{s.Reports.AcknowledgedNational}，省级签收{s.Reports.AcknowledgedProvincial}"
        );
        await o.WriteLineAsync(
            $"到期事项应办{s.DueActions.Expected}，已办{s.DueActions.Done}，重复{s.DueActions.Duplicates}；审计{s.Audit.Entries}条，链{(s.Audit.ChainValid ? "完整" : "断开")}；用时{s.Seconds}秒"
        );
        foreach (var broken in s.InvariantsBroken)
        {
            await o.WriteLineAsync($"不成立 BROKEN: {broken}");
        }

        if (json)
        {
            await o.WriteLineAsync(JsonSerializer.Serialize(s, Json));
        }
    }

    /// <summary>A SQLite file that goes with the command.</summary>
    private sealed class TemporaryDatabase : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rehearsal-");

        public string ConnectionString =>
            $"Data Source={Path.Combine(_folder.FullName, "rehearsal.db")}";

        public void Dispose()
        {
            Rehearsal.ReleaseFiles();
            _folder.Delete(recursive: true);
        }
    }
}
