package org.rdpdx.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of fact: one word in a fact file, one record, one pattern in a rule. There is one object per kind, so identity is
 * equality. Immutable.
 */
public final class Kind {

    /** Name of the pseudo property that says where a fact was observed. */
    public static final String VIEWPOINT = "viewpoint";

    /** Name of the pseudo property that says whether the thing is there. */
    public static final String PRESENT = "present";

    private final int ordinal;
    private final String key;
    private final String typeName;
    private final Shape shape;
    private final boolean deduced;
    private final boolean absentable;
    private final boolean repeatable;
    private final List<String> viewpoints;
    private final List<String> identity;
    private final List<String> needsOneOf;
    private final List<String> unnamedWith;
    private final List<String> withAbsent;
    private final List<Property> properties;
    private final int firstOwn;

    private Kind(Builder builder) {
        this.ordinal = builder.ordinal;
        this.key = builder.key;
        this.typeName = builder.typeName;
        this.shape = builder.shape;
        this.deduced = builder.deduced;
        this.absentable = builder.absentable;
        this.repeatable = builder.repeatable;
        this.viewpoints = builder.viewpoints;
        this.identity = builder.identity;
        this.needsOneOf = builder.needsOneOf;
        this.unnamedWith = builder.unnamedWith;
        this.withAbsent = builder.withAbsent;
        List<Property> all = new ArrayList<>();
        if (!deduced) {
            all.add(new Property(VIEWPOINT, ValueType.WORD, false, viewpoints, false, true, "", ""));
        }
        if (absentable) {
            all.add(new Property(PRESENT, ValueType.FLAG, false, List.of(), false, true, "", ""));
        }
        this.firstOwn = all.size();
        all.addAll(builder.properties);
        this.properties = List.copyOf(all);
    }

    /** Place in {@link Vocabulary#kinds()}. */
    int ordinal() {
        return ordinal;
    }

    /** The word in a fact file: {@code services}. */
    public String key() {
        return key;
    }

    /** The record, and the pattern in a rule: {@code Service}. */
    public String typeName() {
        return typeName;
    }

    /** The record's full name. */
    public String className() {
        return "org.rdpdx.facts.kind." + typeName;
    }

    /** How often it can be written in one viewpoint. */
    public Shape shape() {
        return shape;
    }

    /** Whether only deductions make it. */
    public boolean deduced() {
        return deduced;
    }

    /** Whether the thing can be missing in reality, so that a file may say {@code present: false}. */
    public boolean absentable() {
        return absentable;
    }

    /** Whether several entries of one identity can stand beside each other, such as events of one id. */
    public boolean repeatable() {
        return repeatable;
    }

    /** Where it can be observed; only {@link Vocabulary#TOP} for what is written at the top of a file. */
    public List<String> viewpoints() {
        return viewpoints;
    }

    /** Whether it is written at the top of a file. */
    public boolean top() {
        return viewpoints.contains(Vocabulary.TOP);
    }

    /** The properties that say which thing is meant; empty for what exists once. */
    public List<String> identity() {
        return identity;
    }

    /** Properties of which one at least has to be written; empty if there is no such demand. */
    public List<String> needsOneOf() {
        return needsOneOf;
    }

    /** The property that may stand in for the identity, as a list of one; empty if there is none. */
    List<String> unnamedWith() {
        return unnamedWith;
    }

    /** What may stand beside {@code present: false} besides the identity. */
    public List<String> withAbsent() {
        return withAbsent;
    }

    /** All properties in the order of the record's components, with the pseudo properties viewpoint and present. */
    public List<Property> properties() {
        return properties;
    }

    /** The properties that a file can write or a deduction sets: without viewpoint and present. */
    public List<Property> ownProperties() {
        return properties.subList(firstOwn, properties.size());
    }

    /** The property of that name, pseudo properties included. */
    public Optional<Property> property(String name) {
        int index = indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(properties.get(index));
    }

    /** Index of the record component of that name, pseudo properties included; -1 if there is none. */
    public int indexOf(String name) {
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** As {@link #indexOf}, also by the other word that files may use. */
    int indexOfWritten(String word) {
        int index = indexOf(word);
        for (int i = 0; i < properties.size() && index < 0; i++) {
            if (!word.isEmpty() && properties.get(i).alsoWritten().equals(word)) {
                index = i;
            }
        }
        return index;
    }

    /** The names of the properties that say which thing is meant, viewpoint and present included. */
    public Set<String> naming() {
        Set<String> names = new LinkedHashSet<>(identity);
        names.addAll(needsOneOf);
        names.add(VIEWPOINT);
        names.add(PRESENT);
        return names;
    }

    /** The key. */
    @Override
    public String toString() {
        return key;
    }

    /** Collects what the generated table says of a kind. */
    static final class Builder {
        private final int ordinal;
        private final String key;
        private final String typeName;
        private final Shape shape;
        private final List<Property> properties = new ArrayList<>();
        private boolean deduced;
        private boolean absentable;
        private boolean repeatable;
        private List<String> viewpoints = List.of();
        private List<String> identity = List.of();
        private List<String> needsOneOf = List.of();
        private List<String> unnamedWith = List.of();
        private List<String> withAbsent = List.of();

        Builder(int ordinal, String key, String typeName, Shape shape) {
            this.ordinal = ordinal;
            this.key = key;
            this.typeName = typeName;
            this.shape = shape;
        }

        Builder deduced() {
            deduced = true;
            return this;
        }

        Builder absentable() {
            absentable = true;
            return this;
        }

        Builder repeatable() {
            repeatable = true;
            return this;
        }

        Builder viewpoints(String... names) {
            viewpoints = List.of(names);
            return this;
        }

        Builder identity(String... names) {
            identity = List.of(names);
            return this;
        }

        Builder needsOneOf(String... names) {
            needsOneOf = List.of(names);
            return this;
        }

        Builder unnamedWith(String name) {
            unnamedWith = List.of(name);
            return this;
        }

        Builder withAbsent(String... names) {
            withAbsent = List.of(names);
            return this;
        }

        Builder add(Property property) {
            properties.add(property);
            return this;
        }

        Kind build() {
            return new Kind(this);
        }
    }
}
