namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>What the record of an application shows below its head.</summary>
public enum RecordTab
{
    /// <summary>方案, the default.</summary>
    Plan,

    /// <summary>版本与回执.</summary>
    Versions,

    /// <summary>文件.</summary>
    Documents,

    /// <summary>办理过程.</summary>
    History,
}
