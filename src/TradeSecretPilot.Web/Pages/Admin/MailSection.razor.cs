using Microsoft.AspNetCore.Components;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>Where mail goes by the present settings, and a test mail to try them.</summary>
public sealed partial class MailSection
{
    private string _to = "";

    [Inject]
    public required GetMailRoute GetMailRoute { get; set; }

    [Inject]
    public required SendTestMail SendTestMail { get; set; }

    private GetMailRoute.View? Route { get; set; }

    private SendTestMail.View? Sent { get; set; }

    protected override async Task StartAsync() => await ShowPresentAsync();

    protected override async Task ShowPresentAsync() =>
        Route = await GetMailRoute.ExecuteAsync(Left);

    private async Task SendAsync() =>
        await ActAsync(async () =>
        {
            Sent = null;
            var sent = await SendTestMail.ExecuteAsync(
                new SendTestMail.Input(_to),
                Acting.ToTheEnd
            );
            if (sent.Refusal is null)
            {
                Sent = sent.Value;
            }

            return sent.Refusal;
        });
}
