using TradeSecretPilot.Web.Commands;
using TradeSecretPilot.Web.Demo;
using TradeSecretPilot.Web.Documents;
using TradeSecretPilot.Web.Hosting;
using TradeSecretPilot.Web.Jobs;

if (PortalCommands.Asked(args))
{
    return await PortalCommands.RunAsync(args);
}

var builder = WebApplication.CreateBuilder(args);
var settings = HostingSettings.Of(builder.Configuration);
builder.UseDefaultAddress();
builder.AddDemoMode();
builder.AddPortalLogging(settings);
builder.AddProtection(settings);
builder.AddPortalStore();
builder.AddPortalDocuments();
builder.AddPortalIdentity(settings);
builder.AddPortalJobs();
builder.AddPortalPages();

var app = builder.Build();
app.UseProtection(settings);
app.UseResponseCompression();
app.UsePortalErrors();
app.UseRequestLocalization();
app.UseSignInRateLimit();
app.UseAuthentication();
app.UseAuthorization();
app.UseCurrentActor();
app.UseFirstPassword();
app.UseAntiforgery();
app.MapPortalPages();
app.MapDocuments();
app.MapDemo();
await app.PrepareStoreAsync();
await app.PrepareDemoAsync();
await app.RunAsync();
return 0;
