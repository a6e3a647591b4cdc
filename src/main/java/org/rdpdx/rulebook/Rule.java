package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.knowledge.Strength;

/**
 * One row of the condition table: one way of seeing a cause, or one deduction. Immutable, safe for several threads. What it
 * asks for is read when somebody looks at it, because most rules of a rulebook look at things that a case says nothing of.
 */
public final class Rule {

    private final String name;
    private final String owner;
    private final String file;
    private final int line;
    private final @Nullable Strength strength;
    private final boolean against;
    private final @Nullable String sees;
    private final Outline outline;
    private final Supplier<List<Looked>> looking;
    private final Supplier<Body> reading;
    private @Nullable List<Looked> looksAt;
    private @Nullable Body body;

    /**
     * Where a rule looks.
     *
     * @param viewpoint one of those that a match can have; empty for what is deduced
     * @param kind of fact
     */
    public record Looked(String viewpoint, Kind kind) {

        /** Written out because every start needs it, and what Java makes of it by itself costs 10 ms at its first use. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Looked looked && kind.equals(looked.kind) && viewpoint.equals(looked.viewpoint);
        }

        @Override
        public int hashCode() {
            return 31 * kind.hashCode() + viewpoint.hashCode();
        }
    }

    /** What can be told of it without reading the rest. */
    record Outline(boolean deduction, boolean negates, boolean matchesText) {

        static Outline of(Body body) {
            boolean negates = body.patterns().stream().anyMatch(pattern -> pattern.presence() == Pattern.Presence.NOT);
            boolean matchesText = body.patterns().stream()
                    .flatMap(pattern -> pattern.conditions().stream())
                    .anyMatch(condition -> Expression.matchesText(condition.expression()));
            return new Outline(body.deduces() != null, negates, matchesText);
        }
    }

    /** The rest. */
    record Body(
            List<Pattern> patterns,
            List<List<Integer>> branches,
            List<String> variables,
            @Nullable Deduced deduces) {

        /** Copies what it is given. */
        Body {
            patterns = List.copyOf(patterns);
            branches = branches.stream().map(List::copyOf).toList();
            variables = List.copyOf(variables);
        }
    }

    /** One whose rest is read when it is asked for; {@code looking} and {@code reading} give the same each time. */
    Rule(
            String name,
            String owner,
            String file,
            int line,
            @Nullable Strength strength,
            boolean against,
            @Nullable String sees,
            Outline outline,
            Supplier<List<Looked>> looking,
            Supplier<Body> reading) {
        this.name = name;
        this.owner = owner;
        this.file = file;
        this.line = line;
        this.strength = strength;
        this.against = against;
        this.sees = sees;
        this.outline = outline;
        this.looking = looking;
        this.reading = reading;
    }

    private Rule(
            String name,
            String owner,
            String file,
            int line,
            @Nullable Strength strength,
            boolean against,
            @Nullable String sees,
            Body body) {
        this(name, owner, file, line, strength, against, sees, Outline.of(body), () -> looked(body), () -> body);
    }

    /**
     * Copies what it is given.
     *
     * @param name {@code id} or {@code id/way}
     * @param owner id of the diagnosis, or key of the deduced kind, whose folder holds it
     * @param file path of its file inside the rulebook
     * @param line of the rule's first word, from 1
     * @param strength how strongly it speaks; null for a deduction
     * @param against whether it speaks against the cause
     * @param sees token shared by ways that see the same thing, of which only the strongest counts; null = it stands alone
     * @param patterns all patterns, in the order written
     * @param branches the alternatives of {@code or}: indexes into {@code patterns}; one branch if there is no {@code or}
     * @param variables names of the variables by slot
     * @param deduces what a deduction inserts; null for a way of seeing a cause
     */
    public Rule(
            String name,
            String owner,
            String file,
            int line,
            @Nullable Strength strength,
            boolean against,
            @Nullable String sees,
            List<Pattern> patterns,
            List<List<Integer>> branches,
            List<String> variables,
            @Nullable Deduced deduces) {
        this(name, owner, file, line, strength, against, sees, new Body(patterns, branches, variables, deduces));
    }

    /** {@code id} or {@code id/way}. */
    public String name() {
        return name;
    }

    /** Id of the diagnosis, or key of the deduced kind, whose folder holds it. */
    public String owner() {
        return owner;
    }

    /** Path of its file inside the rulebook. */
    public String file() {
        return file;
    }

