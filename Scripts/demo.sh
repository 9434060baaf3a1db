#!/usr/bin/env bash
# The demonstration: six sample systems, all five dataflows in one process, edits on both sides, and a look whether each
# arrived. Ends with an error when an edit did not arrive or when the last run still wrote something.
set -euo pipefail
cd "$(dirname "$0")/.."

directory=.tandem/demo
reports=$directory/reports
flags=(--explicit-target-dependency-import-check error)

step() { printf '\n== %s\n' "$*"; }
fail() { printf '\ndemo: %s\n' "$*" >&2; exit 1; }

# The last paragraph of a report: a line per flow, without the single writes.
totals() { awk 'BEGIN { RS = "" } { last = $0 } END { print last }' "$1"; }

# Runs the sync over all dataflows in one process. Status 4 says that records need a person, which the sample contains on
# purpose; any other is a fault.
apply() {
  local report=$1 status=0
  shift
  "$sync" apply --environment demo "$@" >"$report" || status=$?
  [ "$status" -eq 0 ] || [ "$status" -eq 4 ] || { tail -n 20 "$report"; fail "'sync apply' ended with status $status"; }
}

build() {
  swift build "${flags[@]}" >"$reports/build.txt" 2>&1 || { tail -n 40 "$reports/build.txt"; fail "the build failed"; }
}

mkdir -p "$reports"
started=$SECONDS

step "Build (the first time takes a few minutes)"
build
binaries=$(swift build --show-bin-path)
sync=$binaries/sync
echo "built in $((SECONDS - started)) s"

step "Check and generate"
"$binaries/tandem" check Specs >"$reports/check.txt" 2>&1 || { cat "$reports/check.txt"; fail "the documents have errors"; }
tail -n 1 "$reports/check.txt"
"$binaries/tandem" generate Specs --output Generated/Swift 2>&1
"$binaries/tandem" checklist Specs --format markdown --output Generated/Checklists 2>&1
build

step "Fill six databases with sample records"
"$binaries/demo" fill "$directory"

step "Plan the first run (nothing is written)"
"$sync" plan --environment demo >"$reports/plan.txt" || [ $? -eq 4 ] || fail "'sync plan' failed"
head -n 12 "$reports/plan.txt"
echo "..."
tail -n 1 "$reports/plan.txt"

step "First run: all five dataflows"
apply "$reports/first-run.txt" --yes
totals "$reports/first-run.txt"

step "Users edit records in all six systems"
"$binaries/demo" edit "$directory"

step "Second run: the edits travel"
apply "$reports/second-run.txt"
totals "$reports/second-run.txt"

step "Did each edit arrive?"
verified=0
"$binaries/demo" verify "$directory" >"$reports/edits.txt" || verified=$?
cat "$reports/edits.txt"

step "Third run: nothing is left to do"
apply "$reports/third-run.json" --format json
written=$(sed -n 's/^  "writeCount" : \([0-9]*\),*$/\1/p' "$reports/third-run.json")
echo "${written:-?} records written"

step "Status"
"$sync" status --environment demo >"$reports/status.txt" || [ $? -eq 4 ] || fail "'sync status' failed"
sed -n '/^needs a person:/,$p' "$reports/status.txt"
"$sync" conflicts --environment demo >"$reports/conflicts.txt"
echo "edits that lost a conflict, newest first:"
head -n 6 "$reports/conflicts.txt"
"$sync" status --environment demo --format json >"$reports/status.json" || [ $? -eq 4 ] || fail "'sync status' failed"
# A figure of the status: the sum of a key's numbers, or how many different texts it has.
sum() { awk -v key="\"$1\"" '$1 == key { sum += $3 } END { print sum + 0 }' "$reports/status.json"; }
different() { awk -F'"' -v key="$1" '$2 == key && !seen[$4]++ { n++ } END { print n + 0 }' "$reports/status.json"; }

step "Summary"
"$binaries/demo" count "$directory"
cat <<SUMMARY
$(sum links) links between records, in $(different flow) flows of $(different dataflow) dataflows
$(tail -n 1 "$reports/edits.txt")
${written:-?} records written by the third run
The records that need a person are planted: namesakes that match one record, a country and an urgency that the other
side does not know, an order in a closed period. They stop nothing else.

checklists   Generated/Checklists
databases    $directory/*.sqlite (look at them with sqlite3)
reports      $reports
again        ${sync#"$PWD/"} status --environment demo
took         $((SECONDS - started)) s
SUMMARY

[ "$verified" -eq 0 ] || fail "not every edit arrived"
[ "$written" = 0 ] || fail "the third run wrote ${written:-an unknown number of} records"
