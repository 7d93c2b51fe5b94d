#!/usr/bin/env bash
# Runs the official tests of Lua 5.4 in the worker that is shipped: lua-suite BUILD, where BUILD has the built programs.
#
# The tests are Lua's own, of 5.4.4, as they lie in the source of the Python package lupa, which embeds that Lua. Debian's
# source package of Lua has none. LUA_SUITE names a folder that has them already: the `testes` of Lua's repository.
set -Eeuo pipefail
trap 'echo "error: the tests were not fetched; put them into a folder, and name it in LUA_SUITE" >&2' ERR
build=$1
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
package=lupa version=2.0
digest=ad3fef486be7adddd349fe9a9c393789061312cf98ebc533b489be34f484cb79

fetch() {
  python3 -m pip --version > /dev/null 2>&1 || "$root/.ci/packages" python3-pip
  local download
  download=$(mktemp -d)
  trap 'rm -rf "$download"' RETURN
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --no-binary "$package" --dest "$download" \
    "$package==$version"
  echo "$digest  $download/$package-$version.tar.gz" | sha256sum --check --quiet
  mkdir -p "$1"
  tar -xzf "$download/$package-$version.tar.gz" -C "$1" --strip-components 4 "$package-$version/third-party/lua54/testes"
}

suite=${LUA_SUITE:-$root/.build/lua-suite}
[ -e "$suite/all.lua" ] || fetch "$suite"
trap - ERR
exec "$build/lua-suite" "$suite" "$root/docs/lua-deviations.md"
