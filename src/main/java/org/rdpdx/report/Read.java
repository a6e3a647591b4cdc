package org.rdpdx.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Origin;
import org.rdpdx.facts.Property;
import org.rdpdx.input.Place;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.JudgedCondition;

/**
 * One value that a condition read.
 *
 * @param path of the property
 * @param property what was read
 * @param value what it is
 * @param origin where it is written; null of what a case says without writing it
 * @param from the property it was worked out from; null if it is written itself
 */
record Read(
        String path,
        Property property,
        Object value,
        @Nullable Origin origin,
        @Nullable Property from) {

    /** The observed values that a condition read, in the order in which it names them. */
    static List<Read> by(JudgedCondition judged, CaseFacts facts) {
        Fact fact = judged.fact().orElse(null);
        if (fact == null || fact.factKind().deduced()) {
            return List.of();
        }
        Set<String> names = judged.condition().map(Condition::properties).orElse(Set.of());
        List<Read> reads = new ArrayList<>();
        for (String name : names) {
            Property property = FactPaths.property(fact.factKind(), name);
            Object value = fact.value(name);
            if (value != null && !name.equals(Kind.VIEWPOINT)) {
                Origin origin = facts.origin(fact, name).orElse(null);
                Property from = origin == null ? null : from(fact, property, origin, facts);
                reads.add(new Read(FactPaths.of(fact) + "." + name, property, value, origin, from));
            }
        }
        return reads;
    }

    /** What is worked out has the origin of what it came from: that one is written as the origin says, the other is not. */
    private static @Nullable Property from(Fact fact, Property property, Origin origin, CaseFacts facts) {
        if (writtenAs(property, fact.value(property.name()), origin)) {
            return null;
        }
        for (Property other : fact.factKind().ownProperties()) {
            boolean written = !other.derived() && writtenAs(other, fact.value(other.name()), origin);
            if (written
                    && facts.origin(fact, other.name()).filter(origin::equals).isPresent()) {
                return other;
            }
        }
        return null;
    }

    private static boolean writtenAs(Property property, @Nullable Object value, Origin origin) {
        String text = origin.text().strip();
        return value != null
                && (value.toString().equals(text)
                        || ValueText.of(property, value).equals(text));
    }

    /** The value that is written, from which this one was worked out. */
    Optional<String> fromText() {
        return Optional.ofNullable(origin)
                .filter(known -> from != null)
                .map(Origin::text)
                .map(Shown::brief);
    }

    String text() {
        return ValueText.of(property, value);
    }

    /** Where it is written, if in a file. */
    Optional<Place> place() {
        return Optional.ofNullable(origin).map(Origin::place).filter(place -> place.line() > 0);
    }
}
