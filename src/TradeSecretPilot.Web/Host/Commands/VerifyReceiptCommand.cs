using System.CommandLine;
using System.Text.Json;
using TradeSecretPilot.UseCases.Platform.Audit;

namespace TradeSecretPilot.Web.Host.Commands;

/// <summary>Checks a proof of a receipt without database, network or the portal's settings.</summary>
internal static class VerifyReceiptCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "回执存证文件 file of the proof" };
        var roots = new Option<string?>("--roots")
        {
            Description =
                "公布的根：从/audit/roots.jsonl下载的，或另行留存的 published roots, downloaded from /audit/roots.jsonl or kept otherwise",
        };
        var command = new Command(
            "verify-receipt",
            "离线核验回执存证，不符时以非零退出。 Checks the proof of a receipt offline; exits non-zero when it does not hold."
        )
        {
            file,
            roots,
        };
        command.SetAction(
            async (parsed, ct) =>
            {
                try
                {
                    return await CheckAsync(parsed.GetValue(file)!, parsed.GetValue(roots), ct);
                }
                catch (Exception e)
                    when (e is IOException or UnauthorizedAccessException or JsonException)
                {
                    await Console.Error.WriteLineAsync(
                        $"文件无法读取。 A file cannot be read. {e.Message}"
                    );
                    return 1;
                }
            }
        );
        return command;
    }

    private static async Task<int> CheckAsync(string file, string? roots, CancellationToken ct)
    {
        var proof = ReceiptProof.Read(await File.ReadAllTextAsync(file, ct));
        if (proof is null)
        {
            await Console.Error.WriteLineAsync(
                $"{file}不是回执存证。 {file} is no proof of a receipt."
            );
            return 1;
        }

        var published = roots is null
            ? []
            : AuditAnchorFile.ReadLines(await File.ReadAllTextAsync(roots, ct));
        if (roots is not null && published.Count == 0)
        {
            await Console.Error.WriteLineAsync($"{roots}中没有根。 There is no root in {roots}.");
            return 1;
        }

        if (proof.ProblemAgainst(published) is { } problem)
        {
            await Console.Out.WriteLineAsync($"存证不成立：{problem}");
            return 1;
        }

        await Console.Out.WriteLineAsync(
            $"存证成立：回执{proof.Receipt.Number}，{proof.Receipt.ReceivedAt:O}，内容指纹{proof.Receipt.ContentSha256}，审计记录第{proof.Entry.Sequence}条。 "
                + $"The proof holds: receipt {proof.Receipt.Number}, entry {proof.Entry.Sequence}.\n"
                + $"根 root {proof.Anchor.RootSha256}，{proof.Anchor.Size}，{proof.Anchor.At:O}\n"
                + $"公钥 public key {proof.Anchor.PublicKey}"
        );
        if (roots is null)
        {
            await Console.Out.WriteLineAsync(
                "没有给出公布的根：请自行核对上面的根或公钥与公布的一致（--roots）。 No published roots were given: compare root or public key with the published ones yourself (--roots)."
            );
        }

        return 0;
    }
}
