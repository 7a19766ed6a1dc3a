using Microsoft.AspNetCore.Components;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Lists;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>审计记录: the trail, and the walk along its chain.</summary>
public sealed partial class Audit
{
    private bool _verifying;

    [Inject]
    public required ListAuditEntries ListAuditEntries { get; set; }

    [Inject]
    public required GetAuditCheck GetAuditCheck { get; set; }

    [Inject]
    public required VerifyAudit VerifyAudit { get; set; }

    [Inject]
    public required GetAuditPerson GetAuditPerson { get; set; }

    [Inject]
    public required ListAuditSearches ListAuditSearches { get; set; }

    [Inject]
    public required SaveAuditSearch SaveAuditSearch { get; set; }

    [Inject]
    public required DeleteAuditSearch DeleteAuditSearch { get; set; }

    private KeyPage<ListAuditEntries.Row>? View { get; set; }

    private IReadOnlyList<ListAuditSearches.Row> Searches { get; set; } = [];

    /// <summary>The name of the account that the list is narrowed to.</summary>
    private string? Person { get; set; }

    private Refusal? Refusal { get; set; }

    /// <summary>The last nightly check.</summary>
    private GetAuditCheck.View? Checked { get; set; }

    private VerifyAudit.View? Verified { get; set; }

    protected override async Task LoadAsync()
    {
        var list = ListFilters.Audit(Query);
        // The list gives places to what waits; what still waits afterwards is counted.
        View = await ListAuditEntries.ExecuteAsync(list, Left);
        Checked = await GetAuditCheck.ExecuteAsync(Left);
        Searches = await ListAuditSearches.ExecuteAsync(Left);
        Person = list.PersonId is { } id ? await NameOfAsync(id) : null;
    }

    private async Task<bool> SaveSearchAsync(string name)
    {
        var values = Query
            .Values.Where(v => v.Key != ListQuery.PageKey && !KeyPager.Keys.Contains(v.Key))
            .Select(v => KeyValuePair.Create(v.Key, (string?)v.Value));
        var saved = await SaveAuditSearch.ExecuteAsync(
            new(name, QueryString.Create(values).Value ?? ""),
            Acting.ToTheEnd
        );
        return await ShowSearchesAsync(saved);
    }

    private async Task<string> NameOfAsync(Guid account)
    {
        var found = await GetAuditPerson.ExecuteAsync(new(account), Left);
        return found.Refusal is null ? found.Value.Name : $"{account}";
    }

    private async Task DeleteSearchAsync(Guid id) =>
        await ShowSearchesAsync(await DeleteAuditSearch.ExecuteAsync(new(id), Acting.ToTheEnd));

    private async Task<bool> ShowSearchesAsync(Result done)
    {
        Refusal = done.Refusal;
        Searches = await ListAuditSearches.ExecuteAsync(Left);
        StateHasChanged();
        return Refusal is null;
    }

    private async Task VerifyAsync()
    {
        if (_verifying)
        {
            return;
        }

        _verifying = true;
        try
        {
            Verified = await VerifyAudit.ExecuteAsync(Left);
        }
        finally
        {
            _verifying = false;
        }
    }
}
