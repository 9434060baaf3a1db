#!/usr/bin/env bash
# Fuzz tests in release: mutants of small documents through everything, then libFuzzer on each reader.
#   FUZZ_SECONDS  how long libFuzzer runs in all (60)      FUZZ_MUTANTS  the number of mutants (20000)
#   FUZZ_BATCHES  the number of projects with hostile names (20)
#   FUZZ_SEED     the seed of both (the day of the year)   FUZZ_TARGETS  the readers (rst yaml system expression)
set -euo pipefail
cd "$(dirname "$0")/.."

seconds="${FUZZ_SECONDS:-60}"
count="${FUZZ_MUTANTS:-20000}"
batches="${FUZZ_BATCHES:-20}"
seed="${FUZZ_SEED:-$((10#$(date +%j)))}"
read -r -a targets <<<"${FUZZ_TARGETS:-rst yaml system expression}"
work=.build/fuzz
mkdir -p "$work"
# A crash would wait in the backtracer for somebody to look at it.
export SWIFT_BACKTRACE=enable=no

echo "== mutants"
swift build -c release --product mutants
mutants="$(swift build -c release --show-bin-path)/mutants"
status=0
"$mutants" run --count "$count" --seed "$seed" || status=$?
if [ "$status" -ge 3 ]; then
  for input in "$work"/trapped.*; do "$mutants" minimize "$input" || true; done
fi
[ "$status" -eq 0 ] || exit 1

echo "== comments at every place of documents"
"$mutants" comments --count 500 --seed "$seed" Documentation/Examples/nursery-to-bookkeeping.{rst,yaml} \
  Specs/dataflows/custom-erp-to-crmoffice.rst Specs/dataflows/customcrm-to-exactonline.yaml || status=1
[ "$status" -eq 0 ] || exit 1

echo "== hostile names and texts, compiled"
swift build -c release --target TandemRuntime
"$mutants" hostile --count "$batches" --seed "$seed" --modules "$(swift build -c release --show-bin-path)/Modules" ||
  status=1
[ "$status" -eq 0 ] || exit 1

echo "== libFuzzer"
"$mutants" corpus "$work/seeds"
for kind in "${targets[@]}"; do
  mkdir -p "$work/seeds/$kind"
  for input in Tests/FuzzTests/Regressions/*."$kind" Tests/FuzzTests/Regressions/*."$kind.yaml"; do
    [ ! -e "$input" ] || cp "$input" "$work/seeds/$kind/"
  done
done

# The readers are built with the sanitizers, outside of the package, in which nothing may be built so.
flags=(-swift-version 6 -O -whole-module-optimization -parse-as-library -sanitize=fuzzer,address -use-ld=lld
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility)
module="$work/libTandemSyntax.a"
if [ ! -e "$module" ] || [ -n "$(find Sources/TandemSyntax -newer "$module" -print -quit)" ]; then
  echo "building the readers for libFuzzer"
  find Sources/TandemSyntax -name '*.swift' -print0 |
    xargs -0 swiftc "${flags[@]}" -module-name TandemSyntax -emit-module -emit-module-path "$work/TandemSyntax.swiftmodule" \
      -emit-library -static -o "$module"
fi
each=$((seconds / ${#targets[@]}))
for kind in "${targets[@]}"; do
  swiftc "${flags[@]}" -module-name FuzzTarget -I "$work" Fuzz/Support/Readers/*.swift Fuzz/Targets/FuzzTarget.swift \
    "Fuzz/Targets/$kind.swift" "$module" -o "$work/$kind"
  mkdir -p "$work/corpus/$kind" "$work/found"
  # Inputs are small, and none needs longer than five seconds or a gigabyte.
  if "$work/$kind" -max_total_time="$each" -seed="$seed" -max_len=4096 -timeout=5 -rss_limit_mb=1024 \
    -dict="$work/seeds/words.dict" -artifact_prefix="$work/found/$kind-" -print_final_stats=1 \
    "$work/corpus/$kind" "$work/seeds/$kind" >"$work/$kind.log" 2>&1; then
    printf 'libFuzzer %-10s seed %s, %s inputs, %s s, 0 failures\n' "$kind" "$seed" \
      "$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$kind.log")" "$each"
  else
    grep -E 'Fatal error|ERROR|SUMMARY|Test unit' "$work/$kind.log" || tail -5 "$work/$kind.log"
    echo "make it smaller: $work/$kind -minimize_crash=1 -max_total_time=30 INPUT"
    echo "and keep it: Tests/FuzzTests/Regressions/README.md"
    status=1
  fi
done
exit "$status"
