package org.rdpdx.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

/** Makes one thing of all entries that are about the same thing, and tells where they contradict each other. */
final class Merging {

    private final List<Problem> problems;

    Merging(List<Problem> problems) {
        this.problems = problems;
    }

    /**
     * Merges what can be merged.
     *
     * @param entries by place
     */
    List<Entry> merge(List<Entry> entries) {
        Map<String, Entry> known = new HashMap<>();
        Map<String, List<Entry>> stated = new HashMap<>();
        List<Entry> merged = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            if (entry.kind().repeatable()) {
                refuseIfElsewhereOtherwise(entry, stated.getOrDefault(stated(entry, !entry.absent()), List.of()));
                stated.computeIfAbsent(stated(entry, entry.absent()), others -> new ArrayList<>())
                        .add(entry);
                merged.add(entry);
                continue;
            }
            Entry first = known.putIfAbsent(identity(entry), entry);
            if (first == null) {
                merged.add(entry);
                continue;
            }
            mergeInto(first, entry);
        }
        return merged;
    }

    /** Under what entries of a kind are put that say the same of their presence: of very many, nearly all do. */
    private static String stated(Entry entry, boolean absent) {
        return entry.viewpoint() + "\n" + entry.kind().key() + "\n" + absent;
    }

    private static String identity(Entry entry) {
        StringBuilder identity = new StringBuilder();
        identity.append(entry.viewpoint()).append('\n').append(entry.kind().key());
        for (String property : entry.kind().identity()) {
            Object value = entry.value(property);
            identity.append('\n')
                    .append(value instanceof String text ? canonical(entry.kind(), property, text) : value);
        }
        return identity.toString();
    }

    private static String canonical(Kind kind, String property, String text) {
        return kind.properties().get(kind.indexOf(property)).canonical(text);
    }

    private void mergeInto(Entry first, Entry later) {
        if (first.absent() != later.absent()) {
            conflict(later.path(Kind.PRESENT), shown(later), later.place(), shown(first), first.place());
            return;
        }
        for (int i = 0; i < first.size(); i++) {
            Cell said = first.cell(i);
            Cell cell = later.cell(i);
            if (cell == null) {
                continue;
            }
            if (said == null) {
                first.set(i, cell);
                continue;
            }
            Property property = first.kind().properties().get(i);
            if (!Values.same(property, said.value(), cell.value())) {
                conflict(first, property, cell, said);
            }
        }
    }

    /** Of things that can stand there several times, one may not be said to be absent and another to be there. */
    private void refuseIfElsewhereOtherwise(Entry entry, List<Entry> saidOtherwise) {
        if (!entry.kind().absentable()) {
            return;
        }
        for (Entry other : saidOtherwise) {
            if (other.sameThing(entry) && excludes(other, entry)) {
                conflict(entry.path(Kind.PRESENT), shown(entry), entry.place(), shown(other), other.place());
                return;
            }
        }
    }

    private static boolean excludes(Entry left, Entry right) {
        Entry absent = left.absent() ? left : right;
        Entry present = left.absent() ? right : left;
        for (String property : absent.kind().withAbsent()) {
            Object searched = absent.value(property);
            Object found = present.value(property.equals("since") ? "at" : property);
            if (searched instanceof TimeSpan since) {
                // an entry from before the stretch that was searched says nothing against it
                if (!(found instanceof TimeSpan at) || at.compareTo(since) <= 0) {
                    return false;
                }
            } else if (searched != null && !present.says(property, searched)) {
                return false;
            }
        }
        return true;
    }

    private static String shown(Entry entry) {
        return String.valueOf(!entry.absent());
    }

    void conflict(Entry entry, Property property, Cell later, Cell first) {
        conflict(
                entry.path(property.name()),
                Values.text(property, later.value()),
                later.origin().place(),
                Values.text(property, first.value()),
                first.origin().place());
    }

    private void conflict(String path, String later, Place laterPlace, String first, Place firstPlace) {
        boolean swapped = laterPlace.compareTo(firstPlace) < 0;
        problems.add(Problem.of(
                ProblemCode.CONFLICT,
                swapped ? firstPlace : laterPlace,
                path,
                swapped ? first : later,
                swapped ? later : first,
                (swapped ? laterPlace : firstPlace).toString()));
    }
}
