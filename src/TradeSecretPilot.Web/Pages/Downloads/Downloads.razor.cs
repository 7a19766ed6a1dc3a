using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradeSecretPilot.UseCases.Bundles;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Downloads;

/// <summary>我的下载: bundles and how far they are; it follows them while any is under way.</summary>
public sealed partial class Downloads
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    [Inject]
    public required ListBundles ListBundles { get; set; }

    [Inject]
    public required CancelBundle CancelBundle { get; set; }

    [Inject]
    public required RetryBundle RetryBundle { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private Page<ListBundles.Row>? Page { get; set; }

    private Refusal? Refusal { get; set; }

    private DateTimeOffset Now { get; set; }

    protected override async Task LoadAsync()
    {
        Page = await ListBundles.ExecuteAsync(new(new Paging(Query.Page)), Left);
        Now = Clock.Now();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ = FollowAsync();
        }
    }

    private static bool IsUnderWay(ListBundles.Row row) =>
        row.Status is BundleStatus.Waiting or BundleStatus.Running;

    private static string MarkOf(BundleStatus status) =>
        status switch
        {
            BundleStatus.Waiting => "NotDue",
            BundleStatus.Running => "Due",
            BundleStatus.Ready => "Acknowledged",
            BundleStatus.Failed => "Missing",
            _ => "Withdrawn",
        };

    private static string WordOf(BundleStatus status) =>
        status switch
        {
            BundleStatus.Waiting => "排队中",
            BundleStatus.Running => "生成中",
            BundleStatus.Ready => "可以下载",
            BundleStatus.Failed => "未能生成",
            BundleStatus.Cancelled => "已取消",
            _ => "已过保存期",
        };

    private static string ReasonOf(BundleFailure failure) =>
        failure switch
        {
            BundleFailure.NotAllowed => "您的账号当时已停用、锁定，或不再有权查看这些材料。",
            BundleFailure.Storage =>
                "存放文件的磁盘写不进去（已满或连接不上）。请告知系统管理员后重试。",
            BundleFailure.Interrupted =>
                "生成多次中断，没有完成。请减少件数后重试，或告知系统管理员。",
            _ => "生成时程序出错，已记入日志。请重试；仍不成功的，告知系统管理员。",
        };

    private static string Size(long bytes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Math.Max(bytes / 1024m / 1024m, 0.1m):0.0} MB"
        );

    private async Task FollowAsync()
    {
        using var timer = new PeriodicTimer(LookAgain);
        try
        {
            while (await timer.WaitForNextTickAsync(Left))
            {
                if (Page?.Items.Any(IsUnderWay) == true)
                {
                    await InvokeAsync(async () =>
                    {
                        await LoadAsync();
                        StateHasChanged();
                    });
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task RetryAsync(ListBundles.Row row)
    {
        Refusal = (await RetryBundle.ExecuteAsync(new(row.BundleId), Acting.ToTheEnd)).Refusal;
        await LoadAsync();
    }

    private async Task CancelAsync(ListBundles.Row row)
    {
        Refusal = (await CancelBundle.ExecuteAsync(new(row.BundleId), Acting.ToTheEnd)).Refusal;
        await LoadAsync();
    }
}
