namespace TradeSecretPilot.Web.Ui.Frames;

/// <summary>A page about a record that is not there, or not for this reader, answers 404 with what it says.</summary>
internal static class RecordNotFound
{
    /// <param name="http">The request that draws the page; null in a circuit, where there is none any more.</param>
    public static void Answer(HttpContext? http)
    {
        if (
            http is { Response.HasStarted: false }
            && HttpMethods.IsGet(http.Request.Method)
            && http.Response.StatusCode == StatusCodes.Status200OK
            && http.Request.RouteValues.ContainsKey("Id")
        )
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
