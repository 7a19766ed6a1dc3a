using TradeSecretPilot.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
var settings = HostingSettings.Of(builder.Configuration);
builder.AddPortalLogging(settings);
builder.AddProtection(settings);
builder.AddPortalStore();
builder.AddPortalIdentity(settings);
builder.AddPortalPages();

var app = builder.Build();
app.UseProtection(settings);
app.UsePortalErrors();
app.UseRequestLocalization();
app.UseSignInRateLimit();
app.UseAuthentication();
app.UseAuthorization();
app.UseCurrentActor();
app.UseFirstPassword();
app.UseAntiforgery();
app.MapPortalPages();
await app.PrepareStoreAsync();
await app.RunAsync();
