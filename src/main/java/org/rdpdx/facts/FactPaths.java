package org.rdpdx.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Paths of facts as messages, JSON and commands write them: {@code host.services[TermService].state}. */
public final class FactPaths {

    private FactPaths() {}

    /** The path of a thing that a fact describes. */
    public static String of(Fact fact) {
        List<String> identity = new ArrayList<>();
        for (String name : fact.factKind().identity()) {
            Object value = fact.value(name);
            if (value != null) {
                identity.add(Values.text(property(fact.factKind(), name), value));
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
    public static String of(String viewpoint, Kind kind, List<String> identity) {
        String which = identity.isEmpty() ? "" : "[" + String.join(",", identity) + "]";
        return viewpointPrefix(viewpoint) + kind.key() + which;
    }

    /** What stands before the kind in a path: {@code host.}; nothing for what stands at the top of a file. */
    public static String viewpointPrefix(String viewpoint) {
        return viewpoint.equals(Vocabulary.TOP) ? "" : viewpoint + ".";
    }

    /** The property of that name, which the kind has. */
    public static Property property(Kind kind, String name) {
        return kind.property(name).orElseThrow(() -> new IllegalStateException(kind + " has no property " + name));
    }

    /**
     * What a path is about.
     *
     * @param property null if it is about the thing as a whole
     */
    public record About(
            String viewpoint, Kind kind, @Nullable String property) {}

    /** What a path is about; empty if it is none. */
    public static Optional<About> about(String path) {
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

    /** What may have been meant by a path that means nothing, nearest first; no list if it means something. */
    public static Optional<List<String>> unknown(String path) {
        FactPath.Parsed parsed = FactPath.parse(path);
        boolean deduced = about(path).filter(FactPaths::isDeduced).isPresent();
        return parsed.path().isPresent() || deduced ? Optional.empty() : Optional.of(parsed.nearest());
    }

    private static boolean isDeduced(About about) {
        String property = about.property();
        return about.kind().deduced()
                && (property == null || about.kind().property(property).isPresent());
    }

    /** Which thing a path means, by property of the identity; empty if the path does not say. */
    public static Map<String, String> identity(String path) {
        Map<String, String> identity = new LinkedHashMap<>();
        FactPath.of(path).ifPresent(parsed -> {
            for (int i = 0; i < parsed.identity().size(); i++) {
                identity.put(parsed.kind().identity().get(i), parsed.identity().get(i));
            }
        });
        return identity;
    }

    /** Whether a path is another, or lies inside the thing or the kind that the other names. */
    public static boolean within(String path, String other) {
        if (!path.startsWith(other)) {
            return false;
        }
        return path.length() == other.length()
                || path.charAt(other.length()) == '.'
                || path.charAt(other.length()) == '[';
    }
}
