using Microsoft.AspNetCore.Components;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.Web.Parts.Layout;
using TradeSecretPilot.Web.Ui.Lists;

namespace TradeSecretPilot.Web.Pages.Notices;

/// <summary>通知: what the reader was told, latest first.</summary>
public sealed partial class Notices
{
    private const string UnreadKey = "unread";

    [Inject]
    public required ListNotices ListNotices { get; set; }

    [Inject]
    public required MarkNoticesRead MarkNoticesRead { get; set; }

    [Inject]
    public required ShellSource Shell { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private Page<ListNotices.Row>? Page { get; set; }

    private int Unread { get; set; }

    private DateTimeOffset Now { get; set; }

    private bool Busy { get; set; }

    private List<StatusTab> Tabs => [new(null, L["全部"]), new(UnreadKey, L["未读"], Unread)];

    protected override async Task LoadAsync()
    {
        var unreadOnly = Query.Status == UnreadKey;
        (Page, Unread) = await ListNotices.ExecuteAsync(
            new ListNotices.Input(unreadOnly, new Paging(Query.Page)),
            Left
        );
        Now = Clock.Now();
    }

    private async Task OpenAsync(ListNotices.Row notice)
    {
        if (!notice.IsRead)
        {
            await MarkNoticesRead.ExecuteAsync(new MarkNoticesRead.Input([notice.NoticeId]), Left);
        }

        Navigation.NavigateTo(notice.Link);
    }

    private Task MarkAllAsync() => MarkAsync(null);

    private async Task MarkAsync(IReadOnlyList<Guid>? ids)
    {
        if (Busy)
        {
            return;
        }

        Busy = true;
        await MarkNoticesRead.ExecuteAsync(new MarkNoticesRead.Input(ids), Left);
        await LoadAsync();
        Shell.Refresh();
        Busy = false;
    }
}
