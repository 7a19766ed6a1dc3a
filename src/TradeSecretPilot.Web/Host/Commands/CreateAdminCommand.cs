using System.CommandLine;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.Web.Parts.Records;

namespace TradeSecretPilot.Web.Host.Commands;

internal static class CreateAdminCommand
{
    public static Command Create()
    {
        var userName = new Option<string>("--user")
        {
            Description = "账号 account name",
            Required = true,
        };
        var name = new Option<string>("--name")
        {
            Description = "姓名 display name",
            Required = true,
        };
        var email = new Option<string?>("--email") { Description = "邮箱 mail address" };
        var command = new Command(
            "create-admin",
            "首次安装：建立总局、32个省级部门和第一个系统管理员。 First installation: regulators and the first system administrator."
        )
        {
            userName,
            name,
            email,
        };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var host = CommandHost.Create();
                await host.MigrateAsync(ct);
                var regulators = await host.AsJobAsync(
                    ActorWords.Installation,
                    (EnsureProvincialRegulators act) => act.ExecuteAsync(ct)
                );
                var created = regulators.Refusal is { } noRegulators
                    ? noRegulators
                    : await host.AsJobAsync(
                        ActorWords.Installation,
                        (CreateFirstAdministrator act) =>
                            act.ExecuteAsync(
                                new(
                                    parsed.GetValue(userName)!,
                                    parsed.GetValue(name)!,
                                    parsed.GetValue(email)
                                ),
                                ct
                            )
                    );
                if (created.Refusal is { } refusal)
                {
                    await Console.Error.WriteLineAsync($"{refusal.Zh}\n{refusal.En}");
                    return 1;
                }

                await Console.Out.WriteLineAsync(
                    $"系统管理员已建立，首次登录须修改密码。 Created; the password must be changed at first sign-in.\n一次性密码 one-time password: {created.Value.OneTimePassword}"
                );
                return 0;
            }
        );
        return command;
    }
}
