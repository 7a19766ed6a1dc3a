namespace TradeSecretPilot.Web.Ui.Frames;

/// <summary>The refusal that ended a request, on its way to the status page.</summary>
public static class RefusedRequest
{
    public static void Explain(HttpContext http, Refusal refusal) =>
        http.Items[typeof(Refusal)] = refusal;

    /// <summary>The refusal that the status page explains, or null.</summary>
    public static Refusal? RefusalOf(HttpContext http) => http.Items[typeof(Refusal)] as Refusal;
}
