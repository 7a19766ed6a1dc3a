using System.CommandLine;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.Web.Parts.Records;

namespace TradeSecretPilot.Web.Host.Commands;

internal static class CreateAdminCommand
{
    private static readonly Dictionary<string, Role> Kinds = new()
    {
        ["system"] = Role.SystemAdmin,
        ["security"] = Role.SecurityAdmin,
        ["audit"] = Role.AuditAdmin,
    };

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
        var kind = new Option<string>("--kind")
        {
            Description =
                "哪一类：system系统（默认）、security安全、audit审计 kind of administrator",
            DefaultValueFactory = _ => "system",
        };
        var another = new Option<bool>("--another")
        {
            Description =
                "已有在用的同类管理员，仍再建一个（唯一的管理员忘记密码时） one more although one is in use",
        };
        kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
        var command = new Command(
            "create-admin",
            "首次安装：建立总局、32个省级部门和每一类的第一个管理员。 First installation: regulators and the first administrator of each kind."
        )
        {
            userName,
            name,
            email,
            kind,
            another,
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
                                    parsed.GetValue(email),
                                    Role: Kinds[parsed.GetValue(kind)!],
                                    Another: parsed.GetValue(another)
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
                    $"管理员已建立，首次登录须修改密码。 Created; the password must be changed at first sign-in.\n一次性密码 one-time password: {created.Value.OneTimePassword}"
                );
                return 0;
            }
        );
        return command;
    }
}
