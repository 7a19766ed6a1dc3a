using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>Where files are kept.</summary>
public sealed record FileStoreOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Files";

    /// <summary>Nodes of one portal share it.</summary>
    public required string Folder { get; init; }

    /// <summary>A bucket instead of the folder; used when it has a name.</summary>
    public S3Options S3 { get; init; } = new();

    public ScannerOptions Scanner { get; init; } = new();
}

/// <summary>A bucket of any store that speaks S3.</summary>
public sealed record S3Options
{
    /// <summary>Address such as <c>https://s3.example.cn</c>; null for the store of the region at Amazon.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Must exist. Null keeps files in the folder.</summary>
    public string? Bucket { get; init; }

    public string Region { get; init; } = "us-east-1";

    public string? AccessKey { get; init; }

    public string? SecretKey { get; init; }

    /// <summary>The bucket is part of the path and not of the host's name; usual outside Amazon.</summary>
    public bool PathStyle { get; init; } = true;

    /// <summary>For one request, the sending of a whole file included.</summary>
    public int TimeoutSeconds { get; init; } = 100;

    public bool IsUsed => !string.IsNullOrWhiteSpace(Bucket);

    /// <exception cref="SettingsException">A setting cannot be right.</exception>
    public void Check()
    {
        if (!IsUsed)
        {
            return;
        }

        if (
            Endpoint is not null
            && !(
                Uri.TryCreate(Endpoint, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            )
        )
        {
            throw new SettingsException(
                $"Files:S3:Endpoint“{Endpoint}”不是以http(s)://开头的地址。",
                $"Files:S3:Endpoint “{Endpoint}” is no address that begins with http(s)://."
            );
        }

        if (string.IsNullOrWhiteSpace(AccessKey) || string.IsNullOrWhiteSpace(SecretKey))
        {
            throw new SettingsException(
                "设置了Files:S3:Bucket，还须设置Files:S3:AccessKey和Files:S3:SecretKey。",
                "With Files:S3:Bucket set, give Files:S3:AccessKey and Files:S3:SecretKey too."
            );
        }

        if (TimeoutSeconds < 1)
        {
            throw new SettingsException(
                "Files:S3:TimeoutSeconds须为正数。",
                "Files:S3:TimeoutSeconds must be positive."
            );
        }
    }
}

public static class FileSetup
{
    /// <exception cref="SettingsException">A setting cannot be right.</exception>
    public static IServiceCollection AddPilotFiles(
        this IServiceCollection services,
        FileStoreOptions options
    )
    {
        options.S3.Check();
        services.AddFileIntake(options.Scanner);
        return options.S3.IsUsed
            ? services.AddSingleton<FileStore>(_ => new S3FileStore(options.S3))
            : services.AddSingleton<FileStore>(_ => new FolderFileStore(options.Folder));
    }

    /// <summary>The way in, on the file store that is registered beside it.</summary>
    /// <exception cref="SettingsException">A setting cannot be right.</exception>
    public static IServiceCollection AddFileIntake(
        this IServiceCollection services,
        ScannerOptions scanner
    )
    {
        scanner.Check();
        return services
            .AddSingleton(sp => new VirusScanner(
                scanner,
                sp.GetRequiredService<ILogger<VirusScanner>>()
            ))
            .AddSingleton<FileIntake>();
    }
}
