package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.rdpdx.input.Problem;
import org.rdpdx.knowledge.Knowledge;
import org.rdpdx.knowledge.Layer;
import org.rdpdx.knowledge.RuleCase;

/**
 * A changed rule is judged as it would fire: some mutants of each rule of some diagnoses are written into the rule files,
 * compiled and fired in Drools. In one rulebook each rule is changed once.
 */
class MutantsInDroolsTest {

    private static final long SEED = 20261122;

    /** Of so many diagnoses every rule is changed; {@code -Dmutants=all} changes those of all. */
    private static final int DIAGNOSES = "all".equals(System.getProperty("mutants")) ? Integer.MAX_VALUE : 16;

    /** Of so many rules a second mutant is tried. */
    private static final int MORE = 50;

    private static final Layer SHIPPED = Layer.of(Samples.RULES, new ArrayList<>());

    private final Rulebook rulebook = Samples.rulebook();

    @Test
    void mutants_fire_in_drools_exactly_where_they_are_judged_to_fire() {
        List<String> owners = new ArrayList<>(new TreeSet<>(rulebook.rules().stream()
                .filter(rule -> !rule.isDeduction())
                .map(Rule::owner)
                .toList()));
        Collections.shuffle(owners, new Random(SEED));
        Set<String> some = Set.copyOf(owners.subList(0, Math.min(DIAGNOSES, owners.size())));
        Map<String, List<Written>> diagnoses = written(rule -> some.contains(rule.owner()));
        Map<String, List<Written>> deductions = written(Rule::isDeduction);

        List<Written> more = chosen(diagnoses, 1).subList(0, MORE);

        int compared = agree(chosen(diagnoses, 0)) + agree(more) + agree(chosen(deductions, 0));

        assertThat(compared).isGreaterThanOrEqualTo(200);
    }

    /** A mutant with the part of the file that holds its rule, changed. */
    private record Written(Mutant mutant, String text) {}

    /** The mutants that the door lets pass, in random order, by rule. */
    private Map<String, List<Written>> written(java.util.function.Predicate<Rule> wanted) {
        Map<String, List<Written>> written = new TreeMap<>();
        Random random = new Random(SEED);
        for (Rule rule : rulebook.rules()) {
            if (wanted.test(rule)) {
                List<Mutant> mutants = new ArrayList<>(rule.mutants());
                Collections.shuffle(mutants, random);
                List<Written> passing = new ArrayList<>();
                for (Mutant mutant : mutants) {
                    if (passing.size() < 2) {
                        written(mutant).ifPresent(passing::add);
                    }
                }
                written.put(rule.name(), passing);
            }
        }
        return written;
    }

    private static Optional<Written> written(Mutant mutant) {
        Rule rule = mutant.rule();
        String changed = changed(rule(rule), rule.line(), mutant);
        List<Problem> problems = new ArrayList<>();
        String alone = drl(rule).substring(0, offset(drl(rule), firstRule(rule), 1)) + changed;
        new DrlReader(
                        new Knowledge.RuleFile(rule.owner(), rule.file(), rule.file(), alone, rule.isDeduction()),
                        problems)
                .read();
        return problems.isEmpty() ? Optional.of(new Written(mutant, changed)) : Optional.empty();
    }

    private static List<Written> chosen(Map<String, List<Written>> written, int round) {
        return written.values().stream()
                .filter(mutants -> mutants.size() > round)
                .map(mutants -> mutants.get(round))
                .toList();
    }

    /** Fires the cases with all these rules changed, and compares with what was judged; says how many there were. */
    private int agree(List<Written> mutants) {
        SortedMap<String, byte[]> files = new TreeMap<>(SHIPPED.files());
        Map<String, Mutant> byName = new TreeMap<>();
        for (Written one : mutants) {
            Rule rule = one.mutant().rule();
            byName.put(rule.name(), one.mutant());
            String before = new String(Objects.requireNonNull(files.get(rule.file())), StandardCharsets.UTF_8);
            String after = before.replace(rule(rule), one.text());
            assertThat(after).as(rule.name()).isNotEqualTo(before);
            files.put(rule.file(), after.getBytes(StandardCharsets.UTF_8));
        }
        Set<String> changedOwners = new HashSet<>();
        byName.values().forEach(mutant -> changedOwners.add(mutant.rule().owner()));
        List<String> wrong = new ArrayList<>();
        try (Rulebook changed = Samples.open(new Layer("changed", files))) {
            for (RuleCase one : rulebook.cases()) {
                if (changedOwners.contains(one.owner())) {
                    compare(one, changed, byName, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
        return mutants.size();
    }

    private void compare(RuleCase one, Rulebook changed, Map<String, Mutant> byName, List<String> wrong) {
        Findings judged = rulebook.judge(one.facts());
        // a deduction gives no finding, so what it deduced has to be compared
        boolean deduction = byName.values().iterator().next().rule().isDeduction();
        Findings found;
        if (deduction) {
            Agreement agreement = Agreement.on(changed, one.facts());
            agreement.wrong().forEach(what -> wrong.add(one.place() + " " + what));
            found = agreement.findings();
        } else {
            found = changed.consider(one.facts());
        }
        if (found.verdicts().stream().anyMatch(verdict -> verdict.state() == RuleState.ERROR)) {
            wrong.add(one.place() + " Drools does not agree");
        }
        for (RuleVerdict fired : found.verdicts(one.owner())) {
            Mutant mutant = byName.get(fired.rule().name());
            if (mutant != null && judged.state(mutant.changed()) != fired.state()) {
                wrong.add(one.place() + " " + fired.rule().name() + " " + mutant.instead() + ": judged "
                        + judged.state(mutant.changed()) + ", fired " + fired.state());
            }
        }
    }

    // ------------------------------------------------------------------ text

    private static String drl(Rule rule) {
        return new String(Objects.requireNonNull(SHIPPED.files().get(rule.file())), StandardCharsets.UTF_8);
    }

    private static int firstRule(Rule rule) {
        return Samples.rulebook().rules().stream()
                .filter(other -> other.file().equals(rule.file()))
                .mapToInt(Rule::line)
                .min()
                .orElseThrow();
    }

    /** From its first word to its {@code end}. */
    private static String rule(Rule rule) {
        String drl = drl(rule);
        int start = offset(drl, rule.line(), 1);
        return drl.substring(start, drl.indexOf("\nend", start) + "\nend".length()) + "\n";
    }

    private static String changed(String text, int firstLine, Mutant mutant) {
        String written = mutant.condition().map(Condition::text).orElseThrow();
        int start = offset(text, mutant.line() - firstLine + 1, mutant.column());
        int end = start + written.length();
        assertThat(text.substring(start, end)).isEqualTo(written);
        if (!mutant.instead().isEmpty()) {
            return text.substring(0, start) + mutant.instead() + text.substring(end);
        }
        String before = text.substring(0, start);
        String after = text.substring(end);
        return after.stripLeading().startsWith(",")
                ? before + after.stripLeading().substring(1)
                : before.stripTrailing().replaceFirst(",$", "") + after;
    }

    private static int offset(String text, int line, int column) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at + column - 1;
    }
}
