using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeSecretPilot.Migrations.SqlServer.Migrations
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
                type: "uniqueidentifier",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "MailChanges",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LinkId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Address = table.Column<string>(
                        type: "nvarchar(256)",
                        maxLength: 256,
                        nullable: false
                    ),
                    AskedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(
                        type: "datetimeoffset",
                        nullable: false
                    ),
                    CodeSha256 = table.Column<string>(
                        type: "char(64)",
                        unicode: false,
                        fixedLength: true,
                        maxLength: 64,
                        nullable: true
                    ),
                    GivenOutAt = table.Column<DateTimeOffset>(
                        type: "datetimeoffset",
                        nullable: true
                    ),
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
