#!/usr/bin/env bash
# Measures whole processes of tandem beside protoc, docutils and PyYAML on a generated workload, on this machine and in
# one run, and scores the suggestions of `tandem suggest`. RUNS (11) says how often each program runs, DEBUG=no leaves out the debug build.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
command -v protoc >/dev/null 2>&1 || missing+=(protobuf-compiler)
command -v python3 >/dev/null 2>&1 || missing+=(python3)
python3 -W ignore -c 'import docutils' >/dev/null 2>&1 || missing+=(python3-docutils)
python3 -c 'from yaml import CSafeLoader' >/dev/null 2>&1 || missing+=(python3-yaml)
Scripts/install-packages.sh "${missing[@]}"

flags=(--explicit-target-dependency-import-check error)
step() { printf '\n== %s\n' "$*"; }

step "Build"
# As `make install` builds it.
release=(-c release --static-swift-stdlib)
swift build "${flags[@]}" "${release[@]}" --product tandem
tandem=$(swift build "${release[@]}" --show-bin-path)/tandem
debug=()
if [ "${DEBUG:-yes}" != no ]; then
  swift build "${flags[@]}" --product tandem
  debug=("$(swift build --show-bin-path)/tandem")
fi
swift build --package-path Benchmarks -c release
benchmarks=$(swift build --package-path Benchmarks -c release --show-bin-path)

step "Workload"
workload=$PWD/.tandem/bench
rm -rf "$workload"
"$benchmarks/workload" "$workload"
mkdir -p "$workload/one/dataflows"
cp -r "$workload/rst/systems" "$workload/one/"
cp "$workload/rst/dataflows/dataflow-0001.rst" "$workload/one/dataflows/"

step "Measure ($(nproc) processors; times in milliseconds)"
"$benchmarks/measure" "$workload" "$tandem" "${RUNS:-11}" "${debug[@]}"

step "Verdicts"
"$tandem" check "$workload/rst" --format json \
  | sed -n 's/.*"verdicts": *\([0-9]*\).*/\1 distinct verdicts were proven for all rows of the workload/p'

step "Suggestions (the rows that people wrote; nothing is tuned on the hold-out)"
python3 Benchmarks/Suggestions/score.py "$tandem" Specs/systems Specs/dataflows/*
python3 Benchmarks/Suggestions/score.py "$tandem" Benchmarks/HoldOut/systems Benchmarks/HoldOut/*.yaml

step "Messages (2,000 planted faults: told once at their place, and put right by the first correction)"
swift build "${flags[@]}" --product mutants
"$(swift build --show-bin-path)/mutants" score --count 2000

Scripts/bench-records.sh
