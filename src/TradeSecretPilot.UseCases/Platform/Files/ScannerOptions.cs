namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>A ClamAV daemon that looks through every file before it is kept.</summary>
public sealed record ScannerOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Files:Scanner";

    private const int HighestPort = 65_535;

    /// <summary>Null looks through nothing.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 3310;

    /// <summary>For one file; afterwards it is not taken.</summary>
    public int TimeoutSeconds { get; init; } = 60;

    public bool IsUsed => !string.IsNullOrWhiteSpace(Host);

    /// <exception cref="SettingsException">A setting cannot be right.</exception>
    public void Check()
    {
        if (Port is < 1 or > HighestPort)
        {
            throw new SettingsException(
                $"Files:Scanner:Port须为1至{HighestPort}。",
                $"Files:Scanner:Port must be 1 to {HighestPort}."
            );
        }

        if (TimeoutSeconds < 1)
        {
            throw new SettingsException(
                "Files:Scanner:TimeoutSeconds须为正数。",
                "Files:Scanner:TimeoutSeconds must be positive."
            );
        }
    }
}
