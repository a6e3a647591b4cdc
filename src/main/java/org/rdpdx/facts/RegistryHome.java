package org.rdpdx.facts;

import java.util.List;

/**
 * A registry value that says the same as a property.
 *
 * @param key key of the value, in small letters
 * @param name name of the value, in small letters
 * @param kind key of the kind that has the property
 * @param property the property
 * @param entry identity of the thing, as names and values by turns; empty for what exists once
 * @param values numbers and the texts they stand for, by turns; empty if the number is the value
 * @param owner the property that says who owns the value, if this one belongs to a policy; else empty
 */
record RegistryHome(
        String key, String name, String kind, String property, List<String> entry, List<String> values, String owner) {

    RegistryHome {
        entry = List.copyOf(entry);
        values = List.copyOf(values);
    }

    boolean policy() {
        return !owner.isEmpty();
    }
}
