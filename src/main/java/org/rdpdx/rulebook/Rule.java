package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Property;
import org.rdpdx.knowledge.Strength;

/**
 * One row of the condition table: one way of seeing a cause, or one deduction.
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
public record Rule(
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

    /** Copies what it is given. */
    public Rule {
        patterns = List.copyOf(patterns);
        branches = branches.stream().map(List::copyOf).toList();
        variables = List.copyOf(variables);
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
        return deduces != null;
    }

    /** This rule with one thing in it changed, in every way that a case beside it should notice. */
    public List<Mutant> mutants() {
        return Mutation.of(this);
    }

    /** This rule with another pattern in the place of one. */
    Rule with(int index, Pattern pattern) {
        List<Pattern> others = new ArrayList<>(patterns);
        others.set(index, pattern);
        return new Rule(
                name, owner, file, line, strength, against, sees, others, branches, variables, deduces);
    }

    /** The patterns of one alternative. */
    List<Pattern> branch(List<Integer> indexes) {
        List<Pattern> chosen = new ArrayList<>(indexes.size());
        for (int index : indexes) {
            chosen.add(patterns.get(index));
        }
        return chosen;
    }
}
