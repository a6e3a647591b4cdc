package org.rdpdx.facts;

import org.jspecify.annotations.Nullable;

/**
 * One observed or deduced thing. The records of {@code org.rdpdx.facts.kind} are the only implementations; their
 * constructors are public but outside the compatibility promise, {@link CaseFacts#named} is the way to make facts.
 *
 * <p>Two facts that say the same are equal; a case keeps the origin of each by identity. Immutable.
 */
public interface Fact {

    /** What kind of fact it is. (Not {@code kind}: that is a property of symptoms, accounts and others.) */
    Kind factKind();

    /** Where it was observed; {@link Vocabulary#TOP} for what is written at the top of a file and for deduced facts. */
    String viewpoint();

    /**
     * The value of a property by its place in {@link Kind#properties()}.
     *
     * @return the value, of the property's {@link Property#javaType()}; null if it was not observed
     */
    @Nullable
    Object value(int index);

    /**
     * The value of a property by its name.
     *
     * @return the value; null if it was not observed
     * @throws IllegalArgumentException if the kind has no such property
     */
    default @Nullable Object value(String property) {
        int index = factKind().indexOf(property);
        if (index < 0) {
            throw new IllegalArgumentException(factKind() + " has no property " + property);
        }
        return value(index);
    }

    /** Whether the thing was looked for and is not there. */
    default boolean absent() {
        return factKind().absentable() && Boolean.FALSE.equals(value(1));
    }
}
