using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.JSInterop;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.ProvincialReviews;

namespace TradeSecretPilot.Web.Pages.ProvincialReviews;

/// <summary>
/// Keeps the comments of a review that is under way in the reviewer's browser, encrypted, so that a reload loses none.
/// They belong to one account and one version of the plan.
/// </summary>
public sealed class ReviewNoteStore(
    ProtectedLocalStorage storage,
    Guid? accountId,
    GetReview.View review
)
{
    private readonly string _key =
        $"review-notes:{accountId}:{review.ApplicationId}:{review.VersionNumber}";

    public async Task<List<ReturnComment>> ReadAsync()
    {
        try
        {
            var kept = await storage.GetAsync<List<ReturnComment>>(_key);
            return kept.Success ? kept.Value ?? [] : [];
        }
        catch (Exception e) when (e is CryptographicException or JsonException or JSException)
        {
            // Kept under keys that are gone, or not at all: there is nothing to bring back.
            return [];
        }
    }

    public async Task KeepAsync(List<ReturnComment> notes)
    {
        try
        {
            await storage.SetAsync(_key, notes);
        }
        catch (JSException)
        {
            // A browser that keeps nothing: the comments last as long as the page.
        }
    }

    public async Task ForgetAsync() => await storage.DeleteAsync(_key);
}
