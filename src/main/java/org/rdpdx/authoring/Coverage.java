package org.rdpdx.authoring;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;
import org.rdpdx.rulebook.Truth;

/**
 * Which values the conditions of the rules take in the cases beside them. Every condition should be seen with every value it
 * can take: true, false, and unknown where what it reads can be unknown. A case counts for the rule it names, or for all rules
 * of its folder if it names none. Immutable.
 *
 * <pre>{@code
 * Coverage coverage = Coverage.of(rulebook, Set.of());
 * coverage.percent(); // 100.0
 * }</pre>
 *
 * @param folders one for each diagnosis or deduction
 */
public record Coverage(List<Folder> folders) {

    /** Copies what it is given. */
    public Coverage {
        folders = List.copyOf(folders);
    }

    /**
     * The coverage of one diagnosis or deduction.
     *
     * @param owner its id
     * @param cases how many cases lie beside it
     * @param conditions how many conditions its rules have
     * @param wanted how many values these can take, all together
     * @param gaps the values that no case shows
     */
    public record Folder(String owner, int cases, int conditions, int wanted, List<Gap> gaps) {

        /** Copies what it is given. */
        public Folder {
            gaps = List.copyOf(gaps);
        }

        /** How many of the values are seen. */
        public int seen() {
            return wanted - gaps.size();
        }

        /** The share that is seen, as a percentage rounded down. */
        public double percent() {
            return Percent.of(seen(), wanted);
        }
    }

    /**
     * A value that a condition takes in no case.
     *
     * @param rule it stands in
     * @param pattern it stands in
     * @param written the condition; null where the pattern is judged as a whole
     * @param truth the value
     * @param hint a case that would show it; null if none was looked for or found
     */
    public record Gap(
            Rule rule,
            Pattern pattern,
            @Nullable Condition written,
            Truth truth,
            @Nullable CaseIdea hint) {

        /** A case that would show it, if one was looked for and found. */
        public Optional<CaseIdea> idea() {
            return Optional.ofNullable(hint);
        }

        /** The condition, if it is one by itself. */
        public Optional<Condition> condition() {
            return Optional.ofNullable(written);
        }

        /** Where it stands in the file of its rule, from 1. */
        public int line() {
            return written == null ? pattern.line() : written.line();
        }

        /** Where it stands in its line, from 1. */
        public int column() {
            return written == null ? pattern.column() : written.column();
        }
    }

    /**
     * Looks at some folders.
     *
     * @param owners their ids; all if empty
     */
    public static Coverage of(Rulebook rulebook, Set<String> owners) {
        return of(new Judgements(rulebook), owners);
    }

    /** As {@link #of}, with a case for each gap that would close it, where one can be found. */
    public static Coverage withIdeas(Rulebook rulebook, Set<String> owners) {
        Judgements judgements = new Judgements(rulebook);
        CaseSearch search = new CaseSearch(judgements);
        List<Folder> folders = new ArrayList<>();
        for (Folder folder : of(judgements, owners).folders()) {
            List<Gap> gaps = new ArrayList<>();
            for (Gap gap : folder.gaps()) {
                @Nullable
                CaseIdea idea = search.showing(gap.rule(), gap.pattern(), gap.written(), gap.truth())
                        .orElse(null);
                gaps.add(new Gap(gap.rule(), gap.pattern(), gap.written(), gap.truth(), idea));
            }
            folders.add(new Folder(folder.owner(), folder.cases(), folder.conditions(), folder.wanted(), gaps));
        }
        return new Coverage(folders);
    }

    private static Coverage of(Judgements judgements, Set<String> owners) {
        List<Folder> folders = new ArrayList<>();
        judgements.rules(owners).forEach((owner, rules) -> folders.add(folder(owner, rules, judgements)));
        return new Coverage(folders);
    }

