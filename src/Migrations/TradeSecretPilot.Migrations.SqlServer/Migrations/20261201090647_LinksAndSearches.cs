using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeSecretPilot.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class LinksAndSearches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_AuditEntries_At", table: "AuditEntries");

            migrationBuilder.DropIndex(name: "IX_AuditEntries_SubjectId", table: "AuditEntries");

            migrationBuilder.AddColumn<Guid>(
                name: "PasswordLinkId",
                table: "OutboxMessages",
                type: "uniqueidentifier",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "PasswordLinks",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LinkId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    Way = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    CreatedAt = table.Column<DateTimeOffset>(
                        type: "datetimeoffset",
                        nullable: false
                    ),
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
                    table.PrimaryKey("PK_PasswordLinks", x => x.AccountId);
                    table.CheckConstraint(
                        "CK_PasswordLinks_Kind",
                        "\"Kind\" IN ('Invitation', 'Reset')"
                    );
                    table.CheckConstraint("CK_PasswordLinks_Way", "\"Way\" IN ('Mail', 'Letter')");
                    table.ForeignKey(
                        name: "FK_PasswordLinks_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SavedSearches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(
                        type: "nvarchar(160)",
                        maxLength: 160,
                        nullable: false
                    ),
                    Query = table.Column<string>(
                        type: "nvarchar(1000)",
                        maxLength: 1000,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedSearches_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AccountId_Sequence",
                table: "AuditEntries",
                columns: new[] { "AccountId", "Sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At_Sequence",
                table: "AuditEntries",
                columns: new[] { "At", "Sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_SubjectId_Sequence",
                table: "AuditEntries",
                columns: new[] { "SubjectId", "Sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_PasswordLinks_LinkId",
                table: "PasswordLinks",
                column: "LinkId",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_AccountId_Name",
                table: "SavedSearches",
                columns: new[] { "AccountId", "Name" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "PasswordLinks");

            migrationBuilder.DropTable(name: "SavedSearches");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_AccountId_Sequence",
                table: "AuditEntries"
            );

            migrationBuilder.DropIndex(name: "IX_AuditEntries_At_Sequence", table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_SubjectId_Sequence",
                table: "AuditEntries"
            );

            migrationBuilder.DropColumn(name: "PasswordLinkId", table: "OutboxMessages");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_SubjectId",
                table: "AuditEntries",
                column: "SubjectId"
            );
        }
    }
}
