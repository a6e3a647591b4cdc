#!/usr/bin/env bash
# Makes a rulebook of many diagnoses from copies of the shipped ones, for measuring.
# Usage: src/bench/rulebook-of.sh DIAGNOSES FOLDER; the folder is made, and holds rules/v1 as a checkout does.
set -euo pipefail

wanted=$1
folder=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
to=$folder/rules/v1
mkdir -p "$folder/rules"
cp -r "$root/rules/v1" "$to"

shipped=()
for file in "$to"/*/*/diagnosis.yaml; do shipped+=("${file%/diagnosis.yaml}"); done
made=${#shipped[@]}
for ((edition = 2; made < wanted; edition++)); do
  for original in "${shipped[@]}"; do
    if ((made >= wanted)); then break; fi
    id=${original##*/}
    copy=$original-$edition
    mkdir "$copy"
    sed "s#^rule \"$id#&-$edition#" "$original/rule.drl" >"$copy/rule.drl"
    sed "s#\(rule: \)$id#\1$id-$edition#" "$original/cases.yaml" >"$copy/cases.yaml"
    # a step that stands in the card is the card's own
    sed "s#^  - id: .*#&-$edition#" "$original/diagnosis.yaml" >"$copy/diagnosis.yaml"
    made=$((made + 1))
  done
done
