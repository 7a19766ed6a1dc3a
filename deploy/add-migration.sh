#!/usr/bin/env bash
# Adds one migration of the same name for each of the three databases: deploy/add-migration.sh NAME
# Where one of that name exists it stays, so that the script may be repeated after a failure.
set -euo pipefail

if [ $# -ne 1 ] || [[ ! $1 =~ ^[A-Z][A-Za-z0-9]+$ ]]; then
  echo "usage: deploy/add-migration.sh NAME   (NAME in PascalCase: AddForwardingLetters)" >&2
  exit 2
fi

cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet tool restore >/dev/null
for provider in Sqlite PostgreSql SqlServer; do
  project=src/Migrations/TradeSecretPilot.Migrations.$provider
  if compgen -G "$project/Migrations/*_$1.cs" >/dev/null; then
    echo "== $provider: $1 exists"
    continue
  fi
  echo "== $provider"
  dotnet build "$project" -v q -nodeReuse:false
  dotnet ef migrations add "$1" --no-build --project "$project" --startup-project "$project" --output-dir Migrations
done
dotnet csharpier format src/Migrations >/dev/null
