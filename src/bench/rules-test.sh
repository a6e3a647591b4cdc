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
id=host-certificate-expired
rule=rules/v1/certificate/$id/rule.drl
cp "$rule" "$work/original"

# the first run makes the class archive in the background
"$root/rdpdx" rules test "$id" >/dev/null
for _ in $(seq 240); do
  if ls "$root"/target/rdpdx-cli.jar.rules-*.archive >/dev/null 2>&1; then break; fi
  sleep 0.5
done
sleep 2

TIMEFORMAT='%R %U'
for ((run = 1; run <= runs; run++)); do
  # another edit each time, of one rule
  sed "0,/^when/s//when \/\/ edit $run/" "$work/original" >"$rule"
  { time "$root/rdpdx" rules test "$id" >"$work/out" 2>&1; } 2>>"$work/times"
done

# of one column of seconds
spread() { awk -v c="$1" '{ print int($c * 1000) }' "$work/times" | sort -n | awk '{ v[NR] = $1 } END { printf "min %d  median %d  max %d ms", v[1], v[int((NR + 1) / 2)], v[NR] }'; }

"$java" -version 2>&1 | head -n 1
tail -n 1 "$work/out"
ls "$root"/target/rdpdx-cli.jar.rules-*.archive >/dev/null 2>&1 || echo "without a class archive"
echo "rules test after an edit, $diagnoses diagnoses, $runs runs, load $(cut -d' ' -f1 /proc/loadavg): $(spread 1)"
echo "processor time of user code: $(spread 2)"
