#!/bin/sh
# Builds src/test/resources/powershell/powershell.wasm: a parser with the PowerShell grammar of tree-sitter, for any machine.
# It is built once per release of the grammar and committed, so that tests need neither a C compiler nor a network.
# Needs npm, and of Debian: clang-14 lld-14 wasi-libc libclang-rt-14-dev-wasm32
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent tree-sitter-powershell@0.26.4 tree-sitter@0.25.0
sha256sum --check "$here/sources.sha256"
mkdir grammar runtime
tar xzf tree-sitter-powershell-0.26.4.tgz -C grammar
tar xzf tree-sitter-0.25.0.tgz -C runtime
lib=runtime/package/vendor/tree-sitter/lib
awk -f "$here/split.awk" grammar/package/src/parser.c > grammar/package/src/split.c
clang-14 --target=wasm32-wasi -mexec-model=reactor -Oz -DNDEBUG -D_GNU_SOURCE \
    -I "$lib/include" -I "$lib/src" -I grammar/package/src -Wno-everything \
    "$lib/src/lib.c" grammar/package/src/split.c grammar/package/src/scanner.c "$here/tree.c" \
    -fuse-ld=lld -Wl,--strip-all -o "$here/../resources/powershell/powershell.wasm"
ls -l "$here/../resources/powershell/powershell.wasm"
