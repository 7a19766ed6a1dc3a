using System.CommandLine;

namespace TradeSecretPilot.Web.Host.Commands;

internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command(
            "migrate",
            "建立或升级数据库。 Brings the database to the present schema."
        );
        command.SetAction(
            async (_, ct) =>
            {
                await using var host = CommandHost.Create();
                await host.MigrateAsync(ct);
                await Console.Out.WriteLineAsync("数据库已是最新。 The database is up to date.");
                return 0;
            }
        );
        return command;
    }
}
