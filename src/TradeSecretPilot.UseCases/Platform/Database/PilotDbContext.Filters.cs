using System.Linq.Expressions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>
/// Who sees which row. Local governments see their own; a province sees its own from submission on; SAMR sees what was
/// forwarded; an expert sees what is assigned and neither recused nor released; administrators see no business content; without
/// an actor nothing is visible. Each kind of actor has a model of its own (<see cref="TenancyModels"/>): a table that its kind does
/// not name below shows no row. The filters of governments and regulators stand in PilotDbContext.Filters.Tenants.cs.
/// </summary>
internal sealed partial class PilotDbContext
{
    /// <summary>What this context shows; its kind decides on the model.</summary>
    internal Tenancy Tenancy => tenancy;

    private Guid Me => tenancy.AccountId;

    private Guid Mine => tenancy.OrganizationId;

    private string Province => tenancy.ProvinceCode;

    private void ApplyFilters(ModelBuilder b)
    {
        ShowEverywhere(b, tenancy.Kind == TenancyKind.All);
        switch (tenancy.Kind)
        {
            case TenancyKind.SignIn:
                FilterForSignIn(b);
                break;
            case TenancyKind.Public:
                FilterForPublic(b);
                break;
            case TenancyKind.Local:
                FilterForLocal(b);
                break;
            case TenancyKind.Provincial:
                FilterForProvincial(b);
                break;
            case TenancyKind.National:
                FilterForNational(b);
                break;
            case TenancyKind.Expert:
                FilterForExpert(b);
                break;
            case TenancyKind.SystemAdmin:
                FilterForSystemAdmin(b);
                break;
            case TenancyKind.SecurityAdmin:
                FilterForSecurityAdmin(b);
                break;
            case TenancyKind.AuditAdmin:
                FilterForAuditAdmin(b);
                break;
        }
    }

    /// <summary>The rule for every table that the kind of actor does not name: all of it, or nothing.</summary>
    private static void ShowEverywhere(ModelBuilder b, bool shown)
    {
        // What an entity owns is shown with it.
        foreach (var entity in b.Model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            entity.SetQueryFilter(
                Expression.Lambda(Expression.Constant(shown), Expression.Parameter(entity.ClrType))
            );
        }
    }

    private static void Show<TEntity>(ModelBuilder b)
        where TEntity : class => b.Entity<TEntity>().HasQueryFilter(e => true);

    /// <summary>What anybody may read, the public included.</summary>
    private static void ShowCommon(ModelBuilder b)
    {
        Show<Division>(b);
        Show<AuditAnchor>(b);
        Show<Announcement>(b);
        b.Entity<Batch>().HasQueryFilter(x => x.Stage != BatchStage.Preparing);
        b.Entity<Extension>().HasQueryFilter(e => e.Scope == ExtensionScope.Batch);
    }

    /// <summary>What an account needs for itself.</summary>
    private void ShowOwnAccount(ModelBuilder b)
    {
        ShowCommon(b);
        b.Entity<Account>().HasQueryFilter(a => a.Id == Me);
        b.Entity<AccountSession>().HasQueryFilter(s => s.AccountId == Me);
        b.Entity<MailChange>().HasQueryFilter(c => c.AccountId == Me);
        b.Entity<Notice>().HasQueryFilter(n => n.AccountId == Me);
        b.Entity<Bundle>().HasQueryFilter(x => x.AccountId == Me);
    }

    // Identity's own tables: its stores read them while somebody signs in, a security administrator resets them.
    private static void ShowIdentity(ModelBuilder b)
    {
        Show<Account>(b);
        Show<IdentityUserClaim<Guid>>(b);
        Show<IdentityUserLogin<Guid>>(b);
        Show<IdentityUserPasskey<Guid>>(b);
        Show<IdentityUserToken<Guid>>(b);
    }

    private static void FilterForSignIn(ModelBuilder b)
    {
        ShowIdentity(b);
        // The keys of cookies are the portal's own: ASP.NET Core reads them, and no tenant.
        Show<DataProtectionKey>(b);
    }

    private static void FilterForPublic(ModelBuilder b)
    {
        ShowCommon(b);
        Show<Receipt>(b);
        b.Entity<Application>().HasQueryFilter(PublicStatus.IsSelected);
    }

    private void FilterForExpert(ModelBuilder b)
    {
        ShowOwnAccount(b);
        // Who applies stands on the cover of the plan that an expert reads.
        b.Entity<Organization>()
            .HasQueryFilter(o => Applications.Any(a => a.OrganizationId == o.Id));
        b.Entity<Application>()
            .HasQueryFilter(a =>
                ScoreSheets.Any(s =>
                    s.ApplicationId == a.Id
                    && s.ExpertId == Me
                    && ScoreSheetLifecycle.Held.Contains(s.Status)
                )
            );
        // The plan opens to an expert only after the expert declared no conflict.
        b.Entity<PlanVersion>()
            .HasQueryFilter(v =>
                ScoreSheets.Any(s =>
                    s.ApplicationId == v.ApplicationId
                    && s.ExpertId == Me
                    && (
                        s.Status == ScoreSheetStatus.Accepted
                        || s.Status == ScoreSheetStatus.Submitted
                    )
                )
            );
        b.Entity<Expert>().HasQueryFilter(e => e.Id == Me);
        b.Entity<ExpertPanel>().HasQueryFilter(p => p.Members.Any(m => m.ExpertId == Me));
        b.Entity<PanelMember>().HasQueryFilter(m => m.ExpertId == Me);
        b.Entity<ScoreSheet>().HasQueryFilter(s => s.ExpertId == Me);
    }

    private void FilterForSystemAdmin(ModelBuilder b)
    {
        ShowOwnAccount(b);
        Show<Organization>(b);
        Show<Account>(b);
        Show<PasswordLink>(b);
        Show<MailChange>(b);
        Show<ConsentRequest>(b);
        Show<Expert>(b);
        Show<OutboxMessage>(b);
        Show<DueAction>(b);
        Show<DueStall>(b);
    }

    private void FilterForSecurityAdmin(ModelBuilder b)
    {
        ShowOwnAccount(b);
        Show<Organization>(b);
        Show<PasswordLink>(b);
        Show<MailChange>(b);
        Show<ConsentRequest>(b);
        ShowIdentity(b);
    }

    private void FilterForAuditAdmin(ModelBuilder b)
    {
        ShowOwnAccount(b);
        Show<AuditCheck>(b);
        Show<AuditEntry>(b);
        b.Entity<SavedSearch>().HasQueryFilter(s => s.AccountId == Me);
        Show<WaitingEntry>(b);
        b.Entity<Receipt>().HasQueryFilter(r => r.Kind == ReceiptKind.AuditCertificate);
    }
}
