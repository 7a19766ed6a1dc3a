namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

/// <summary>Workbooks that were filled in by other programs or by hand, byte for byte.</summary>
internal static class CaseFile
{
    public static byte[] Read(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Rendering/Excel/Cases", name));
}