    private static Folder folder(String owner, List<Rule> rules, Judgements judgements) {
        List<Gap> gaps = new ArrayList<>();
        int conditions = 0;
        int wanted = 0;
        for (Rule rule : rules) {
            List<JudgedCondition> seen = new ArrayList<>();
            for (RuleCase one : judgements.casesOf(rule)) {
                seen.addAll(judgements.of(one).truths(rule));
            }
            for (Pattern pattern : rule.patterns()) {
                for (@Nullable Condition condition : units(pattern)) {
                    conditions++;
                    for (Truth truth : possible(pattern, condition)) {
                        wanted++;
                        if (seen.stream().noneMatch(judged -> isOf(judged, pattern, condition, truth))) {
                            gaps.add(new Gap(rule, pattern, condition, truth, null));
                        }
                    }
                }
            }
        }
        return new Folder(owner, judgements.cases(owner).size(), conditions, wanted, gaps);
    }

    private static boolean isOf(JudgedCondition judged, Pattern pattern, @Nullable Condition condition, Truth truth) {
        return judged.truth() == truth
                && judged.pattern().isAt(pattern)
                && (condition == null ? judged.written() == null : condition.equals(judged.written()));
    }

    /** What is judged by itself: each condition, or the pattern as a whole. */
    private static List<@Nullable Condition> units(Pattern pattern) {
        List<@Nullable Condition> units = new ArrayList<>();
        if (pattern.presence() == Pattern.Presence.MATCH) {
            units.addAll(pattern.conditions());
        }
        if (units.isEmpty()) {
            units.add(null);
        }
        return units;
    }

    /** The values that a condition can take. */
    static Set<Truth> possible(Pattern pattern, @Nullable Condition condition) {
        if (condition == null || pattern.kind().deduced() || joins(condition.expression())) {
            return EnumSet.allOf(Truth.class);
        }
        if (condition.expression() instanceof Expression.Observed) {
            return EnumSet.of(Truth.TRUE, Truth.UNKNOWN);
        }
        Set<Truth> possible = EnumSet.of(Truth.TRUE);
        boolean known = condition.properties().stream()
                .allMatch(property -> Representatives.alwaysKnown(pattern.kind(), property));
        if (!known) {
            possible.add(Truth.UNKNOWN);
        }
        if (canBeFalse(pattern, condition)) {
            possible.add(Truth.FALSE);
        }
        return possible;
    }

    private static boolean joins(Expression expression) {
        boolean[] joins = new boolean[1];
        expression.variables(variable -> joins[0] = true);
        return joins[0];
    }

    /** What names the one place where a kind can be, for example, is never false. */
    private static boolean canBeFalse(Pattern pattern, Condition condition) {
        Kind kind = pattern.kind();
        @Nullable Object[] nothing = new Object[kind.properties().size()];
        kind.property(Kind.VIEWPOINT)
                .ifPresent(viewpoint -> nothing[kind.indexOf(Kind.VIEWPOINT)] =
                        kind.viewpoints().get(0));
        List<@Nullable Object[]> combinations = new ArrayList<>();
        combinations.add(nothing);
        if (kind.absentable()) {
            nothing[kind.indexOf(Kind.PRESENT)] = true;
            @Nullable Object[] absent = nothing.clone();
            absent[kind.indexOf(Kind.PRESENT)] = false;
            combinations.add(absent);
        }
        for (String name : condition.properties()) {
            int index = kind.indexOf(name);
            Property property = FactPaths.property(kind, name);
            for (@Nullable Object[] values : List.copyOf(combinations)) {
                for (Object value : Representatives.of(property, List.of(pattern))) {
                    @Nullable Object[] more = values.clone();
                    more[index] = value instanceof String text ? property.canonical(text) : value;
                    combinations.add(more);
                }
            }
        }
        @Nullable Object[] unbound = new Object[0];
        return combinations.stream()
                .map(values -> Vocabulary.create(kind, values))
                .anyMatch(fact -> condition.expression().judge(fact, unbound) == Truth.FALSE);
    }

    /** The values that no case shows, of all folders. */
    public List<Gap> gaps() {
        return folders.stream().flatMap(folder -> folder.gaps().stream()).toList();
    }

    /** The share that is seen over all folders, as a percentage rounded down. */
    public double percent() {
        int seen = 0;
        int wanted = 0;
        for (Folder folder : folders) {
            seen += folder.seen();
            wanted += folder.wanted();
        }
        return Percent.of(seen, wanted);
    }
}
