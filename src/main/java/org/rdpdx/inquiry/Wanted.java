package org.rdpdx.inquiry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.facts.Collecting;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;

/**
 * Something that nobody observed.
 *
 * @param path of the property, or of the thing if all that is asked is whether it is there
 * @param viewpoint where it can be observed
 * @param kind of which kind it is
 * @param property null if the thing as a whole is meant
 * @param beside what names the thing and has no place in its path, such as the provider of an event; empty if nothing does
 */
public record Wanted(
        String path, String viewpoint, Kind kind, @Nullable String property, String beside) {

    /** What a path asks for; empty if it is no path of a fact. */
    public static Optional<Wanted> at(String path) {
        return FactPaths.about(path)
                .map(about -> new Wanted(path, about.viewpoint(), about.kind(), about.property(), ""));
    }

    /** The best way to observe it, for this very thing; of several the first that changes nothing. */
    public Optional<CollectWay> way() {
        Collecting collecting = Collecting.of(kind);
        List<CollectWay> ways = property == null ? collecting.ways() : collecting.ways(property);
        Optional<CollectWay> best = ways.stream()
                .filter(way -> way.changes().isEmpty())
                .findFirst()
                .or(() -> ways.stream().findFirst());
        return best.map(way -> way.stands().isEmpty() ? way : way.of(names()));
    }

    /** What names the thing, as far as one value does. */
    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>(FactPaths.identity(path));
        besideNames().forEach((name, values) -> {
            if (values.size() == 1) {
                names.put(name, values.get(0));
            }
        });
        return names;
    }

    /** What {@link #beside} says, as the values that each property can have. */
    public Map<String, List<String>> besideNames() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        String name = "";
        for (String part : beside.isEmpty() ? new String[0] : beside.split(", ", -1)) {
            String value = part;
            int space = part.indexOf(' ');
            if (space > 0 && kind.needsOneOf().contains(part.substring(0, space))) {
                name = part.substring(0, space);
                value = part.substring(space + 1);
            }
            names.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return names;
    }
}
