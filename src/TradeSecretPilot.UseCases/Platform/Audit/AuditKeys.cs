using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// The keys of the audit trail, which the database never holds: one marks entries (HMAC-SHA256), one signs anchors (Ed25519). They
/// are exchanged together; earlier ones stay, so that what they marked remains verifiable.
/// </summary>
public sealed class AuditKeys
{
    /// <summary>Longest name of a key.</summary>
    public const int IdMaxLength = 40;

    private const int SecretBytes = 32;
    private const int IdLength = 12;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    private readonly IReadOnlyList<Key> _keys;

    private AuditKeys(IReadOnlyList<Key> keys) => _keys = keys;

    /// <param name="Id">The first digits of the SHA-256 of the public key.</param>
    /// <param name="Mac">For HMAC-SHA256.</param>
    /// <param name="Signing">The Ed25519 private key.</param>
    private sealed record Key(string Id, DateTimeOffset MadeAt, byte[] Mac, byte[] Signing);

    private sealed record Stored(IReadOnlyList<Key> Keys);

    /// <summary>The key that marks and signs now: the one made last.</summary>
    public string CurrentId => _keys[^1].Id;

    /// <summary>Names of all keys, the earliest first.</summary>
    public IReadOnlyList<string> Ids => [.. _keys.Select(k => k.Id)];

    /// <summary>Keys that no file holds: they end with the process.</summary>
    public static AuditKeys Make(DateTimeOffset now) => new([NewKey(now)]);

    /// <exception cref="SettingsException">There is no such file, or it holds no keys.</exception>
    public static AuditKeys Read(string path)
    {
        try
        {
            var stored = JsonSerializer.Deserialize<Stored>(File.ReadAllText(path), Json);
            return
                stored is { Keys: [_, ..] keys }
                && keys.All(k => k is { Mac.Length: >= SecretBytes, Signing.Length: SecretBytes })
                ? new AuditKeys(keys)
                : throw Unreadable(path, null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SettingsException(
                $"缺少审计密钥{path}。请先运行 make-audit-keys 生成，并将该文件与数据库分开保管；文件位置由Audit:Keys设置。",
                $"The keys of the audit trail are missing ({path}). Run make-audit-keys, and keep the file apart from the database; Audit:Keys says where it is."
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>For a portal that makes its keys by itself.</summary>
    public static AuditKeys ReadOrMake(string path, DateTimeOffset now)
    {
        if (!File.Exists(path))
        {
            var own = $"{path}.{Guid.NewGuid():N}";
            Write(own, [NewKey(now)]);
            try
            {
                // Whole or not there, and not over those of another process that made them first.
                File.Move(own, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(own);
            }
        }

        return Read(path);
    }

    /// <summary>Makes a key and lets it mark and sign from now on; earlier keys stay in the file.</summary>
    /// <returns>Its name.</returns>
    public static string Add(string path, DateTimeOffset now)
    {
        var key = NewKey(now);
        if (!File.Exists(path))
        {
            Write(path, [key]);
            return key.Id;
        }

        var next = $"{path}.new";
        Write(next, [.. Read(path)._keys, key]);
        File.Move(next, path, overwrite: true);
        return key.Id;
    }

    public bool Knows(string? id) => Find(id) is not null;

    /// <summary>HMAC-SHA256 in upper-case hexadecimal.</summary>
    /// <param name="use">What is marked: a mark of one kind is none of another.</param>
    public string Mark(string id, string use, string text) =>
        Convert.ToHexString(
            HMACSHA256.HashData(Get(id).Mac, Encoding.UTF8.GetBytes($"{use}\n{text}"))
        );

    /// <summary>Whether a mark is that of a text; compared in constant time.</summary>
    public bool IsMark(string? mark, string? id, string use, string text) =>
        mark is not null
        && Knows(id)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(mark),
            Encoding.ASCII.GetBytes(Mark(id!, use, text))
        );

    /// <summary>An Ed25519 signature by the current key.</summary>
    public byte[] Sign(byte[] message)
    {
        var signer = new Ed25519Signer();
        signer.Init(true, new Ed25519PrivateKeyParameters(_keys[^1].Signing));
        signer.BlockUpdate(message, 0, message.Length);
        return signer.GenerateSignature();
    }

    /// <summary>The public half of a signing key: 32 bytes (RFC 8032). Null when no such key is known.</summary>
    public byte[]? PublicKey(string? id) => Find(id) is { } key ? PublicKeyOf(key.Signing) : null;

    /// <summary>Whether a signature is of a message and by a key.</summary>
    public static bool IsSigned(byte[] publicKey, byte[] message, byte[] signature)
    {
        try
        {
            var verifier = new Ed25519Signer();
            verifier.Init(false, new Ed25519PublicKeyParameters(publicKey));
            verifier.BlockUpdate(message, 0, message.Length);
            return verifier.VerifySignature(signature);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The name of a key by its public half.</summary>
    public static string IdOf(byte[] publicKey) =>
        Convert.ToHexStringLower(SHA256.HashData(publicKey))[..IdLength];

    private static Key NewKey(DateTimeOffset now)
    {
        var signing = RandomNumberGenerator.GetBytes(SecretBytes);
        return new Key(
            IdOf(PublicKeyOf(signing)),
            now,
            RandomNumberGenerator.GetBytes(SecretBytes),
            signing
        );
    }

    private static byte[] PublicKeyOf(byte[] signing) =>
        new Ed25519PrivateKeyParameters(signing).GeneratePublicKey().GetEncoded();

    private static void Write(string path, IReadOnlyList<Key> keys)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        JsonSerializer.Serialize(stream, new Stored(keys), Json);
    }

    private static SettingsException Unreadable(string path, Exception? e)
    {
        var text =
            $"审计密钥{path}无法读取，或内容不完整：{e?.Message} The keys of the audit trail cannot be read, or are not whole.";
        return e is null
            ? new SettingsException(
                $"审计密钥{path}内容不完整。",
                $"The keys in {path} are not whole."
            )
            : new SettingsException(text, e);
    }

    private Key? Find(string? id) => _keys.FirstOrDefault(k => k.Id == id);

    private Key Get(string id) =>
        Find(id) ?? throw new InvalidOperationException($"There is no audit key {id}.");
}
