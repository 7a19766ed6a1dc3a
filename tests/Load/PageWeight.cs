using System.Net;
using System.Text.RegularExpressions;

namespace TradeSecretPilot.Load;

/// <summary>What a browser without a past loads for the first page of a list: HTML, style sheets and scripts, as they travel.</summary>
internal static partial class PageWeight
{
    private const string Account = "approver.330000";
    private const string Page = "/applications";

    /// <returns>0.</returns>
    public static async Task<int> RunAsync(string program)
    {
        await using var portal = await DemoPortal.StartAsync(program);
        var (client, _) = await portal.EnterAsync(Account);
        using var session = client;
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        // Pages are text of one user and travel uncompressed unless a proxy compresses them; what a proxy makes of them is told beside it.
        var (html, page) = await WeighAsync(client, Page);
        Console.WriteLine($"{html, 9:N0}  {Page} (brotli {Compressed(page), 7:N0})");
        var sum = html;
        var all = Compressed(page);
        foreach (
            var part in Parts()
                .Matches(page)
                .Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))
                .Distinct()
        )
        {
            var (bytes, _) = await WeighAsync(client, part);
            Console.WriteLine($"{bytes, 9:N0}  {part}");
            sum += bytes;
            all += bytes;
        }

        Console.WriteLine($"{sum, 9:N0}  bytes as sent; {all:N0} with the page compressed as well");
        return 0;
    }

    private static async Task<(long Bytes, string Text)> WeighAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        answer.EnsureSuccessStatusCode();
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return (
            bytes.Length,
            answer.Content.Headers.ContentEncoding.Count == 0
                ? System.Text.Encoding.UTF8.GetString(bytes)
                : ""
        );
    }

    private static long Compressed(string text)
    {
        using var target = new MemoryStream();
        using (
            var brotli = new System.IO.Compression.BrotliStream(
                target,
                System.IO.Compression.CompressionLevel.Optimal,
                leaveOpen: true
            )
        )
        {
            brotli.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }

        return target.Length;
    }

    [GeneratedRegex("<(?:link rel=\"stylesheet\"|script)[^>]*(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Parts();
}
