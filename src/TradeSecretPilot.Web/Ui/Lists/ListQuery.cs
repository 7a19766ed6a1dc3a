using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.Web.Ui.Lists;

/// <summary>
/// The state of a list as the address holds it (status, filters, sorting, page), so that a list can be bookmarked,
/// shared and found again by going back.
/// </summary>
public sealed class ListQuery
{
    public const string PageKey = "page";
    public const string SortKey = "sort";
    public const string TextKey = "q";
    public const string StatusKey = "status";

    /// <summary>Which batch the page is about: not a filter, and kept when filters go.</summary>
    public const string BatchKey = BatchPage.Key;

    private readonly string _path;
    private readonly SortedDictionary<string, string> _values;

    private ListQuery(string path, SortedDictionary<string, string> values)
    {
        _path = path;
        _values = values;
    }

    /// <summary>One-based; a page that is no number counts as the first.</summary>
    public int Page =>
        int.TryParse(this[PageKey], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
        && page > 0
            ? page
            : 1;

    /// <summary>Key of the column that sorts the list, or null.</summary>
    public string? Sort => this[SortKey]?.TrimStart('-');

    public bool Descending => this[SortKey]?.StartsWith('-') == true;

    public string? Text => this[TextKey];

    public string? Status => this[StatusKey];

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsFiltered => _values.Keys.Any(k => k is not (PageKey or SortKey or BatchKey));

    /// <summary>The address without any filter; its batch stays.</summary>
    public string Cleared =>
        this[BatchKey] is { } batch ? QueryHelpers.AddQueryString(_path, BatchKey, batch) : _path;

    /// <summary>The address without any of the state.</summary>
    public string Path => _path;

    /// <summary>Every key and value of the address.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    public string? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>The state in the present address.</summary>
    public static ListQuery From(NavigationManager navigation)
    {
        var uri = new Uri(navigation.Uri);
        return new ListQuery(
            "/" + navigation.ToBaseRelativePath(uri.GetLeftPart(UriPartial.Path)),
            ValuesOf(QueryHelpers.ParseQuery(uri.Query))
        );
    }

    /// <summary>The state in the address of a request: that of the list's export.</summary>
    public static ListQuery From(HttpRequest request) => new(request.Path, ValuesOf(request.Query));

    /// <summary>The value as an enum, or null when it is missing or unknown.</summary>
    public TEnum? As<TEnum>(string key)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(this[key], ignoreCase: false, out var value) && Enum.IsDefined(value)
            ? value
            : null;

    /// <summary>The address with one value changed (null removes it). Anything but turning the page starts at page 1.</summary>
    public string With(string key, string? value)
    {
        var values = new Dictionary<string, string?>(_values.Count + 1);
        foreach (var (k, v) in _values)
        {
            if (k != key && (key == PageKey || k != PageKey))
            {
                values[k] = v;
            }
        }

        if (!string.IsNullOrEmpty(value))
        {
            values[key] = value;
        }

        return QueryHelpers.AddQueryString(_path, values);
    }

    /// <summary>The address that sorts by a column, or turns its direction when it sorts already.</summary>
    public string SortBy(string column, bool isDefault = false)
    {
        var sorts = Sort == column || (Sort is null && isDefault);
        return With(SortKey, sorts && !Descending ? "-" + column : column);
    }

    /// <summary>The list's filter and sorting at another address; the page does not matter there.</summary>
    public string At(string path) =>
        QueryHelpers.AddQueryString(
            path,
            _values.Where(v => v.Key != PageKey).ToDictionary(v => v.Key, v => (string?)v.Value)
        );

    /// <summary>The address of a page of the list.</summary>
    public string AtPage(int page) =>
        With(PageKey, page == 1 ? null : page.ToString(CultureInfo.InvariantCulture));

    private static SortedDictionary<string, string> ValuesOf(
        IEnumerable<KeyValuePair<string, StringValues>> query
    )
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in query)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                values[key] = value.ToString().Trim();
            }
        }

        return values;
    }
}
