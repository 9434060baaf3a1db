#!/usr/bin/env bash
# Measures generated code beside code written by hand: mapping and decoding of records, and what generated code costs to
# compile; jq and morph-kgc on the same records for scale. RUNS (5), RECORDS (100000), FLOWS (200), COMPILE=no.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
command -v jq >/dev/null 2>&1 || missing+=(jq)
Scripts/install-packages.sh "${missing[@]}"
flags=(--explicit-target-dependency-import-check error)
step() { printf '\n== %s\n' "$*"; }
runs=${RUNS:-5}
scratch=$PWD/.tandem/bench-records
mkdir -p "$scratch"

swift build "${flags[@]}" --product tandem
tandem=$(swift build --show-bin-path)/tandem
"$tandem" generate --quiet Benchmarks/Records/Specs --output Benchmarks/Records/Sources/Mapping
swift build --package-path Benchmarks/Records -c release
products=$(swift build --package-path Benchmarks/Records -c release --show-bin-path)
swift build --package-path Benchmarks -c release --product measure
measure=$(swift build --package-path Benchmarks -c release --show-bin-path)/measure

step "Mapping (20 properties; in one process, taking turns)"
"$products/records" map "$runs"

step "Decoding JSON (20 properties; in one process, taking turns)"
"$products/records" write "$scratch" "${RECORDS:-100000}"
"$products/records" decoding "$scratch/leads.json" "$runs"

step "Whole processes: decoding an array, and mapping JSON Lines and CSV (for scale)"
if ! "$scratch/python/bin/python" -c 'import morph_kgc' >/dev/null 2>&1; then
  python3 -m venv "$scratch/python" && "$scratch/python/bin/pip" install -q morph-kgc==2.10.0 || true
fi
"$measure" --records "$scratch" "$products/records" "$runs" "$PWD/Benchmarks/Records/Peers"

if [ "${COMPILE:-yes}" != no ]; then
  step "Compiling ${FLOWS:-200} flows of 20 properties"
  rm -rf "$scratch/compile"
  python3 Benchmarks/Compile/landscape.py "$scratch/compile" "${FLOWS:-200}"
  "$tandem" generate --quiet "$scratch/compile" --output "$scratch/compile/out"
  python3 Benchmarks/Compile/measure.py "$scratch/compile/out" "$products/Modules" "${COMPILE_RUNS:-3}"
fi
