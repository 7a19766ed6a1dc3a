using System.Globalization;
using Hangfire;
using Hangfire.Common;
using Hangfire.Dashboard;

namespace TradeSecretPilot.Web.Host.Jobs;

/// <summary>The name under which a job stands in the dashboard, in the language of the reader.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JobNameAttribute(string chinese, string english)
    : JobDisplayNameAttribute(chinese)
{
    public string Chinese { get; } = chinese;

    public string English { get; } = english;

    public override string Format(DashboardContext context, Job job) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? Chinese : English;
}
