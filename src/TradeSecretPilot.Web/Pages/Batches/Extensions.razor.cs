using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Lists;

namespace TradeSecretPilot.Web.Pages.Batches;

/// <summary>延期: all that is on record, as far as it concerns the reader, and where more time is granted.</summary>
public sealed partial class Extensions : ListPage
{
    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required ListBatches ListBatches { get; set; }

    [Inject]
    public required ListExtensions ListExtensions { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private Page<ListExtensions.Row>? Page { get; set; }

    /// <summary>Between which the page switches.</summary>
    private IReadOnlyList<BatchView> Batches { get; set; } = [];

    /// <summary>The batch that is shown.</summary>
    private BatchView? Asked { get; set; }

    private string BatchHref { get; set; } = "/batches";

    private Role? Role { get; set; }

    private DateTimeOffset Now { get; set; }

    protected override async Task LoadAsync()
    {
        Role = (await Authentication).User.Role();
        Now = Clock.Now();
        Batches = BatchChoice.Opened(await ListBatches.ExecuteAsync(Left));
        Asked = BatchChoice.Of(
            Batches,
            Query[ListQuery.BatchKey],
            BatchStage.Open,
            BatchStage.Open
        );
        Page = Asked is { } batch
            ? await ListExtensions.ExecuteAsync(
                new ListExtensions.Input(batch.Id, new Paging(Query.Page)),
                Left
            )
            : null;
        BatchHref = Asked is { } known ? $"/batches/{known.Id}" : "/batches";
    }

    private string Scope(ListExtensions.Row row) =>
        row switch
        {
            { RegionName: { } region } => region,
            { Scope: ExtensionScope.Application } => L["{0}的一件申报", row.ProvinceName ?? ""],
            _ => row.ProvinceName ?? L["全部省份"],
        };

    private string ScopeKind(ListExtensions.Row row) =>
        row.Scope switch
        {
            ExtensionScope.Application => L["一件申报，{0}批准", row.ProvinceName ?? ""],
            ExtensionScope.Province => L["一个省份，市场监管总局批准"],
            _ => L["全批，市场监管总局批准"],
        };

    private RenderFragment Where(Permission permission, string href, string text) =>
        builder =>
        {
            if (Role is not { } role || !role.Holds(permission))
            {
                builder.AddContent(0, text);
                return;
            }

            builder.OpenElement(1, "a");
            builder.AddAttribute(2, "href", href);
            builder.AddContent(3, text);
            builder.CloseElement();
        };
}
