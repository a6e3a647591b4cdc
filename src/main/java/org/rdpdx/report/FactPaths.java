package org.rdpdx.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Vocabulary;

/** Paths of facts as messages, JSON and commands write them: {@code host.services[TermService].state}. */
final class FactPaths {

    private FactPaths() {}

    /** The path of a thing that a fact describes. */
    static String of(Fact fact) {
        List<String> identity = new ArrayList<>();
        for (String name : fact.factKind().identity()) {
            Object value = fact.value(name);
            if (value != null) {
                identity.add(ValueText.of(property(fact.factKind(), name), value));
            }
        }
        boolean named = identity.size() == fact.factKind().identity().size();
        return of(fact.viewpoint(), fact.factKind(), named ? identity : List.of());
    }

    /**
     * The path of a thing.
     *
     * @param identity which one; empty if that is not known
     */
    static String of(String viewpoint, Kind kind, List<String> identity) {
        String which = identity.isEmpty() ? "" : "[" + String.join(",", identity) + "]";
        return viewpointPrefix(viewpoint) + kind.key() + which;
    }

    static String viewpointPrefix(String viewpoint) {
        return viewpoint.equals(Vocabulary.TOP) ? "" : viewpoint + ".";
    }

    static Property property(Kind kind, String name) {
        return kind.property(name).orElseThrow(() -> new IllegalStateException(kind + " has no property " + name));
    }

    /**
     * What a path is about.
     *
     * @param property null if it is about the thing as a whole
     */
    record About(String viewpoint, Kind kind, @Nullable String property) {}

    static Optional<About> about(String path) {
        String bare = path.replaceFirst("\\[.*]", "");
        String[] words = bare.split("\\.", -1);
        boolean top = !Vocabulary.viewpoints().contains(words[0]);
        int at = top ? 0 : 1;
        if (words.length <= at) {
            return Optional.empty();
        }
        String property = words.length > at + 1 ? words[at + 1] : null;
        return Vocabulary.byKey(words[at]).map(kind -> new About(top ? Vocabulary.TOP : words[0], kind, property));
    }

    /** Whether a path is another, or lies inside the thing or the kind that the other names. */
    static boolean within(String path, String other) {
        if (!path.startsWith(other)) {
            return false;
        }
        return path.length() == other.length()
                || path.charAt(other.length()) == '.'
                || path.charAt(other.length()) == '[';
    }
}
