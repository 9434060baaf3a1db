#!/usr/bin/env bash
# Installs a built `tandem` below a prefix, with completions for bash, zsh and fish, or takes all of it away again.
#
#     Scripts/install.sh install PROGRAM PREFIX
#     Scripts/install.sh uninstall PREFIX
#
# DESTDIR, where it is set, stands before the prefix, as packagers want it.
set -euo pipefail

usage() { echo "usage: $0 install PROGRAM PREFIX | uninstall PREFIX" >&2; exit 2; }
[ "$#" -ge 2 ] || usage
action=$1
prefix=${!#}
root=${DESTDIR:-}$prefix
program=$root/bin/tandem
bash=$root/share/bash-completion/completions/tandem
zsh=$root/share/zsh/site-functions/_tandem
fish=$root/share/fish/vendor_completions.d/tandem.fish

case $action in
install)
  [ "$#" -eq 3 ] || usage
  if ! mkdir -p "$root/bin" 2>/dev/null || ! [ -w "$root/bin" ]; then
    echo "tandem: $root/bin cannot be written; run: make install PREFIX=\$HOME/.local" >&2
    exit 1
  fi
  install -m 755 "$2" "$program"
  for shell in bash zsh fish; do
    mkdir -p "$(dirname "${!shell}")"
    "$program" --generate-completion-script "$shell" >"${!shell}"
    chmod 644 "${!shell}"
  done
  printf '%s\n' "$program" "$bash" "$zsh" "$fish"
  case ":$PATH:" in
  *":$prefix/bin:"*) ;;
  *) echo "tandem: $prefix/bin is not on the PATH yet; put it there, as in: export PATH=\"$prefix/bin:\$PATH\"" ;;
  esac
  ;;
uninstall)
  for file in "$program" "$bash" "$zsh" "$fish"; do
    if [ -e "$file" ]; then
      rm "$file"
      echo "removed $file"
    fi
  done
  ;;
*) usage ;;
esac
