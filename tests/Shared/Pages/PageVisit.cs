namespace TradeSecretPilot.Testing;

/// <summary>Where one page is looked at.</summary>
/// <param name="Path">Empty where another test looks at the page.</param>
/// <param name="Link">On that path leads on to the page; null when the path is the page.</param>
/// <param name="InWinter">In the world of December, else in that of April.</param>
/// <param name="IsMessage">The page says that something is amiss and is answered with that status.</param>
/// <param name="Then">In the place of the last segment of the link's address, for a page to which no list leads.</param>
internal sealed record PageVisit(
    string Path,
    string? Link = null,
    bool InWinter = false,
    bool IsMessage = false,
    string? Then = null
)
{
    private static readonly PageVisit Elsewhere = new("");

    private static readonly string[] LocalRoles = ["Drafter", "LocalApprover"];

    private static readonly string[] NationalRoles = ["WorkingGroup", "WorkingGroupLead"];

    /// <summary>By the page's pattern. A page that is missing here fails the test.</summary>
    private static readonly Dictionary<string, PageVisit> All = new()
    {
        ["/"] = Winter("/"),
        ["/accessibility"] = Winter("/accessibility"),
        ["/announcements"] = Winter("/announcements"),
        ["/announcements/{Number}"] = Winter("/announcements/1"),
        ["/contact"] = Winter("/contact"),
        ["/demo/clock"] = Winter("/demo/clock"),
        ["/help"] = Winter("/help"),
        ["/audit/roots"] = Winter("/audit/roots"),
        ["/verify"] = Winter("/verify?number=SB-20220419-0000-000000"),
        ["/work-plan"] = Winter("/work-plan"),
        ["/not-found"] = Message("/not-found"),
        ["/error"] = Message("/error"),
        ["/status/{Code:int}"] = Message("/status/403"),
        ["/account/denied"] = Message("/account/denied"),
        ["/account/details"] = Spring("/account/details"),
        ["/account/mail"] = Spring("/account/mail"),
        ["/account/password"] = Spring("/account/password"),
        ["/account/sign-in"] = Spring("/account/sign-in"),
        // Only in the middle of signing in: SignInTests look at it.
        ["/account/sign-in/code"] = Elsewhere,
        ["/account/open"] = Spring("/account/open"),
        ["/account/sessions"] = Spring("/account/sessions"),
        ["/account/two-factor"] = Spring("/account/two-factor"),
        ["/account/passkeys"] = Spring("/account/passkeys"),
        ["/downloads"] = Winter("/downloads"),
        ["/inbox"] = Spring("/inbox"),
        ["/notices"] = Winter("/notices"),
        ["/applications"] = Spring("/applications"),
        ["/applications/{Id:guid}"] = Spring(
            "/applications",
            "a[href^='/applications/']:not([href$=edit])"
        ),
        ["/applications/{Id:guid}/edit"] = Spring("/applications", "a[href$='/edit']"),
        ["/applications/{Id:guid}/drafts"] = Spring("/applications", "a[href$='/edit']") with
        {
            Then = "drafts",
        },
        ["/review/{Id:guid}"] = Spring("/applications", "a[href^='/review/']"),
        ["/ranking"] = Spring("/ranking"),
        ["/forwarding"] = Spring("/forwarding"),
        ["/extensions"] = Spring("/extensions"),
        ["/batches"] = Spring("/batches"),
        ["/batches/new"] = Spring("/batches/new"),
        ["/batches/{Id:guid}"] = Spring("/batches", ".grid a[href^='/batches/']"),
        ["/appraisal"] = Winter("/appraisal"),
        ["/scoring"] = Winter("/scoring"),
        ["/scoring/{Id:guid}"] = Winter("/scoring", "a[href^='/scoring/']"),
        ["/selection"] = Winter("/selection"),
        ["/announcement"] = Winter("/announcement"),
        ["/national"] = Winter("/national"),
        ["/pilots"] = Winter("/pilots"),
        ["/pilots/{Id:guid}"] = Winter("/pilots", "a[href^='/pilots/']"),
        ["/reports"] = Winter("/reports"),
        ["/reports/list"] = Winter("/reports/list"),
        ["/reports/{Id:guid}"] = Winter(
            "/reports",
            "a[href^='/reports/']:not([href$=list], [href$=edit])"
        ),
        ["/reports/{Id:guid}/edit"] = Winter("/reports", "a[href$='/edit']"),
        ["/reports/{Id:guid}/drafts"] = Winter("/reports", "a[href$='/edit']") with
        {
            Then = "drafts",
        },
        ["/admin/accounts"] = Winter("/admin/accounts"),
        ["/admin/consents"] = Winter("/admin/consents"),
        ["/admin/audit"] = Winter("/admin/audit"),
        ["/admin/audit/person/{Id:guid}"] = Winter(
            "/admin/audit",
            "a[href^='/admin/audit/person/']"
        ),
        ["/admin/audit/record/{Id:guid}"] = Winter(
            "/admin/audit",
            "a[href^='/admin/audit/record/']"
        ),
        ["/admin/operations"] = Winter("/admin/operations"),
        ["/admin/organizations"] = Winter("/admin/organizations"),
        ["/admin/security"] = Winter("/admin/security"),
    };

    public static IReadOnlyCollection<string> Patterns => All.Keys;

    /// <summary>Paths that answer with a status that the browser reports as an error.</summary>
    public static IEnumerable<string> Messages =>
        All.Values.Where(v => v.IsMessage).Select(v => v.Path);

    /// <summary>Where the link leads.</summary>
    public string Onward(string href) =>
        Then is null ? href : $"{href[..href.LastIndexOf('/')]}/{Then}";

    /// <summary>Where somebody of this role finds the page; null when another test looks at it.</summary>
    public static PageVisit? Of(string pattern, string role) =>
        (pattern, role) switch
        {
            // A region that runs a pilot is led straight to it; one without sees the list.
            ("/pilots", _) when LocalRoles.Contains(role) => Spring("/pilots"),
            ("/pilots/{Id:guid}", _) when LocalRoles.Contains(role) => Winter("/pilots"),
            // Nothing has been forwarded in April.
            ("/applications/{Id:guid}", _) when NationalRoles.Contains(role) => All[pattern] with
            {
                InWinter = true,
            },
            _ => All.GetValueOrDefault(pattern) is { Path.Length: > 0 } visit ? visit : null,
        };

    private static PageVisit Spring(string path, string? link = null) => new(path, link);

    private static PageVisit Winter(string path, string? link = null) => new(path, link, true);

    private static PageVisit Message(string path) => new(path, null, true, true);
}
