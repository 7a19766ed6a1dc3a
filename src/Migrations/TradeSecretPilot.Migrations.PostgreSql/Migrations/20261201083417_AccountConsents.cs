using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeSecretPilot.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class AccountConsents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CreatedById",
                table: "Accounts",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "ConsentRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Act = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserName = table.Column<string>(
                        type: "character varying(64)",
                        maxLength: 64,
                        nullable: false
                    ),
                    DisplayName = table.Column<string>(
                        type: "character varying(160)",
                        maxLength: 160,
                        nullable: false
                    ),
                    Email = table.Column<string>(
                        type: "character varying(256)",
                        maxLength: 256,
                        nullable: true
                    ),
                    Role = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(
                        type: "character varying(2000)",
                        maxLength: 2000,
                        nullable: true
                    ),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedBy = table.Column<string>(
                        type: "character varying(160)",
                        maxLength: 160,
                        nullable: false
                    ),
                    AskedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    ExpiresAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    Status = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    DecidedBy = table.Column<string>(
                        type: "character varying(160)",
                        maxLength: 160,
                        nullable: true
                    ),
                    DecidedAt = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    Answer = table.Column<string>(
                        type: "character varying(2000)",
                        maxLength: 2000,
                        nullable: true
                    ),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentRequests", x => x.Id);
                    table.CheckConstraint(
                        "CK_ConsentRequests_Act",
                        "\"Act\" IN ('Create', 'ResetPassword', 'Enable')"
                    );
                    table.CheckConstraint(
                        "CK_ConsentRequests_Role",
                        "\"Role\" IN ('Drafter', 'LocalApprover', 'ProvincialReviewer', 'ProvincialApprover', 'WorkingGroup', 'WorkingGroupLead', 'Expert', 'SystemAdmin', 'SecurityAdmin', 'AuditAdmin')"
                    );
                    table.CheckConstraint(
                        "CK_ConsentRequests_Status",
                        "\"Status\" IN ('Open', 'Approved', 'Refused', 'Withdrawn')"
                    );
                    table.ForeignKey(
                        name: "FK_ConsentRequests_Accounts_AskedById",
                        column: x => x.AskedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "FK_ConsentRequests_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_CreatedById_Role",
                table: "Accounts",
                columns: new[] { "CreatedById", "Role" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRequests_AccountId_Status",
                table: "ConsentRequests",
                columns: new[] { "AccountId", "Status" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRequests_AskedAt_Id",
                table: "ConsentRequests",
                columns: new[] { "AskedAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRequests_AskedById",
                table: "ConsentRequests",
                column: "AskedById"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRequests_OrganizationId",
                table: "ConsentRequests",
                column: "OrganizationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConsentRequests_Status_ExpiresAt",
                table: "ConsentRequests",
                columns: new[] { "Status", "ExpiresAt" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ConsentRequests");

            migrationBuilder.DropIndex(name: "IX_Accounts_CreatedById_Role", table: "Accounts");

            migrationBuilder.DropColumn(name: "CreatedById", table: "Accounts");
        }
    }
}
