namespace TradeSecretPilot.UseCases.Platform;

/// <summary>The portal cannot start with its settings. The message says which and what to do, in both languages.</summary>
public sealed class SettingsException : InvalidOperationException
{
    public SettingsException() { }

    public SettingsException(string message)
        : base(message) { }

    public SettingsException(string message, Exception inner)
        : base(message, inner) { }

    public SettingsException(string zh, string en)
        : base($"{zh} {en}") { }
}
