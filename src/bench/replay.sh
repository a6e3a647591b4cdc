#!/usr/bin/env bash
# Plays cases of which everything is known from the attempt alone, and prints the seconds of collecting until the right cause
# is first and likely: by `next`, in a fixed order, in random orders. Usage: src/bench/replay.sh [all]; `all` tells each case.
set -euo pipefail
cd "$(dirname "$0")/../.."

mvn -q -B test-compile
exec mvn -q -B exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.rdpdx.inquiry.Replay -Dexec.args="${1:-}"
