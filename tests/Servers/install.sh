#!/usr/bin/env bash
# Installs the servers that the tests speak to (an SMTP relay, an S3 store, a Redis store) beside this script. Safe to repeat.
set -uo pipefail

folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
code=0

# Garnet, which speaks Redis' protocol: a .NET tool, for Debian's redis-server is not to be had everywhere.
garnet=2.2.8
if [ "$(cat "$folder/tools/.version" 2>/dev/null)" != "$garnet" ]; then
  rm -rf "$folder/tools"
  dotnet tool install garnet-server --version "$garnet" --tool-path "$folder/tools" </dev/null >/dev/null &&
    echo "$garnet" >"$folder/tools/.version" || code=1
fi

if ! command -v npm >/dev/null 2>&1; then
  printf '%s\n  %s\n' "未找到 npm，测试用的邮件和文件服务未安装。" "npm was not found; the tests' mail and file servers are not installed." >&2
  exit 1
fi
if [ "$folder/package-lock.json" -nt "$folder/node_modules/.package-lock.json" ]; then
  (cd "$folder" && npm ci --silent --no-audit --no-fund </dev/null) && touch "$folder/node_modules/.package-lock.json" || code=1
fi
exit "$code"
