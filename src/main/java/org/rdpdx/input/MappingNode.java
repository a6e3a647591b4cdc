package org.rdpdx.input;

import java.util.List;
import java.util.Optional;

/**
 * A map. No key is in it twice.
 *
 * @param place where it begins
 * @param entries in the order written
 */
public record MappingNode(Place place, List<Entry> entries) implements Node {

    /**
     * A key and its value.
     *
     * @param key source text of the key
     * @param keyPlace where the key begins
     * @param value what stands under it
     */
    public record Entry(String key, Place keyPlace, Node value) {}

    /** Copies what it is given. */
    public MappingNode {
        entries = List.copyOf(entries);
    }

    /** The entry of that key, if it is written. */
    public Optional<Entry> entry(String key) {
        for (Entry entry : entries) {
            if (entry.key().equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** What stands under that key, if it is written. */
    public Optional<Node> get(String key) {
        for (Entry entry : entries) {
            if (entry.key().equals(key)) {
                return Optional.of(entry.value());
            }
        }
        return Optional.empty();
    }

    @Override
    public String shown() {
        return "map";
    }
}
