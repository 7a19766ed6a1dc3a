#!/usr/bin/env bash
# Builds the portal and starts it in demo mode: a sample world in a SQLite file, on http://localhost:5080.
# ASPNETCORE_URLS overrides the address. Ctrl+C stops it. A second start builds only what has changed.
# Database__Provider=PostgreSql and ConnectionStrings__Portal="Host=…;Database=…" put the sample world into that database, which is empty or
# an earlier demonstration's.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=deploy/prerequisites.sh
. "$root/deploy/prerequisites.sh"

web=$root/src/TradeSecretPilot.Web
program=$web/bin/Release/net10.0/TradeSecretPilot.Web.dll
built=$root/artifacts/start.built

export Database__Provider=${Database__Provider:-Sqlite}
if [ "$Database__Provider" != Sqlite ] && [ -z "${ConnectionStrings__Portal:-}" ]; then
  complain "使用 $Database__Provider 时须设置 ConnectionStrings__Portal（连接字符串）。" \
    "With $Database__Provider, set ConnectionStrings__Portal to the connection string."
  exit 1
fi

require_dotnet "$root"

install_documents "$root" || complain "门户照常启动，但生成 PDF 可能不可用；页面会说明缺少什么。" \
  "The portal starts all the same, but official PDF documents may not be made; its pages say what is missing."

# A folder counts too: its time tells of a file that was removed.
changed_since_build() {
  [ ! -f "$program" ] || [ ! -f "$built" ] ||
    [ -n "$(find "$root"/src "$root"/Directory.* "$root"/global.json \
      \( -name bin -o -name obj -o -name node_modules -o -name App_Data -o -path '*/wwwroot' \) -prune \
      -o -newer "$built" -print -quit)" ] ||
    [ -n "$(find "$web/wwwroot" \( -name _framework -o -name lib \) -prune -o -newer "$built" -print -quit 2>/dev/null)" ]
}

export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}
export ASPNETCORE_URLS=${ASPNETCORE_URLS:-http://localhost:5080}
export Demo__Enabled=${Demo__Enabled:-true}

cd "$web"
if changed_since_build; then
  say "正在还原和编译……" "Restoring and building…"
  mkdir -p "$root/artifacts"
  touch "$built.started"
  dotnet restore -v q </dev/null
  dotnet build -c Release --no-restore -v q -nodeReuse:false </dev/null
  say "正在迁移数据库……" "Migrating the database…"
  dotnet "$program" migrate </dev/null
  mv "$built.started" "$built"
fi

say "门户地址：${ASPNETCORE_URLS}（演示模式，数据库 ${Database__Provider}，按 Ctrl+C 停止）" \
  "The portal is on $ASPNETCORE_URLS (demo mode, $Database__Provider; Ctrl+C stops it)."
exec dotnet "$program"
