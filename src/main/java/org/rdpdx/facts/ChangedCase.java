package org.rdpdx.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

/** A case with some values said otherwise; all others keep where they came from. */
final class ChangedCase {

    private static final Place PLACE = new Place("embedded", 0, 0);

    /** Worked out where they are not written; with other values beside them they may be others. */
    private static final Set<String> FOLLOWING = Set.of("validity", "provider", "message");

    private final CaseFacts facts;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    ChangedCase(CaseFacts facts) {
        this.facts = facts;
        for (Fact fact : facts.facts()) {
            entries.add(entry(fact));
        }
    }

    /** What is written of a fact: what was worked out will be worked out again. */
    private Entry entry(Fact fact) {
        Entry entry = new Entry(fact.factKind(), fact.viewpoint(), facts.origin(fact));
        if (fact.absent()) {
            entry.sayAbsent();
        }
        for (Property property : fact.factKind().ownProperties()) {
            Object value = fact.value(property.name());
            Origin origin =
                    value == null ? null : facts.origin(fact, property.name()).orElse(null);
            if (value != null && origin != null && !property.derived() && !follows(fact, property, origin)) {
                entry.set(property.name(), new Cell(value, origin));
            }
        }
        return entry;
    }

    private boolean follows(Fact fact, Property property, Origin origin) {
        if (!FOLLOWING.contains(property.name())) {
            return false;
        }
        for (Property other : fact.factKind().ownProperties()) {
            boolean same = !other.name().equals(property.name())
                    && fact.value(other.name()) != null
                    && facts.origin(fact, other.name()).filter(origin::equals).isPresent();
            if (same) {
                return true;
            }
        }
        return false;
    }

    /**
     * Says values.
     *
     * @param values by path of a property, or of a thing followed by {@code .present}
     */
    void set(Map<String, ?> values) {
        EmbeddedCase said = new EmbeddedCase(facts.name());
        values.forEach((path, value) -> {
            String present = "." + Kind.PRESENT;
            if (path.endsWith(present) && "false".equals(String.valueOf(value))) {
                said.absent(path.substring(0, path.length() - present.length()));
            } else if (path.endsWith(present) && path.indexOf('[') >= 0) {
                said.present(path.substring(0, path.length() - present.length()));
            } else {
                said.put(path, value);
            }
        });
        CaseFacts made;
        try {
            made = said.build();
        } catch (InvalidFactFileException refused) {
            problems.addAll(refused.problems());
            return;
        }
        for (Fact fact : made.facts()) {
            take(fact, made);
        }
    }

    private void take(Fact said, CaseFacts made) {
        Entry changed = new Entry(said.factKind(), said.viewpoint(), made.origin(said));
        if (said.absent()) {
            changed.sayAbsent();
        }
        for (Property property : said.factKind().ownProperties()) {
            Object value = said.value(property.name());
            Origin origin =
                    value == null ? null : made.origin(said, property.name()).orElse(null);
            if (value != null && origin != null && !property.derived()) {
                changed.set(property.name(), new Cell(value, origin));
            }
        }
        List<Entry> same = new ArrayList<>();
        for (Entry entry : entries) {
            if (isSameThing(entry, changed)) {
                same.add(entry);
            }
        }
        if (same.isEmpty() || said.absent() || same.get(0).absent()) {
            entries.removeAll(same);
            entries.add(changed);
            return;
        }
        for (Entry entry : same) {
            for (int i = 0; i < changed.size(); i++) {
                Cell cell = changed.cell(i);
                if (cell != null) {
                    entry.set(i, cell);
                }
            }
        }
    }

    /** Which thing is meant: of things without a name of their own all of the kind. */
    private static boolean isSameThing(Entry entry, Entry changed) {
        return entry.kind() == changed.kind()
                && entry.viewpoint().equals(changed.viewpoint())
                && changed.kind().identity().stream().allMatch(name -> {
                    Object value = changed.value(name);
                    return value == null || entry.says(name, value);
                });
    }

    /** Takes values or whole things out, as if nobody had observed them. */
    void unset(Collection<String> paths) {
        for (String text : paths) {
            FactPath.Parsed parsed = FactPath.parse(text);
            FactPath path = parsed.path().orElse(null);
            if (path == null) {
                problems.add(Problem.of(ProblemCode.BAD_PATH, PLACE, text).remedy(parsed.nearest()));
                continue;
            }
            take(path);
        }
    }

    private void take(FactPath path) {
        List<Entry> gone = new ArrayList<>();
        for (Entry entry : entries) {
            if (path.matches(entry.toFact())) {
                Property property = path.property();
                if (property == null || property.name().equals(Kind.PRESENT)) {
                    gone.add(entry);
                } else {
                    entry.set(property.name(), null);
                }
            }
        }
        entries.removeAll(gone);
    }

    CaseFacts build() {
        if (!problems.isEmpty()) {
            throw new InvalidFactFileException(problems);
        }
        List<Problem> found = new ArrayList<>();
        @Nullable TimeSpan observedAt = facts.observedAt().orElse(null);
        CaseDraft draft = new CaseDraft(facts.name(), found);
        facts.files().forEach(draft::file);
        entries.forEach(draft::add);
        if (observedAt != null) {
            draft.observed(observedAt);
        }
        // a part of the world that is said not to exist exists if something of it is said
        for (String viewpoint : facts.none()) {
            if (entries.stream().noneMatch(entry -> entry.viewpoint().equals(viewpoint))) {
                draft.none(viewpoint, PLACE);
            }
        }
        facts.unread().forEach(draft::unread);
        return draft.finish(false).orElseThrow(() -> new InvalidFactFileException(found));
    }
}
