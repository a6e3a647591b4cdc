package org.rdpdx.input;

import java.util.List;

/**
 * A list.
 *
 * @param place where it begins
 * @param items in the order written
 */
public record SequenceNode(Place place, List<Node> items) implements Node {

    /** Copies what it is given. */
    public SequenceNode {
        items = List.copyOf(items);
    }

    @Override
    public String shown() {
        return "list";
    }
}
