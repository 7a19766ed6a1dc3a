using TradeSecretPilot.Web.Host;
using TradeSecretPilot.Web.Host.Circuits;
using TradeSecretPilot.Web.Host.Commands;
using TradeSecretPilot.Web.Host.Demo;
using TradeSecretPilot.Web.Host.Endpoints;
using TradeSecretPilot.Web.Host.Jobs;
using TradeSecretPilot.Web.Host.Security;
using TradeSecretPilot.Web.Host.Setup;

PortalLogging.Begin();
try
{
    if (PortalCommands.Asked(args))
    {
        return await PortalCommands.RunAsync(args);
    }

    var builder = WebApplication.CreateBuilder(args);
    var settings = HostingSettings.Of(builder.Configuration);
    builder.UseDefaultAddress();
    builder.AddDemoMode();
    builder.AddPortalLogging(settings);
    builder.AddPortalTelemetry();
    builder.AddProtection(settings);
    builder.AddPortalStore();
    builder.AddPortalDocuments();
    builder.AddPortalIdentity(settings);
    builder.AddPortalJobs();
    builder.AddPortalPages();

    await using var app = builder.Build();
    app.UseProtection(settings);
    app.UseAlive();
    app.UseRequestLog();
    app.UseResponseCompression();
    app.UsePortalErrors();
    app.UseRequestLocalization();
    app.UseAuthentication();
    app.UseSignInRateLimit();
    app.UseAuthorization();
    app.UseCurrentActor();
    app.UseAccountGates();
    app.UseSessionRequests();
    app.UsePageLimit();
    app.UseAntiforgery();
    app.MapPortalPages();
    app.MapDocuments();
    app.MapAudit();
    app.MapUploads();
    app.MapDemo();
    app.MapJobsDashboard();
    app.UseCircuitPauses();
    await app.PrepareStoreAsync();
    await app.PrepareDemoAsync();
    await app.PrepareAuditAsync();
    await app.RecordSettingsAsync();
    await app.PrepareJobsAsync();
    await app.RunAsync();
    return 0;
}
catch (Exception e)
{
    return PortalLogging.Stopped(e);
}
finally
{
    await PortalLogging.EndAsync();
}
