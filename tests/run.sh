#!/usr/bin/env bash
# Installs what the tests need, builds the solution and runs every test project.
#   tests/run.sh                         all of them
#   tests/run.sh Domain UseCases         the projects whose names hold one of these words
#   tests/run.sh Web -- -class '*Inbox*' what follows -- goes to the test runner
# Results (trx, logs) and screenshots stay under artifacts/. The last line is "N passed, N failed[, N skipped]";
# a project that crashes, runs no test, or takes longer than TEST_TIMEOUT (4200 s) counts as one failure.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
# shellcheck source=deploy/prerequisites.sh
. deploy/prerequisites.sh

words=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  words+=("$1")
  shift
done
[ $# -eq 0 ] || shift
runner_arguments=("$@")

# The quick ones first: what is broken there is cheapest to read.
projects=()
for name in Domain UseCases Web EndToEnd; do
  [ ${#words[@]} -eq 0 ] && projects+=("TradeSecretPilot.$name.Tests")
  for word in ${words[@]+"${words[@]}"}; do
    [[ TradeSecretPilot.$name.Tests == *"$word"* ]] && projects+=("TradeSecretPilot.$name.Tests") && break
  done
done

finish() {
  local summary="$passed passed, $failed failed"
  [ "$skipped" -eq 0 ] || summary+=", $skipped skipped"
  echo "$summary" | tee "$results/summary.txt"
  [ "$failed" -eq 0 ]
  exit
}

passed=0 failed=0 skipped=0
results=$root/artifacts/test-results
rm -rf "$results" "$root/artifacts/screenshots"
mkdir -p "$results"

if [ ${#projects[@]} -eq 0 ]; then
  complain "没有符合 ${words[*]} 的测试项目。" "No test project is called ${words[*]}."
  failed=1
  finish
fi
require_dotnet "$root" || { failed=1; finish; }

missing=()
have_postgres || missing+=(postgresql)
{ have pdftotext && have qpdf; } || missing+=(poppler-utils qpdf)
have_scanner || missing+=(clamav-daemon)
have_office || missing+=(libreoffice-writer-nogui libreoffice-calc-nogui)
# Tests that miss something say so themselves.
[ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}" || true
have chromium-headless-shell || install_packages chromium-headless-shell || have_chromium || install_packages chromium || true
install_documents "$root" || true
tests/Servers/install.sh || true

# No server of the build may stay behind and hold on to our output.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 DOTNET_CLI_TELEMETRY_OPTOUT=1
build() { dotnet build "$1" -c Debug -v q -nodeReuse:false </dev/null; }
say "正在编译……" "Building…"
if [ ${#words[@]} -eq 0 ]; then
  build TradeSecretPilot.sln || { failed=1; finish; }
else
  for project in "${projects[@]}"; do
    build "tests/$project" || { failed=1; finish; }
  done
fi

# Everything temporary goes into one folder, so that a crash leaves nothing behind. PostgreSQL's own user must reach into it.
TMPDIR=$(mktemp -d)
export TMPDIR
chmod 711 "$TMPDIR"
trap 'rm -rf "$TMPDIR"' EXIT

# failed_tests FILE: the names of the tests that failed.
failed_tests() { sed -n 's/.*<UnitTestResult[^>]* testName="\([^"]*\)"[^>]* outcome="Failed".*/\1/p; s/.*<UnitTestResult[^>]* outcome="Failed"[^>]* testName="\([^"]*\)".*/\1/p' "$1"; }

# reasons FILE: what the failed tests say, eight lines of each at most.
reasons() {
  awk 'sub(/.*<Message>/, "") { n = 8 }
    n > 0 { last = /<\/Message>/; sub(/<\/Message>.*/, ""); print; n = last ? 0 : n - 1 }' "$1" | cut -c1-400
}

# counter NAME FILE: one number out of the result file.
counter() { sed -n "s/.*<Counters[^>]* $1=\"\([0-9]*\)\".*/\1/p" "$2" | head -n 1; }

for project in "${projects[@]}"; do
  trx=$results/$project.trx
  log=$results/$project.log
  say "── $project"
  started=$SECONDS
  # The browser tests say which of them runs: what hangs in them can be anything.
  telling=()
  [[ $project != *EndToEnd* ]] || telling=(-reporter verbose -longRunning 300)
  timeout --foreground --kill-after=30 "${TEST_TIMEOUT:-4200}" dotnet "tests/$project/bin/Debug/net10.0/$project.dll" -noColor -result-trx "$trx" \
    ${telling[@]+"${telling[@]}"} ${runner_arguments[@]+"${runner_arguments[@]}"} </dev/null 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  project_passed=0 project_failed=0 project_skipped=0 remark=
  if [ -s "$trx" ]; then
    project_passed=$(counter passed "$trx")
    project_failed=$(counter failed "$trx")
    project_skipped=$(counter notExecuted "$trx")
  fi
  if [ ! -s "$trx" ]; then
    project_failed=1 remark="crashed (exit code $code)"
  elif [ $((project_passed + project_failed + project_skipped)) -eq 0 ]; then
    project_failed=1 remark="ran no tests"
  elif [ "$code" -ne 0 ] && [ "$project_failed" -eq 0 ]; then
    project_failed=1 remark="failed outside its tests (exit code $code)"
  fi
  printf '   %-36s passed %d   failed %d   skipped %d   (%d s) %s\n' "$project" \
    "$project_passed" "$project_failed" "$project_skipped" $((SECONDS - started)) "$remark"
  # Once more at the end of the project: the log above is long.
  [ ! -s "$trx" ] || failed_tests "$trx" | sed 's/^/   FAILED: /'
  [ ! -s "$trx" ] || reasons "$trx" | head -n 120 | sed 's/^/      /'
  passed=$((passed + project_passed))
  failed=$((failed + project_failed))
  skipped=$((skipped + project_skipped))
done

finish
