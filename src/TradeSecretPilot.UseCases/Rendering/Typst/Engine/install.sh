#!/usr/bin/env bash
# Installs what official documents need: Node.js, the typesetting program beside this script, and free fonts of the faces of
# GB/T 9704. Safe to repeat; what is there stays. --fonts installs the fonts alone.
set -uo pipefail

folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
fonts=${DOCUMENT_FONTS:-${XDG_DATA_HOME:-$HOME/.local/share}/fonts/fandol}
failed=0

say() { printf '%s\n  %s\n' "$1" "$2"; }
have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif have sudo; then sudo -n "$@"; else return 1; fi
}

install_packages() {
  have apt-get || { say "本机没有 apt，请手动安装：$*" "There is no apt here; install by hand: $*"; return 1; }
  say "正在用 apt 安装：$*" "Installing with apt: $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
}

missing=()
[ "${1:-}" = --fonts ] || { have node && have npm; } || missing+=(nodejs npm)
[ -e /usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc ] || missing+=(fonts-noto-cjk)
# Other scripts, symbols and emoji in what people type.
[ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || missing+=(fonts-dejavu-core)
[ -e /usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf ] || missing+=(fonts-symbola)
[ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}" || failed=1

# 仿宋 and 楷体 (GPL with font exception) stand in a large Debian package, of which only these two files are taken.
if [ ! -e "$fonts/FandolFang-Regular.otf" ] || [ ! -e "$fonts/FandolKai-Regular.otf" ]; then
  say "正在取得仿宋和楷体字体……" "Fetching the FangSong and Kai faces…"
  temporary=$(mktemp -d)
  trap 'rm -rf "$temporary"' EXIT
  chmod 755 "$temporary"
  if have apt-get && have dpkg-deb && (cd "$temporary" && apt-get download -qq texlive-lang-chinese </dev/null >/dev/null 2>&1) &&
    dpkg-deb --fsys-tarfile "$temporary"/*.deb |
    tar -x -C "$temporary" --wildcards '*/FandolFang-Regular.otf' '*/FandolKai-Regular.otf'; then
    mkdir -p "$fonts"
    find "$temporary" -name 'Fandol*.otf' -exec mv {} "$fonts" \;
  else
    say "未能取得仿宋、楷体，暂以宋体代替。" "The FangSong and Kai faces could not be had; documents are set in Song for now."
    failed=1
  fi
fi

if [ "${1:-}" != --fonts ] && have npm && [ "$folder/package-lock.json" -nt "$folder/node_modules/.package-lock.json" ]; then
  say "正在安装排版程序……" "Installing the typesetting program…"
  (cd "$folder" && npm ci --silent </dev/null) && touch "$folder/node_modules/.package-lock.json" || failed=1
fi

exit $failed
