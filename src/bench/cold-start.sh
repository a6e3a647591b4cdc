#!/usr/bin/env bash
# Times the whole command against a bare Java program, run by run in turn, and prints the ratio of the medians with the
# spread. Usage: src/bench/cold-start.sh [RUNS]; JAVA_HOME chooses the Java.
set -euo pipefail
cd "$(dirname "$0")/../.."

runs=${1:-21}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
case_file=facts-samples/stories/host-certificate-expired.yaml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/Hello.java" <<'JAVA'
public class Hello {
    public static void main(String[] arguments) {
        System.out.println("hello, world");
    }
}
JAVA
"${java}c" -d "$work" "$work/Hello.java"

milliseconds() {
  local begin=$EPOCHREALTIME
  "$@" >/dev/null 2>"$work/err"
  local end=$EPOCHREALTIME
  echo $(((${end/./} - ${begin/./}) / 100))
}

property() {
  "$java" -XshowSettings:properties -version 2>&1 | sed -n "s/^ *$1 = //p"
}
major=$(property java.specification.version)
archive=$PWD/target/rdpdx-cli.jar-$(property java.version).archive

# the first run makes the class archive in the background
./rdpdx diagnose "$case_file" >/dev/null
for _ in $(seq 120); do
  if [ "$archive" -nt target/rdpdx-cli.jar ] && [ -z "$(find target -name '*.archive.[0-9]*')" ]; then break; fi
  sleep 0.5
done
./rdpdx diagnose "$case_file" >/dev/null
sleep 2

for _ in $(seq "$runs"); do
  milliseconds "$java" -Xshare:auto -cp "$work" Hello >>"$work/hello"
  milliseconds ./rdpdx diagnose "$case_file" >>"$work/rdpdx"
done

summary() {
  sort -n "$1" | awk '{ v[NR] = $1 / 10 } END { printf "min %.0f  median %.0f  max %.0f ms", v[1], v[int((NR + 1) / 2)], v[NR] }'
}
median() {
  sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

"$java" -version 2>&1 | head -n 1
echo "hello world        $(summary "$work/hello")"
echo "rdpdx diagnose     $(summary "$work/rdpdx")"
awk -v a="$(median "$work/rdpdx")" -v b="$(median "$work/hello")" 'BEGIN { printf "ratio of medians   %.1f\n", a / b }'

# the share of judging: the same classes from the same archive, which only fits a class path that begins with the jar
"${java}c" -cp target/rdpdx-cli.jar -d "$work" src/bench/Judging.java
quick=-XX:SharedArchiveFile=$archive
if [ "$major" -ge 25 ]; then quick=-XX:AOTCache=$archive; fi
few="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djdk.reflect.useNativeAccessorOnly=true -Xlog:disable -Xlog:all=off"
if [ "$major" -ge 25 ]; then few="$few -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining"; fi
# looked at first: an archive that does not fit is left aside without a word
taken=$("$java" "$quick" -Xlog:class+load:file="$work/classes" -cp "$PWD/target/rdpdx-cli.jar:$work" \
  Judging "$case_file" 0 >/dev/null && grep -c 'org.rdpdx.*shared objects file' "$work/classes" || true)
if [ "$taken" -lt 100 ]; then echo "judging: the class archive was not taken" >&2; exit 1; fi
for _ in $(seq "$runs"); do
  # shellcheck disable=SC2086
  "$java" "$quick" $few -cp "$PWD/target/rdpdx-cli.jar:$work" \
    Judging "$case_file" "${EPOCHREALTIME/[.,]/}" >>"$work/judging"
done
sort -n "$work/judging" | awk '{ j[NR] = $1; t[NR] = $2 } END { m = int((NR + 1) / 2); printf "judging, first time  %.1f ms of %.0f ms, %.0f %%\n", j[m], t[m], 100 * j[m] / t[m] }'
