package org.rdpdx.facts;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was observed about one case, and where each value came from. Immutable, and safe for use by several
 * threads.
 *
 * <p>The order of facts depends on what they say alone, not on the order of files or entries.
 */
public final class CaseFacts {

    private static final Property OBSERVED_AT =
            new Property("observedAt", ValueType.TIME, false, List.of(), false, false, "", "");

    private final String name;
    private final List<String> files;
    private final @Nullable TimeSpan observedAt;
    private final List<Fact> facts;
    private final Set<String> none;
    private final List<Unread> unread;
    private final Map<String, List<String>> collected;
    private final IdentityHashMap<Fact, Sources> sources;

    /**
     * Where a fact came from.
     *
     * @param entry origin of the entry as a whole
     * @param properties origin by index of the property
     */
    record Sources(Origin entry, List<@Nullable Origin> properties) {}

    CaseFacts(
            String name,
            Set<String> files,
            @Nullable TimeSpan observedAt,
            IdentityHashMap<Fact, Sources> sources,
            List<Fact> facts,
            Set<String> none,
            List<Unread> unread,
            Map<String, List<String>> collected) {
        this.name = name;
        this.files = List.copyOf(files);
        this.observedAt = observedAt;
        this.facts = List.copyOf(facts);
        this.none = Collections.unmodifiableSet(new LinkedHashSet<>(none));
        this.unread = List.copyOf(unread);
        this.collected = collected;
        this.sources = sources;
    }

    /** Begins a case that a program makes, with the same checks as a file. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Ticket or case number, or the name of the file without its ending if that says none. */
    public String name() {
        return name;
    }

    /** Names of the files it was read from, sorted; {@code embedded} if a program made it. */
    public List<String> files() {
        return files;
    }

    /**
     * When the facts were taken, if the files say so. Where files of one case say different times it is the stretch that
     * holds them all.
     */
    public Optional<TimeSpan> observedAt() {
        return Optional.ofNullable(observedAt);
    }

    /** All facts: by kind in the vocabulary's order, then by viewpoint, then by what they say. */
    public List<Fact> facts() {
        return facts;
    }

    /** Viewpoints that are said not to exist in this case. */
    public Set<String> none() {
        return none;
    }

    /** What somebody tried to observe and could not, by path. */
    public List<Unread> unread() {
        return unread;
    }

    /** What wrote the facts of a viewpoint: program and version, as the files say. */
    public List<String> collected(String viewpoint) {
        return collected.getOrDefault(viewpoint, List.of());
    }

    /**
     * Where the value of a property came from; nothing if it was not observed.
     *
     * @param fact a fact of this case: the very object
     * @throws IllegalArgumentException if the fact is not of this case, or its kind has no such property
     */
    public Optional<Origin> origin(Fact fact, String property) {
        int index = fact.factKind().indexOf(property);
        if (index < 0) {
            throw new IllegalArgumentException(fact.factKind() + " has no property " + property);
        }
        Sources of = sourcesOf(fact);
        Origin origin = of.properties().get(index);
        if (origin == null && fact.value(index) != null) {
            return Optional.of(of.entry()); // viewpoint and present are said by the entry itself
        }
        return Optional.ofNullable(origin);
    }

    /**
     * Where the entry of a fact is written.
     *
     * @param fact a fact of this case: the very object
     * @throws IllegalArgumentException if the fact is not of this case
     */
    public Origin origin(Fact fact) {
        return sourcesOf(fact).entry();
    }

    /**
     * The value at a path such as {@code host.certificate.notAfter} or {@code host.services[TermService].state}. A path that
     * does not say which of several things is meant has a value only if all that have one agree.
     *
     * @return the value; nothing if it was not observed, or if there is no such path
     */
    public Optional<Object> value(String path) {
        return said(path).map(Said::value);
    }

    /** The value at a path as text: codes in hexadecimal, sets joined by commas. See {@link #value}. */
    public Optional<String> text(String path) {
        return said(path).map(found -> Values.text(found.property(), found.value()));
    }

    private record Said(Property property, Object value) {}

    private Optional<Said> said(String text) {
        if (text.equals("observedAt") && observedAt != null) {
            return Optional.of(new Said(OBSERVED_AT, observedAt));
        }
        Optional<FactPath> path = FactPath.of(text);
        Property property = path.isEmpty() ? null : path.get().property();
        if (path.isEmpty() || property == null) {
            return Optional.empty();
        }
        Object found = null;
        for (Fact fact : facts) {
            Object value = path.get().matches(fact) ? fact.value(property.name()) : null;
            if (value != null && found != null && !Values.same(property, found, value)) {
                return Optional.empty();
            }
            found = found == null ? value : found;
        }
        return found == null ? Optional.empty() : Optional.of(new Said(property, found));
    }

    /**
     * This case as it would be if some things were otherwise; all other values keep where they came from.
     *
     * @param set values by path, as for {@link Builder#put}; {@code host.services[TSSDis].present} with {@code false} says
     *     that a thing is not there
     * @param unset paths of properties or things that are taken out, as if nobody had observed them
     * @throws InvalidFactFileException if a path is none, a value is not of its type, or what is said cannot all be true
     */
    public CaseFacts changed(Map<String, ?> set, Collection<String> unset) {
        ChangedCase changed = new ChangedCase(this);
        changed.unset(unset);
        if (!set.isEmpty()) {
            changed.set(set);
        }
        return changed.build();
    }

    private Sources sourcesOf(Fact fact) {
        Sources of = sources.get(fact);
        if (of == null) {
            throw new IllegalArgumentException("not a fact of this case: " + fact);
        }
        return of;
    }

    /** Name and number of facts. */
    @Override
    public String toString() {
        return name + " (" + facts.size() + " facts)";
    }

    /** Makes a case from values, with the same checks as a file has. Not safe for use by several threads. */
    public static final class Builder {

        private final EmbeddedCase made;

        private Builder(String name) {
            this.made = new EmbeddedCase(name);
        }

        /**
         * Says the value of a property.
         *
         * @param path path of the property: {@code host.nla.required}, {@code host.services[TermService].state}
         * @param value Boolean, number, text, {@link Instant}, {@link TimeSpan}, or a collection of texts
         */
        public Builder put(String path, Object value) {
            made.put(path, value);
            return this;
        }

        /**
         * Says one thing of a list, with all that is known about it; for things of which there may be several with one
         * identity.
         *
         * @param path path of the list: {@code host.events}
         * @param properties values by name, as for {@link #put}
         */
        public Builder add(String path, Map<String, ?> properties) {
            made.add(path, properties);
            return this;
        }

        /** Says that a thing was looked for and is not there: {@code host.services[TSSDis]}, {@code host.certificate}. */
        public Builder absent(String path) {
            made.absent(path);
            return this;
        }

        /** Says that a part of the world does not exist in this case: {@code gateway}. */
        public Builder none(String viewpoint) {
            made.none(viewpoint);
            return this;
        }

        /** Says that something could not be read, and why: one of {@link Vocabulary#unreadReasons()}. */
        public Builder unread(String path, String because) {
            made.unread(path, because);
            return this;
        }

        /** Says when the facts were taken. */
        public Builder observedAt(Instant time) {
            return observedAt(time.toString());
        }

        /** Says when the facts were taken, as exactly as it is known; see {@link TimeSpan#parse}. */
        public Builder observedAt(String time) {
            made.observedAt(time);
            return this;
        }

        /**
         * Checks everything.
         *
         * @throws InvalidFactFileException with all that is wrong
         */
        public CaseFacts build() {
            return made.build();
        }
    }
}
