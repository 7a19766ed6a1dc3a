using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace TradeSecretPilot.EndToEnd.Tests.Account;

/// <summary>An authenticator app: RFC 6238 with SHA-1, 30 seconds, six digits.</summary>
internal static class OneTimeCode
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerLetter = 5;
    private const int StepSeconds = 30;
    private const int SixDigits = 1_000_000;

    /// <param name="secret">Base32, as the page shows it; blanks do not count.</param>
    public static string Of(string secret, DateTimeOffset now)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, now.ToUnixTimeSeconds() / StepSeconds);
#pragma warning disable CA5350 // RFC 6238 as authenticator apps know it.
        var hash = HMACSHA1.HashData(Decode(secret), step);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & int.MaxValue;
        return (number % SixDigits).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string secret)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var letter in secret.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))
        {
            buffer = (buffer << BitsPerLetter) | Base32.IndexOf(letter, StringComparison.Ordinal);
            bits += BitsPerLetter;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
