#!/usr/bin/env bash
# Adds a diagnosis with three cases to a copy of the rules, the way rules/README.md says: `rules new` begins it from a case,
# src/bench/new-diagnosis/written.patch is what an author writes, then it is checked, tested and shown on the site. Prints the
# lines that were written (what `rules new` wrote and stays does not count) and the seconds that the commands took, and fails
# where there are more than 25 lines or 120 seconds. Usage: src/bench/new-diagnosis.sh; RDPDX names another launcher.
set -euo pipefail
cd "$(dirname "$0")/../.."

rdpdx=${RDPDX:-./rdpdx}
id=example-old-address-in-dns
written=src/bench/new-diagnosis/written.patch
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r rules/v1 "$work/v1"
# builds the jar where that is needed
"$rdpdx" --version >/dev/null

seconds=0
run() {
  local begin end
  begin=$(date +%s%N)
  "$rdpdx" "$@" >"$work/out" 2>&1 || { cat "$work/out"; echo "failed: rdpdx $*" >&2; exit 1; }
  end=$(date +%s%N)
  seconds=$(awk -v all="$seconds" -v one="$((end - begin))" 'BEGIN { printf "%.1f", all + one / 1e9 }')
  awk -v one="$((end - begin))" -v what="$(echo "$*" | sed "s#$work/##g")" 'BEGIN { printf "%6.1f s  rdpdx %s\n", one / 1e9, what }'
}
said() {
  grep -q -- "$1" "$work/out" || { cat "$work/out"; echo "not said: $1" >&2; exit 1; }
}

run rules new "network/$id" --from src/bench/new-diagnosis/case.yaml --rules "$work/v1"
patch -s -d "$work/v1/network/$id" -p1 <"$written"
run rules check "$work/v1"
if grep "/$id/" "$work/out"; then
  echo "the check still finds something in $id" >&2
  exit 1
fi
run rules test "$id" --rules "$work/v1"
said '^3 cases as expected, 0 not$'
run rules docs -o "$work/site" --rules "$work/v1"
grep -q 'The name leads to the right address' "$work/site/diagnosis/$id.html" || { echo "the site does not show it" >&2; exit 1; }

lines=$(grep -c '^+\([^+]\|$\)' "$written")
echo "$lines lines written, at most 25; $seconds s of tool time, at most 120"
[ "$lines" -le 25 ] && awk -v all="$seconds" 'BEGIN { exit !(all <= 120) }'
