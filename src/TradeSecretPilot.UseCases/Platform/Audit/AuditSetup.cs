using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>Registers the audit trail: what marks entries, places, anchors and examines them.</summary>
public static class AuditSetup
{
    /// <param name="keys">Made or read when they are asked for first.</param>
    /// <param name="timeStamps">An authority for time stamps (RFC 3161); null without one.</param>
    /// <param name="file">Where anchors are kept outside the database.</param>
    public static IServiceCollection AddPilotAudit(
        this IServiceCollection services,
        Func<IServiceProvider, AuditKeys> keys,
        AuditAnchorFile file,
        Uri? timeStamps = null
    ) =>
        services
            .AddSingleton(keys)
            .AddSingleton(file)
            .AddSingleton(sp => new TimeStampAuthority(
                timeStamps,
                new HttpClientHandler(),
                sp.GetRequiredService<ILogger<TimeStampAuthority>>()
            ))
            .AddSingleton(sp => new AuditSequencer(
                sp.GetRequiredService<DbContextOptions<PilotDbContext>>(),
                sp.GetRequiredService<AuditKeys>(),
                sp.GetRequiredService<ILogger<AuditSequencer>>()
            ))
            .AddSingleton(sp => new AuditExamination(
                sp.GetRequiredService<DbContextOptions<PilotDbContext>>(),
                sp.GetRequiredService<AuditKeys>(),
                sp.GetRequiredService<AuditSequencer>(),
                sp.GetRequiredService<AuditAnchorFile>(),
                sp.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton(sp => new AuditBaseline(
                sp.GetRequiredService<DbContextOptions<PilotDbContext>>(),
                sp.GetRequiredService<AuditKeys>(),
                sp.GetRequiredService<AuditSequencer>(),
                sp.GetRequiredService<AuditAnchorFile>()
            ))
            .AddSingleton(sp => new AuditAnchors(
                sp.GetRequiredService<DbContextOptions<PilotDbContext>>(),
                sp.GetRequiredService<AuditKeys>(),
                sp.GetRequiredService<AuditSequencer>(),
                sp.GetRequiredService<AuditAnchorFile>(),
                sp.GetRequiredService<TimeStampAuthority>(),
                sp.GetRequiredService<TimeProvider>(),
                sp.GetRequiredService<ILogger<AuditAnchors>>()
            ));
}
