using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeSecretPilot.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReviewComments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Comments",
                table: "ProvincialReviews",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]"
            );

            migrationBuilder.CreateTable(
                name: "CommentHandlings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    HandledBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    HandledAt = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentHandlings", x => x.Id);
                    table.CheckConstraint(
                        "CK_CommentHandlings_Mark",
                        "(\"HandledBy\" IS NULL AND \"HandledAt\" IS NULL) OR (\"HandledBy\" IS NOT NULL AND \"HandledAt\" IS NOT NULL)"
                    );
                    table.CheckConstraint("CK_CommentHandlings_Number", "\"Number\" >= 1");
                    table.ForeignKey(
                        name: "FK_CommentHandlings_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_CommentHandlings_ApplicationId_VersionNumber_Number",
                table: "CommentHandlings",
                columns: new[] { "ApplicationId", "VersionNumber", "Number" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "CommentHandlings");

            migrationBuilder.DropColumn(name: "Comments", table: "ProvincialReviews");
        }
    }
}