    /** Line of its first word, from 1. */
    public int line() {
        return line;
    }

    /** How strongly it speaks; null for a deduction. */
    public @Nullable Strength strength() {
        return strength;
    }

    /** Whether it speaks against the cause. */
    public boolean against() {
        return against;
    }

    /** Token shared by ways that see the same thing, of which only the strongest counts; null if it stands alone. */
    public @Nullable String sees() {
        return sees;
    }

    /** All patterns, in the order written. */
    public List<Pattern> patterns() {
        return body().patterns();
    }

    /** The alternatives of {@code or}: indexes into {@link #patterns()}; one branch if there is no {@code or}. */
    public List<List<Integer>> branches() {
        return body().branches();
    }

    /** Names of the variables by slot. */
    public List<String> variables() {
        return body().variables();
    }

    /** What a deduction inserts; null for a way of seeing a cause. */
    public @Nullable Deduced deduces() {
        return body().deduces();
    }

    /** Where its patterns look, each place once. */
    public List<Looked> looksAt() {
        List<Looked> known = looksAt;
        if (known == null) {
            known = looking.get();
            looksAt = known;
        }
        return known;
    }

    private static List<Looked> looked(Body body) {
        Set<Looked> looked = new LinkedHashSet<>();
        for (Pattern pattern : body.patterns()) {
            Kind kind = pattern.kind();
            Set<String> viewpoints = kind.deduced() ? Set.of("") : pattern.viewpoints();
            viewpoints.forEach(viewpoint -> looked.add(new Looked(viewpoint, kind)));
        }
        return List.copyOf(looked);
    }

    /** Whether it compares a text with a regular expression. */
    boolean matchesText() {
        return outline.matchesText();
    }

    /** Whether it has a pattern that no fact may match. */
    boolean negates() {
        return outline.negates();
    }

    /** Two threads may read it at once, and then have the same. */
    private Body body() {
        Body known = body;
        if (known == null) {
            known = reading.get();
            body = known;
        }
        return known;
    }

    /**
     * The consequence of a deduction.
     *
     * @param kind key of the kind it inserts
     * @param arguments one for each property, in the kind's order
     */
    public record Deduced(String kind, List<Expression.Operand> arguments) {
        /** Copies what it is given. */
        public Deduced {
            arguments = List.copyOf(arguments);
        }

        /** Whether this makes what a pattern over deduced facts can match, as far as its constants tell. */
        public boolean makes(Pattern pattern) {
            if (!kind.equals(pattern.kind().key())) {
                return false;
            }
            List<Property> properties = pattern.kind().properties();
            for (int i = 0; i < properties.size(); i++) {
                List<?> pinned = pattern.pinned(properties.get(i).name());
                boolean differs = arguments.get(i) instanceof Expression.Constant constant
                        && pinned.stream().noneMatch(value -> Objects.equals(value, constant.value()));
                if (!pinned.isEmpty() && differs) {
                    return false;
                }
            }
            return true;
        }
    }

    /** How strongly it speaks; empty for a deduction. */
    public Optional<Strength> speaks() {
        return Optional.ofNullable(strength);
    }

    /** Whether it makes a fact instead of speaking for or against a cause. */
    public boolean isDeduction() {
        return outline.deduction();
    }

    /** This rule with one thing in it changed, in every way that a case beside it should notice. */
    public List<Mutant> mutants() {
        return Mutation.of(this);
    }

    /** This rule with another pattern in the place of one. */
    Rule with(int index, Pattern pattern) {
        List<Pattern> others = new ArrayList<>(patterns());
        others.set(index, pattern);
        return new Rule(name, owner, file, line, strength, against, sees, others, branches(), variables(), deduces());
    }

    /** The patterns of one alternative. */
    List<Pattern> branch(List<Integer> indexes) {
        // indexes go up, so that as many as there are patterns are all of them
        if (indexes.size() == patterns().size()) {
            return patterns();
        }
        List<Pattern> chosen = new ArrayList<>(indexes.size());
        for (int index : indexes) {
            chosen.add(patterns().get(index));
        }
        return chosen;
    }

    /** Whether the other says the same, at the same place. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Rule rule
                        && name.equals(rule.name)
                        && owner.equals(rule.owner)
                        && file.equals(rule.file)
                        && line == rule.line
                        && strength == rule.strength
                        && against == rule.against
                        && Objects.equals(sees, rule.sees)
                        && body().equals(rule.body()));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name + " " + patterns();
    }
}
