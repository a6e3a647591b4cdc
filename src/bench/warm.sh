#!/usr/bin/env bash
# Cases per second of one warm Diagnostician, on one thread and on several, over all stories.
# Usage: src/bench/warm.sh [SECONDS PER ROUND]; JAVA_HOME chooses the Java.
set -euo pipefail
cd "$(dirname "$0")/../.."

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
exec "$java" -cp target/rdpdx-cli.jar src/bench/Warm.java "${1:-5}"
