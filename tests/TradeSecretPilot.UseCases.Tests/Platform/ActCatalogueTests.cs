using System.Text.RegularExpressions;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Tests.House;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>Acts and messages are types: every one in the catalogue is used, and what was stored stays readable.</summary>
public sealed partial class ActCatalogueTests
{
    /// <summary>
    /// Every code that was ever stored. The audit trail keeps them and its hashes cover them: a line is added, never changed.
    /// </summary>
    private static readonly string[] Stored =
    [
        "Application.Started",
        "Application.Saved",
        "Application.Restored",
        "Application.Submitted",
        "Application.Withdrawn",
        "Application.ReviewSaved",
        "Application.Returned",
        "Application.CommentHandled",
        "Application.CommentReopened",
        "Application.Recommended",
        "Application.Declined",
        "Application.Forwarded",
        "Application.Extended",
        "Application.Sealed",
        "Application.Lapsed",
        "Application.Reinstated",
        "Application.ExpertsAssigned",
        "Application.AssignmentAccepted",
        "Application.ExpertRecused",
        "Application.ExpertReleased",
        "Application.ScoresSubmitted",
        "Application.Appraised",
        "Application.DecidedSelected",
        "Application.DecidedNotSelected",
        "Application.AnnouncedSelected",
        "Application.AnnouncedNotSelected",
        "Batch.Created",
        "Batch.Configured",
        "Batch.Discarded",
        "Batch.Opened",
        "Batch.Extended",
        "Batch.ProvinceExtended",
        "Batch.SeatsAmended",
        "Batch.ForwardingClosed",
        "Batch.PanelConvened",
        "Batch.PanelChanged",
        "Batch.PanelOpened",
        "Batch.ExpertsUrged",
        "Batch.AppraisalConcluded",
        "Batch.SelectionProposed",
        "Batch.SelectionDecided",
        "Batch.PublicationOverdue",
        "Batch.Announced",
        "Batch.Launched",
        "Batch.Concluded",
        "ProvincialCall.DeadlineSet",
        "ProvincialCall.Ranked",
        "ProvincialCall.Forwarded",
        "ProvincialCall.Sealed",
        "ScoreSheet.Saved",
        "Selection.Saved",
        "Pilot.Launched",
        "Pilot.Concluded",
        "ProgressReport.FellDue",
        "ProgressReport.WentMissing",
        "ProgressReport.Saved",
        "ProgressReport.Restored",
        "ProgressReport.Filed",
        "ProgressReport.Acknowledged",
        "ProgressReport.SupplementRequested",
        "Account.Created",
        "Account.Disabled",
        "Account.Enabled",
        "Account.Locked",
        "Account.Unlocked",
        "Account.PasswordReset",
        "Account.TwoFactorReset",
        "Account.LetterPrinted",
        "Account.DetailsChanged",
        "Account.MailChangeAsked",
        "Account.MailChanged",
        "Account.MailChangeDropped",
        "Consent.Asked",
        "Consent.Given",
        "Consent.Refused",
        "Consent.Withdrawn",
        "SignIn.Succeeded",
        "SignIn.ByPasskey",
        "SignIn.PasskeyAdded",
        "SignIn.PasskeyFailed",
        "SignIn.PasskeyRemoved",
        "SignIn.Failed",
        "SignIn.SecondFactorFailed",
        "SignIn.LockedOut",
        "SignIn.Disabled",
        "SignIn.SignedOut",
        "SignIn.Ended",
        "SignIn.Replaced",
        "SignIn.PasswordChanged",
        "SignIn.PasswordRefused",
        "SignIn.SecondFactorEnabled",
        "SignIn.SecondFactorDisabled",
        "SignIn.RecoveryCodesRenewed",
        "SignIn.PasswordSet",
        "SignIn.LinkRefused",
        "Organization.Created",
        "Organization.RegulatorsEnsured",
        "Division.Added",
        "Deadline.LapseDraft",
        "Deadline.CloseForwarding",
        "Deadline.AlarmPublication",
        "Deadline.LaunchPilots",
        "Deadline.CallReport",
        "Deadline.MarkMissing",
        "Deadline.ConcludePilots",
        "Deadline.RemindSubmission",
        "Deadline.RemindForwarding",
        "Deadline.RemindReport",
        "Deadline.RemindScoring",
        "Deadline.Stalled",
        "Bundle.Requested",
        "Bundle.Begun",
        "Bundle.Made",
        "Bundle.Failed",
        "Bundle.Cancelled",
        "Bundle.Expired",
        "Bundle.Retried",
        "Mail.TestSent",
        "Mail.TestFailed",
        "Job.Commanded",
        "Clock.Apart",
        "Clock.Together",
        "File.Uploaded",
        "File.Found",
        "File.SetAside",
        "File.Removed",
        "File.CleanedUp",
        "Audit.Checked",
        "Audit.CheckFailed",
        "Audit.Certified",
        "Audit.SearchSaved",
        "Audit.SearchDeleted",
        "Reading.Plan",
        "Reading.Scores",
        "Reading.Report",
        "Reading.Document",
        "Download.Document",
        "Download.List",
        "Download.Template",
        "Download.File",
        "Download.Bundle",
        "Settings.Changed",
        "Audit.Sealed",
        "Audit.Anchored",
        "Sample.Seeded",
        "DemoClock.Moved",
    ];

