#!/usr/bin/env bash
# Installs the Debian packages that Tandem needs and that are missing. The Swift toolchain is the only prerequisite.
set -euo pipefail

missing=()
[ -e /usr/include/yaml.h ] || missing+=(libyaml-dev)
[ -e /usr/include/sqlite3.h ] || missing+=(libsqlite3-dev)
command -v sqlite3 >/dev/null 2>&1 || missing+=(sqlite3)
command -v pkg-config >/dev/null 2>&1 || missing+=(pkg-config)
# The tests compare with how docutils reads the documents that Tandem writes.
python3 -c 'import docutils' >/dev/null 2>&1 || missing+=(python3-docutils)
# A test sets a breakpoint at a line of a document.
command -v gdb >/dev/null 2>&1 || missing+=(gdb)

if ! command -v swift >/dev/null 2>&1; then
  echo "tandem: there is no Swift toolchain on the PATH; install Swift 6.1 or later first (https://www.swift.org/install)" >&2
  exit 1
fi
"$(dirname "$0")/install-packages.sh" "${missing[@]}"
