using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Host.Security;
using TradeSecretPilot.Web.Host.Setup;

namespace TradeSecretPilot.Web.Tests.Host.Security;

/// <summary>What one request leaves in the log.</summary>
public sealed class RequestLogTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_OneLine_WithRoleAndTrace_WithoutQuery()
    {
        var (status, lines) = await AskAsync("/page?q=示例张三");

        Assert.Equal(HttpStatusCode.OK, status);
        var line = Assert.Single(lines);
        Assert.Equal(LogEventLevel.Information, line.Level);
        Assert.NotNull(line.TraceId);
        Assert.StartsWith("GET /page 200 ", Text(line), StringComparison.Ordinal);
        Assert.Contains(" ms LocalApprover", Text(line), StringComparison.Ordinal);
        Assert.DoesNotContain(
            line.Properties.Values,
            v =>
                v.ToString().Contains("张三", StringComparison.Ordinal)
                || v.ToString().Contains("%E5%BC%A0", StringComparison.OrdinalIgnoreCase)
                || v.ToString().Contains("approver.name", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task RefusedPage_OneWarning_WithTheReason_AndNoStack()
    {
        var (status, lines) = await AskAsync("/refused");

        Assert.Equal(HttpStatusCode.Forbidden, status);
        var line = Assert.Single(lines);
        Assert.Equal((LogEventLevel.Warning, null), (line.Level, line.Exception));
        Assert.Contains(
            "LocalApprover does not hold ReadAudit",
            Text(line),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task DatabaseGone_503_OneError_WithoutAStack()
    {
        var (status, lines) = await AskAsync("/gone");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        var line = Assert.Single(lines);
        Assert.Equal((LogEventLevel.Error, null), (line.Level, line.Exception));
    }

    [Fact]
    public async Task Bug_IsAnError_WithItsStack()
    {
        var (status, lines) = await AskAsync("/bug");

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Contains(lines, l => l.Exception is InvalidOperationException);
        Assert.All(lines, l => Assert.Equal(LogEventLevel.Error, l.Level));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/_framework/blazor.web.js")]
    public async Task WhatMachinesAsk_IsBelowTheUsualLevel(string path)
    {
        var (_, lines) = await AskAsync(path);

        Assert.Equal(LogEventLevel.Debug, Assert.Single(lines).Level);
    }

    private static string Text(LogEvent line) => line.RenderMessage(CultureInfo.InvariantCulture);

    private static async Task<(HttpStatusCode Status, List<LogEvent> Lines)> AskAsync(string path)
    {
        var keeper = new Keeper();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSerilog(
            new LoggerConfiguration()
                .MinimumLevel.Debug()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .WriteTo.Sink(keeper)
                .CreateLogger(),
            dispose: true
        );
        await using var app = builder.Build();
        app.UseRequestLog();
        app.UsePortalErrors();
        app.Use(
            (http, next) =>
            {
                http.User = new ClaimsPrincipal(
                    new ClaimsIdentity(
                        [
                            new Claim(ClaimTypes.Role, "LocalApprover"),
                            new Claim(ClaimTypes.Name, "approver.name"),
                        ],
                        "test"
                    )
                );
                return next(http);
            }
        );
        app.UseRouting();
        app.MapGet("/page", () => "ok");
        app.MapGet("/health", () => "ok");
        app.MapGet("/_framework/blazor.web.js", () => "ok");
        app.MapGet("/error", () => "");
        app.MapGet("/status/{code}", () => "");
        app.MapGet(
            "/refused",
            string () =>
                throw new PermissionDeniedException("LocalApprover does not hold ReadAudit.")
        );
        app.MapGet(
            "/gone",
            string () => throw new NpgsqlException("Nobody answers.", new IOException())
        );
        app.MapGet("/bug", string () => throw new InvalidOperationException("示例"));
        await app.StartAsync(Ct);
        var address = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Ct);
        // The line is written after the answer has left.
        await app.StopAsync(Ct);
        return (answer.StatusCode, keeper.Lines);
    }

    private sealed class Keeper : ILogEventSink
    {
        private readonly ConcurrentQueue<LogEvent> _lines = new();

        public List<LogEvent> Lines => [.. _lines];

        public void Emit(LogEvent logEvent) => _lines.Enqueue(logEvent);
    }
}
