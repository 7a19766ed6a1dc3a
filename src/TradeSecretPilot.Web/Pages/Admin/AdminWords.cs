using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>Words of the administrators' pages: Chinese, each the key of its translation.</summary>
public static class AdminWords
{
    public static string Of(MailSecurity security) =>
        security switch
        {
            MailSecurity.Tls => "全程TLS",
            MailSecurity.StartTls => "STARTTLS",
            _ => "不加密",
        };

    /// <summary>
    /// The usual name of a division's organisation. Names are records, not texts of the portal: they are Chinese in every language.
    /// </summary>
    public static string SuggestName(ListDivisions.Row division) =>
        division.Level switch
        {
            DivisionLevel.Province => division.Name + "市场监督管理局",
            DivisionLevel.FunctionalZone => division.Name + "管理委员会",
            _ => division.Name + "人民政府",
        };

    /// <summary>The mark whose chip an outbox state borrows.</summary>
    public static string MarkOf(OutboxState state) =>
        state switch
        {
            OutboxState.Waiting => "Due",
            OutboxState.Failing => "Late",
            OutboxState.GivenUp => "Missing",
            _ => "Acknowledged",
        };
}
