using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeSecretPilot.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AuditSeals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CommitId",
                table: "AuditEntries",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000")
            );

            migrationBuilder.AddColumn<string>(
                name: "KeyId",
                table: "AuditEntries",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Mac",
                table: "AuditEntries",
                type: "TEXT",
                unicode: false,
                fixedLength: true,
                maxLength: 64,
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "Ordinal",
                table: "AuditEntries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<string>(
                name: "ReceiptSha256",
                table: "AuditEntries",
                type: "TEXT",
                unicode: false,
                fixedLength: true,
                maxLength: 64,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Rows",
                table: "AuditEntries",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Seal",
                table: "AuditEntries",
                type: "TEXT",
                unicode: false,
                fixedLength: true,
                maxLength: 64,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "SealKeyId",
                table: "AuditEntries",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "AuditAnchors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    RootSha256 = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: false
                    ),
                    KeyId = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 40,
                        nullable: false
                    ),
                    PublicKey = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 50,
                        nullable: false
                    ),
                    Signature = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 100,
                        nullable: false
                    ),
                    TimeStamp = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 16000,
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditAnchors", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditWaiting",
                columns: table => new
                {
                    Id = table
                        .Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    ActorRole = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 40,
                        nullable: true
                    ),
                    OrganizationName = table.Column<string>(
                        type: "TEXT",
                        maxLength: 400,
                        nullable: true
                    ),
                    Act = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 60,
                        nullable: false
                    ),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    BeforeSha256 = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: true
                    ),
                    AfterSha256 = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: true
                    ),
                    Rows = table.Column<string>(type: "TEXT", nullable: true),
                    ReceiptSha256 = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: true
                    ),
                    KeyId = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        maxLength: 40,
                        nullable: true
                    ),
                    Mac = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditWaiting", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_CommitId",
                table: "AuditEntries",
                column: "CommitId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ReceiptSha256",
                table: "AuditEntries",
                column: "ReceiptSha256"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditAnchors_At_Id",
                table: "AuditAnchors",
                columns: new[] { "At", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditWaiting_CommitId_Ordinal",
                table: "AuditWaiting",
                columns: new[] { "CommitId", "Ordinal" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AuditAnchors");

            migrationBuilder.DropTable(name: "AuditWaiting");

            migrationBuilder.DropIndex(name: "IX_AuditEntries_CommitId", table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_ReceiptSha256",
                table: "AuditEntries"
            );

            migrationBuilder.DropColumn(name: "CommitId", table: "AuditEntries");

            migrationBuilder.DropColumn(name: "KeyId", table: "AuditEntries");

            migrationBuilder.DropColumn(name: "Mac", table: "AuditEntries");

            migrationBuilder.DropColumn(name: "Ordinal", table: "AuditEntries");

            migrationBuilder.DropColumn(name: "ReceiptSha256", table: "AuditEntries");

            migrationBuilder.DropColumn(name: "Rows", table: "AuditEntries");

            migrationBuilder.DropColumn(name: "Seal", table: "AuditEntries");

            migrationBuilder.DropColumn(name: "SealKeyId", table: "AuditEntries");
        }
    }
}
