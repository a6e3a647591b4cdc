#!/usr/bin/env bash
# Edits one rule of a rulebook of 150 diagnoses and times `rdpdx rules test ID` from the start of the command to its end, the
# cache of compiled rules holding the state before the edit. Usage: src/bench/rules-test.sh [RUNS] [DIAGNOSES];
# JAVA_HOME chooses the Java.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)

runs=${1:-15}
diagnoses=${2:-150}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache
"$root/src/bench/rulebook-of.sh" "$diagnoses" "$work/checkout"
cd "$work/checkout"
id=host-certificate-expired-2
rule=rules/v1/certificate/$id/rule.drl
cp "$rule" "$work/original"

# the first run makes the class archive in the background
"$root/rdpdx" rules test "$id" >/dev/null
for _ in $(seq 240); do
  if ls "$root"/target/rdpdx-cli.jar.rules-*.archive >/dev/null 2>&1; then break; fi
  sleep 0.5
done
sleep 2

for ((run = 1; run <= runs; run++)); do
  # another edit each time, of one rule
  sed "0,/^when/s//when \/\/ edit $run/" "$work/original" >"$rule"
  begin=$EPOCHREALTIME
  "$root/rdpdx" rules test "$id" >"$work/out"
  end=$EPOCHREALTIME
  echo $(((${end/./} - ${begin/./}) / 1000)) >>"$work/times"
done

"$java" -version 2>&1 | head -n 1
tail -n 1 "$work/out"
sort -n "$work/times" | awk -v n="$diagnoses" '{ v[NR] = $1 } END { printf "rules test after an edit, %d diagnoses: min %d  median %d  max %d ms\n", n, v[1], v[int((NR + 1) / 2)], v[NR] }'