    /// <summary>Where acts are named without being recorded: the catalogue itself, and the readers of the trail.</summary>
    private static readonly string[] Readers =
    [
        "Act.cs",
        "Acts.cs",
        "Terms.Acts.cs",
        "ReceiptSeal.cs",
        "TrailRecord.cs",
        "AuditBaseline.cs",
    ];

    [Fact]
    public void Codes_OfTheCatalogue_AreThoseStored()
    {
        var codes = Enum.GetValues<Act>().Select(Acts.CodeOf).ToList();

        Assert.Equal(Stored.Order(), codes.Order());
        Assert.All(codes, c => Assert.InRange(c.Length, 1, RecordEvent.ActMaxLength));
    }

    [Fact]
    public void Find_EveryCode_IsItsAct() =>
        Assert.All(Enum.GetValues<Act>(), act => Assert.Equal(act, Acts.Find(Acts.CodeOf(act))));

    [Fact]
    public void Find_CodeOfAnotherVersion_Null() => Assert.Null(Acts.Find("Application.Sung"));

    [Fact]
    public void CodesOf_EveryGroup_AreItsActsAndNoOthers() =>
        Assert.Equal(
            Stored.Order(),
            Enum.GetValues<ActGroup>().SelectMany(g => Acts.CodesOf(g)).Order()
        );

    [Fact]
    public void Acts_InTheCatalogue_AreRecordedByUseCases()
    {
        var recorded = Sources()
            .SelectMany(s => NamedAct().Matches(s))
            .Select(m => m.Groups["act"].Value)
            .ToHashSet();

        Assert.Empty(Enum.GetNames<Act>().Except(recorded));
    }

    [Fact]
    public void Messages_OfEveryKind_AreSentByUseCases()
    {
        var kinds = typeof(Message)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Message)))
            .Select(t => $"{t.DeclaringType!.Name}.{t.Name}")
            .ToList();
        var sent = Sources()
            .SelectMany(s => NewMessage().Matches(s))
            .Select(m => m.Groups["kind"].Value)
            .ToHashSet();

        Assert.InRange(kinds.Count, 20, 100);
        Assert.Empty(kinds.Except(sent));
    }

    private static IEnumerable<string> Sources() =>
        SourceTree
            .Read(".cs")
            .Where(s => !Readers.Contains(Path.GetFileName(s.File)))
            .Where(s => !s.File.StartsWith("TradeSecretPilot.Web", StringComparison.Ordinal))
            .Select(s => s.Text);

    [GeneratedRegex(@"\bAct\.(?<act>\w+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedAct();

    [GeneratedRegex(
        @"new (?<kind>\w+Messages\.\w+)\(",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NewMessage();
}
