#!/usr/bin/env bash
# Runs all tests: the form of the sources first, because it is quick, then the test targets.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -z "${TANDEM_SEEDS:-}" ] && [ -d ../shared/seeds ]; then
  TANDEM_SEEDS="$(cd ../shared/seeds && pwd)"
  export TANDEM_SEEDS
fi

echo "== form of the sources"
swift format lint --strict --recursive --parallel --configuration .swift-format Package.swift Plugins Sources Tests Fuzz Generated Documentation/Extending

Scripts/validators.sh

echo "== tests"
# All tests are written with Swift Testing; the older library would only report that it has none.
swift test --disable-xctest --explicit-target-dependency-import-check error --skip PackageTests

echo "== packages that use Tandem (SwiftPM builds Tandem for them; that is kept in .build/consumer)"
# By themselves, because SwiftPM takes all processors and other tests have limits of time.
swift test --disable-xctest --explicit-target-dependency-import-check error --skip-build --filter PackageTests
