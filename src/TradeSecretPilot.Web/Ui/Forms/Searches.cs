using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Search;

namespace TradeSecretPilot.Web.Ui.Forms;

/// <summary>Searches for <see cref="PickOne{T}"/>.</summary>
public static class Searches
{
    /// <summary>Among records that are at hand: those whose text answers what is typed, in their order.</summary>
    /// <param name="all">The records.</param>
    /// <param name="text">What a record is found by, as <see cref="SearchKey"/> says.</param>
    public static Func<string, CancellationToken, Task<Page<T>>> Among<T>(
        IEnumerable<T> all,
        Func<T, string> text
    ) =>
        (wanted, _) =>
        {
            var search = SearchText.Of(wanted);
            List<T> found =
            [
                .. all.Where(r => search.IsEmpty || search.Matches(SearchKey.Of(text(r)))),
            ];
            return Task.FromResult(new Page<T>(found, found.Count, new Paging(1, found.Count)));
        };
}
