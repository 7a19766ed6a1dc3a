using System.Text;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>Keys of the trail outside the database: made, exchanged, and refused in words where they are missing.</summary>
public sealed class AuditKeysTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pilot-keys-");

    private string KeyFile => Path.Combine(_folder.FullName, "audit", "keys.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_WithoutAFile_SaysHowKeysAreMade()
    {
        var refused = Assert.Throws<SettingsException>(() => AuditKeys.Read(KeyFile));

        Assert.Contains("make-audit-keys", refused.Message);
        Assert.Contains(KeyFile, refused.Message);
    }

    [Fact]
    public void Read_OfSomethingElse_IsRefused()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        foreach (var text in new[] { "", "{}", "{\"keys\":[]}", "{\"keys\":[{\"id\":\"x\"}]}" })
        {
            File.WriteAllText(KeyFile, text);
            Assert.Throws<SettingsException>(() => AuditKeys.Read(KeyFile));
        }
    }

    [Fact]
    public void Add_ToAFile_NewKeyMarks_AndEarlierMarksStillHold()
    {
        var first = AuditKeys.ReadOrMake(KeyFile, Now);
        var mark = first.Mark(first.CurrentId, "entry", "text");

        var added = AuditKeys.Add(KeyFile, Now);
        var both = AuditKeys.Read(KeyFile);

        Assert.Equal(added, both.CurrentId);
        Assert.NotEqual(first.CurrentId, added);
        Assert.True(both.IsMark(mark, first.CurrentId, "entry", "text"));
        Assert.False(both.IsMark(mark, added, "entry", "text"));
        Assert.False(both.IsMark(mark, first.CurrentId, "place", "text"));
        Assert.False(both.IsMark(mark, "nobody", "entry", "text"));
        Assert.Equal(both.Ids, AuditKeys.ReadOrMake(KeyFile, Now).Ids);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(KeyFile)
            );
        }
    }

    /// <summary>RFC 8032, section 7.1, test 2.</summary>
    [Fact]
    public void IsSigned_VectorOfTheRfc_Holds_AndNoOtherMessage()
    {
        var key = Convert.FromHexString(
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
        );
        var signature = Convert.FromHexString(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        );

        Assert.True(AuditKeys.IsSigned(key, [0x72], signature));
        Assert.False(AuditKeys.IsSigned(key, [0x73], signature));
        Assert.False(AuditKeys.IsSigned([1, 2], [0x72], signature));
        var keys = AuditKeys.Make(Now);
        var text = Encoding.UTF8.GetBytes("root");
        Assert.True(AuditKeys.IsSigned(keys.PublicKey(keys.CurrentId)!, text, keys.Sign(text)));
    }
}
