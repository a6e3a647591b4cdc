package org.rdpdx.inquiry;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.facts.Collecting;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;

/** A case of which everything is known, shown piece by piece to somebody who begins with what the attempt said. */
final class World {

    private final String name;
    private final String cause;
    private final CaseFacts all;
    private final IdentityHashMap<Fact, Set<String>> shown = new IdentityHashMap<>();
    private final Set<String> noneShown = new LinkedHashSet<>();
    private final Set<String> notAvailable = new TreeSet<>();

    /** How much is known: things, properties, and what does not exist. */
    private int known;

    World(String name, String cause, CaseFacts all) {
        this.name = name;
        this.cause = cause;
        this.all = all;
        for (Fact fact : all.facts()) {
            if (fact.factKind().key().equals("attempt")) {
                fact.factKind().ownProperties().forEach(property -> show(fact, property));
            }
        }
    }

    String name() {
        return name;
    }

    String cause() {
        return cause;
    }

    CaseFacts all() {
        return all;
    }

    World again() {
        return new World(name, cause, all);
    }

    private void show(Fact fact, Property property) {
        if (!property.derived()) {
            known += shownOf(fact).add(property.name()) ? 1 : 0;
        }
    }

    private Set<String> shownOf(Fact fact) {
        Set<String> ofIt = shown.get(fact);
        if (ofIt == null) {
            ofIt = new LinkedHashSet<>();
            shown.put(fact, ofIt);
            known++;
        }
        return ofIt;
    }

    /**
     * Does what is to be done, and notes what it shows; what the world does not tell is not available.
     *
     * @return whether more is known than before
     */
    boolean answer(ToCollect asked) {
        int before = known;
        for (Wanted wanted : asked.wanted()) {
            if (all.none().contains(wanted.viewpoint())) {
                known += noneShown.add(wanted.viewpoint()) ? 1 : 0;
                continue;
            }
            boolean answered = false;
            for (Fact fact : all.facts()) {
                if (isThing(fact, wanted)) {
                    answered |= showAll(fact, wanted, asked.way().orElse(null));
                }
            }
            if (!answered) {
                notAvailable.add(wanted.path());
            }
        }
        return known > before;
    }

    private static boolean isThing(Fact fact, Wanted wanted) {
        if (fact.factKind() != wanted.kind() || !fact.viewpoint().equals(wanted.viewpoint())) {
            return false;
        }
        int open = wanted.path().indexOf('[');
        return open < 0 || FactPaths.within(wanted.path(), FactPaths.of(fact));
    }

    /** Shows all that the command prints of a thing; whether it answers what was asked. */
    private boolean showAll(Fact fact, Wanted wanted, @Nullable CollectWay how) {
        shownOf(fact);
        for (Property property : fact.factKind().ownProperties()) {
            if (how != null
                    && Collecting.of(fact.factKind()).ways(property.name()).contains(how)) {
                show(fact, property);
            }
        }
        String asked = wanted.property();
        if (asked == null || fact.absent()) {
            return true;
        }
        show(fact, FactPaths.property(fact.factKind(), asked));
        return fact.value(asked) != null;
    }

    /** What is known by now. */
    CaseFacts known() {
        CaseFacts.Builder builder = CaseFacts.named(name);
        all.observedAt().ifPresent(time -> builder.observedAt(time.toString()));
        noneShown.forEach(builder::none);
        for (String path : notAvailable) {
            builder.unread(path, "no-tool");
        }
        shown.forEach((fact, properties) -> add(fact, properties, builder));
        return builder.build();
    }

    private static void add(Fact fact, Set<String> properties, CaseFacts.Builder builder) {
        Kind kind = fact.factKind();
        Map<String, Object> said = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>(kind.identity());
        names.addAll(kind.needsOneOf());
        if (kind.identity().stream().anyMatch(name -> fact.value(name) == null)) {
            // something else stands for its name
            kind.ownProperties().forEach(property -> names.add(property.name()));
        }
        names.addAll(properties);
        if (fact.absent()) {
            said.put(Kind.PRESENT, "false");
            names.addAll(kind.withAbsent());
        }
        for (String name : names) {
            Property property = FactPaths.property(kind, name);
            Object value = fact.value(name);
            if (value != null && !property.derived() && !name.equals(Kind.PRESENT) && !name.equals(Kind.VIEWPOINT)) {
                said.put(name, value instanceof List<?> list ? new ArrayList<>(list) : property.text(value));
            }
        }
        if (!said.isEmpty()) {
            builder.add(FactPaths.of(fact.viewpoint(), kind, List.of()), said);
        }
    }
}
