package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rdpdx.knowledge.RuleCase;

/** What rules have in common is read as it was written, and judged as it is in each of them. */
class SharedPatternsTest {

    private final List<Rule> rules = Samples.zoo().rules();
    private final SharedPatterns shared = SharedPatterns.of(rules);

    @Test
    void what_is_written_is_read() {
        TableWriter out = new TableWriter();
        out.text("before");
        SharedPatterns.write(out, rules);
        out.text("behind");

        TableReader in = new TableReader(out.toByteArray());
        assertThat(in.text()).isEqualTo("before");
        SharedPatterns read = SharedPatterns.read(in);
        assertThat(in.text()).isEqualTo("behind");

        assertThat(told(read)).isEqualTo(told(shared));
        for (int place = 0; place < rules.size(); place++) {
            assertThat(numbers(read, place)).isEqualTo(numbers(shared, place));
        }
        for (int number = 0; number < shared.count(); number++) {
            // asked for before the pattern itself, as a start does
            assertThat(read.kind(number)).isSameAs(shared.told(number).pattern().kind());
        }
    }

    @Test
    void each_stands_there_once() {
        assertThat(told(shared)).doesNotHaveDuplicates();
        assertThat(shared.count())
                .isLessThan(
                        rules.stream().mapToInt(rule -> rule.patterns().size()).sum());
    }

    @Test
    void a_rule_that_joins_facts_or_has_alternatives_is_judged_as_a_whole_and_no_other() {
        int whole = 0;
        for (int place = 0; place < rules.size(); place++) {
            Rule rule = rules.get(place);
            boolean joins = rule.patterns().stream()
                    .flatMap(pattern -> pattern.conditions().stream())
                    .anyMatch(Condition::joins);
            if (joins || rule.branches().size() > 1) {
                assertThat(numbers(shared, place)).as(rule.name()).isEmpty();
                whole++;
                continue;
            }
            List<Integer> numbers = numbers(shared, place);
            assertThat(numbers).as(rule.name()).hasSameSizeAs(rule.patterns());
            for (int i = 0; i < numbers.size(); i++) {
                Pattern pattern = rule.patterns().get(i);
                Pattern told = shared.told(numbers.get(i)).pattern();
                assertThat(told.kind()).isSameAs(pattern.kind());
                assertThat(told.presence()).isSameAs(pattern.presence());
                assertThat(told.conditions().stream().map(Condition::expression))
                        .isEqualTo(pattern.conditions().stream()
                                .map(Condition::expression)
                                .toList());
            }
        }
        assertThat(whole).isBetween(1, rules.size() - 1);
    }

    @Test
    void a_rule_of_the_rulebook_is_judged_as_by_itself() {
        List<String> differing = new ArrayList<>();
        for (RuleCase one : Samples.zoo().cases()) {
            Findings findings = Samples.zoo().judge(one.facts());
            for (RuleVerdict verdict : findings.verdicts()) {
                if (verdict.state() != findings.state(verdict.rule())) {
                    differing.add(one.place() + " " + verdict.rule().name());
                }
            }
        }

        assertThat(differing).isEmpty();
    }

    /** As it stands in the index, against what is collected of the same rules. */
    @Test
    void the_bundled_rules_have_in_common_what_is_collected_of_them() {
        try (Rulebook bundled = Rulebook.bundled();
                Rulebook collected = bundled.only(rule -> true)) {
            for (RuleCase one : bundled.cases().subList(0, 400)) {
                assertThat(collected.judge(one.facts()).verdicts())
                        .as(one.place().toString())
                        .isEqualTo(bundled.judge(one.facts()).verdicts());
            }
        }
    }

    private static List<SharedPatterns.Told> told(SharedPatterns patterns) {
        List<SharedPatterns.Told> all = new ArrayList<>();
        for (int number = 0; number < patterns.count(); number++) {
            all.add(patterns.told(number));
        }
        return all;
    }

    private static List<Integer> numbers(SharedPatterns patterns, int place) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < patterns.of(place).count(); i++) {
            numbers.add(patterns.of(place).number(i));
        }
        return numbers;
    }
}
