using MudBlazor;

namespace TradeSecretPilot.Web.Ui.Forms;

/// <summary>A date picker whose "today" is the portal's day in Beijing, wherever the server stands.</summary>
public sealed class BeijingDatePicker : MudDatePicker
{
    private static readonly TimeZoneInfo Beijing = TimeZoneInfo.CreateCustomTimeZone(
        "Beijing",
        BeijingTime.Offset,
        displayName: null,
        standardDisplayName: null
    );

    protected override void OnInitialized()
    {
        TimeProvider = new BeijingClock(TimeProvider);
        base.OnInitialized();
    }

    /// <summary>Whatever was typed is shown in one form, and what is wrong with it at once.</summary>
    protected override async Task StringValueChangedAsync(string? value)
    {
        await base.StringValueChangedAsync(value);
        if (Date is { } day && !ConversionError)
        {
            await SetTextAsync(ConvertSet(day), callback: false);
        }

        StateHasChanged();
    }

    private sealed class BeijingClock(TimeProvider clock) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => Beijing;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override ITimer CreateTimer(
            TimerCallback callback,
            object? state,
            TimeSpan dueTime,
            TimeSpan period
        ) => clock.CreateTimer(callback, state, dueTime, period);
    }
}
