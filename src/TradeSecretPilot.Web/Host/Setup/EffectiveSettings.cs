using System.Reflection;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.Web.Host.Setup;

/// <summary>The settings that the audit trail keeps: what an auditor asks for, named one by one, so that no secret is among them.</summary>
public static partial class EffectiveSettings
{
    private const string Unset = "默认";

    /// <summary>What it is called in the trail, and its key in the configuration.</summary>
    private static readonly (string Label, string Key)[] Kept =
    [
        ("允许的域名", "AllowedHosts"),
        ("数据库", "Database:Provider"),
        ("强制HTTPS", "Hosting:RequireHttps"),
        ("反向代理", "Hosting:Proxies"),
        ("每地址每分钟登录次数", "Hosting:SignInPerAddress"),
        ("每账号每分钟登录次数", "Hosting:SignInPerAccount"),
        ("每账号每分钟上传请求", "Hosting:UploadRequestsPerAccount"),
        ("请求大小上限（字节）", "Hosting:MaxRequestBytes"),
        ("日志目录", "Hosting:LogFolder"),
        ("每次登录的页面上限", "Circuits:PerSession"),
        ("邮件服务器", "Mail:Host"),
        ("邮件端口", "Mail:Port"),
        ("发件地址", "Mail:From"),
        ("邮件目录", "Mail:Folder"),
        ("文件目录", "Files:Folder"),
        ("文件存储桶", "Files:S3:Bucket"),
        ("病毒扫描", "Files:Scanner:Host"),
        ("平台网址", "Documents:PublicAddress"),
        ("演示模式", "Demo:Enabled"),
    ];

    /// <summary>Keeps them when they are not those kept last. The portal starts all the same when they cannot be.</summary>
    public static async Task RecordSettingsAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob(RecordSettings.Job);
        var kept = await scope
            .ServiceProvider.GetRequiredService<RecordSettings>()
            .ExecuteAsync(
                new(Of(app.Configuration, app.Environment)),
                app.Lifetime.ApplicationStopping
            );
        if (kept.Refusal is { } refusal)
        {
            LogNotKept(app.Logger, refusal.Zh);
        }
    }

    /// <summary>The settings in words, always in the same order.</summary>
    public static IReadOnlyList<string> Of(
        IConfiguration configuration,
        IHostEnvironment environment
    ) =>
        [
            $"环境：{environment.EnvironmentName}",
            $"版本：{typeof(EffectiveSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}",
            .. Kept.Select(k => $"{k.Label}：{ValueOf(configuration.GetSection(k.Key))}"),
        ];

    private static string ValueOf(IConfigurationSection section) =>
        section.Value is { Length: > 0 } value ? value
        : section.GetChildren().Select(c => c.Value).ToList() is { Count: > 0 } values
            ? string.Join('、', values)
        : Unset;

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The settings were not kept in the audit trail: {Refusal}"
    )]
    private static partial void LogNotKept(ILogger logger, string refusal);
}
