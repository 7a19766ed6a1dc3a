# Sourced by the scripts that a person starts: checks what they need, and installs what Debian has.
# shellcheck shell=bash

# Chinese first, English below.
say() {
  printf '%s\n' "$1"
  [ -z "${2:-}" ] || printf '  %s\n' "$2"
}

complain() { say "$@" >&2; }

have() { command -v "$1" >/dev/null 2>&1; }

# require_dotnet ROOT: the SDK that global.json names, or a later one of the same major version.
require_dotnet() {
  local wanted
  wanted=$(sed -n 's/.*"version": *"\([0-9.]*\)".*/\1/p' "$1/global.json")
  if ! have dotnet; then
    complain "未找到 .NET SDK。请先安装 $wanted 或同一主版本的更新版本：https://dotnet.microsoft.com/download" \
      "The .NET SDK was not found. Install $wanted, or a later one of the same major version, first."
    return 1
  fi
  if ! (cd "$1" && dotnet --version >/dev/null 2>&1); then
    complain "已安装的 .NET SDK 不符合 global.json 要求的版本 $wanted：" \
      "No installed .NET SDK satisfies global.json, which asks for $wanted:"
    (cd / && dotnet --list-sdks) >&2
    return 1
  fi
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif have sudo; then
    # Without a terminal nobody could type a password, so sudo must not ask for one.
    if [ -t 0 ]; then sudo "$@"; else sudo -n "$@"; fi
  else
    return 1
  fi
}

# install_packages PACKAGE...: by apt; returns non-zero when that is not possible here.
install_packages() {
  if ! have apt-get; then
    complain "本机没有 apt，请手动安装：$*" "There is no apt here; install by hand: $*"
    return 1
  fi
  say "正在用 apt 安装：$*" "Installing with apt: $*"
  if ! { as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null; }; then
    complain "apt 安装未成功：$*" "apt could not install: $*"
    return 1
  fi
}

# install_documents ROOT: Node.js, the typesetting program and its fonts, where they are missing.
install_documents() { "$1/src/TradeSecretPilot.UseCases/Rendering/Typst/Engine/install.sh"; }
have_chromium() { have chromium-headless-shell || have chromium || have chromium-browser; }
have_scanner() { [ -x /usr/sbin/clamd ]; }
have_office() { [ -e /usr/lib/libreoffice/program/libswlo.so ] && [ -e /usr/lib/libreoffice/program/libsclo.so ]; }
have_postgres() {
  local binaries
  for binaries in /usr/lib/postgresql/*/bin; do
    [ -x "$binaries/initdb" ] && [ -x "$binaries/postgres" ] && return 0
  done
  have initdb && have postgres
}
