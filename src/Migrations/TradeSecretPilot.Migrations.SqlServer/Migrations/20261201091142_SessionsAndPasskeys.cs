using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeSecretPilot.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SessionsAndPasskeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_AccountSessions_End",
                table: "AccountSessions"
            );

            migrationBuilder.AddColumn<bool>(
                name: "MustSetSecondFactor",
                table: "Accounts",
                type: "bit",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.CreateTable(
                name: "AccountPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(
                        type: "varbinary(800)",
                        maxLength: 800,
                        nullable: false
                    ),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Data = table.Column<string>(type: "nvarchar(max)", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AccountPasskeys_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.AddCheckConstraint(
                name: "CK_AccountSessions_End",
                table: "AccountSessions",
                sql: "\"End\" IN ('SignedOut', 'Replaced', 'EndedByOwner', 'PasswordChanged', 'PasswordReset', 'Locked', 'Disabled', 'SecondFactorChanged', 'SecondFactorReset', 'AccountChanged')"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AccountPasskeys_UserId",
                table: "AccountPasskeys",
                column: "UserId"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AccountPasskeys");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AccountSessions_End",
                table: "AccountSessions"
            );

            migrationBuilder.DropColumn(name: "MustSetSecondFactor", table: "Accounts");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AccountSessions_End",
                table: "AccountSessions",
                sql: "\"End\" IN ('SignedOut', 'Replaced', 'EndedByOwner')"
            );
        }
    }
}
