using TradeSecretPilot.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
var settings = HostingSettings.Of(builder.Configuration);
builder.AddPortalLogging(settings);
builder.AddProtection(settings);
builder.AddPortalPages();
builder.Services.AddAuthentication();
builder.Services.AddAuthorization();

var app = builder.Build();
app.UseProtection(settings);
app.UsePortalErrors();
app.UseRequestLocalization();
app.UseSignInRateLimit();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapPortalPages();
await app.RunAsync();
