#!/usr/bin/env bash
# Saves one changed rule of a rulebook of 150 diagnoses while `rdpdx rules watch` runs, and times from the save to the answer.
# The file is saved as editors do it: written under another name and renamed. The first save after the start is told by
# itself. Usage: src/bench/rules-watch.sh [SAVES] [DIAGNOSES]; JAVA_HOME chooses the Java.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)

saves=${1:-25}
diagnoses=${2:-150}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
watcher=
end() {
  if [ -n "$watcher" ]; then kill "$watcher" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap end EXIT
export XDG_CACHE_HOME=${RULES_WATCH_CACHE:-$work/cache}
"$root/src/bench/rulebook-of.sh" "$diagnoses" "$work/checkout"
cd "$work/checkout"
id=host-certificate-expired
rule=rules/v1/certificate/$id/rule.drl
cp "$rule" "$work/original"
mkfifo "$work/answers"

${RDPDX:-"$root/rdpdx"} rules watch >"$work/answers" 2>&1 &
watcher=$!
exec 3<"$work/answers"
begin=$EPOCHREALTIME
read -r line <&3
echo "$line" | sed "s#^#after $(((${EPOCHREALTIME/./} - ${begin/./}) / 1000)) ms: #"
sleep 5

# user and system time of the process, in hundredths of a second
processor() { awk '{ print $14 + $15 }' "/proc/$watcher/stat" 2>/dev/null || echo 0; }

for ((save = 0; save <= saves; save++)); do
  # another edit each time, of one rule
  sed "0,/^when/s//when \/\/ edit $save/" "$work/original" >"$rule.new"
  begin=$EPOCHREALTIME
  mv "$rule.new" "$rule"
  line=
  until [[ $line == *"as expected"* ]]; do read -r line <&3; done
  end=$EPOCHREALTIME
  echo $(((${end/./} - ${begin/./}) / 1000)) >>"$work/times"
  if ((save == 0)); then used=$(processor); fi
  # the advice that follows is not waited for
  sleep 1.5
done
used=$(($(processor) - used))

"$java" -version 2>&1 | head -n 1
echo "$line"
echo "load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null); processor time for each save: $((used * 10 / saves)) ms"
echo "first save $(head -n 1 "$work/times") ms"
tail -n +2 "$work/times" | sort -n |
  awk -v n="$diagnoses" '{ v[NR] = $1 } END { printf "from save to answer, %d diagnoses: min %d  median %d  max %d ms\n", n, v[1], v[int((NR + 1) / 2)], v[NR] }'
