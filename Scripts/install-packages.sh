#!/usr/bin/env bash
# Installs the named Debian packages; does nothing without names.
set -euo pipefail

[ "$#" -eq 0 ] && exit 0
echo "tandem: these system packages are missing: $*"
if ! command -v apt-get >/dev/null 2>&1; then
  echo "tandem: install them with the package manager of this system, then run the command again" >&2
  exit 1
fi
run=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "tandem: run as root: apt-get install $*" >&2
    exit 1
  fi
  run=(sudo)
fi
echo "tandem: installing them with apt-get"
"${run[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
