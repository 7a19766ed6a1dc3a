using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeSecretPilot.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MailChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MailChangeId",
                table: "OutboxMessages",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "MailChanges",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LinkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    AskedAt = table.Column<string>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<string>(type: "TEXT", nullable: false),
                    CodeSha256 = table.Column<string>(
                        type: "TEXT",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: true
                    ),
                    GivenOutAt = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailChanges", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_MailChanges_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_MailChanges_LinkId",
                table: "MailChanges",
                column: "LinkId",
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "MailChanges");

            migrationBuilder.DropColumn(name: "MailChangeId", table: "OutboxMessages");
        }
    }
}
