#!/usr/bin/env bash
# Prints how often the rulebook is right about the real cases in src/test/resources/real, with all rules and, case by case,
# without the rules that rest on the case's own source alone; then in how many files where nothing fails a cause is likely, and
# in how many with two faults both are; last the bars that the build holds (src/test/java/org/rdpdx/accuracy/Bar.java).
# Usage: src/bench/accuracy.sh [all]; `all` tells each real case on which it is wrong.
set -euo pipefail
cd "$(dirname "$0")/../.."

mvn -q -B test-compile
exec mvn -q -B exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.rdpdx.accuracy.Accuracy -Dexec.args="${1:-}"
