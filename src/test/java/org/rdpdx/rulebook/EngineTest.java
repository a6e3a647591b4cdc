package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.input.Problem;
import org.rdpdx.knowledge.Knowledge;

/**
 * What happens when Drools cannot run a rule that the judge can: no author can bring that about, so the compiled form is
 * exchanged behind the door's back.
 */
class EngineTest {

    private static final String STOPPED =
            "Service( viewpoint == \"host\", name == \"TermService\", state == \"stopped\" )";
    private static final CaseFacts FACTS = Samples.facts(
            "attempt: { outcome: works }\nhost: { nla: { setBy: local }, services: [ { name: TermService, state: stopped } ] }");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    @Test
    void a_condition_that_throws_takes_its_unit_out() {
        UnitCache cache = UnitCache.in(temporary.resolve("cache"));
        SmallRulebook small = small(cache);
        exchange(small, cache, "area/bad/rule.drl", "bad", "state == \"stopped\"", "dll.length() > 3");

        try (Rulebook rulebook = small.open()) {
            Findings findings = rulebook.considerWithAllUnits(FACTS);

            assertThat(states(findings))
                    .containsExactly(
                            "bad/1 ERROR",
                            "bad/2 ERROR",
                            "good/1 FIRED",
                            "good/2 FIRED",
                            "made/1 FIRED",
                            "rests/1 FIRED");
            assertThat(findings.verdicts("bad").get(0).failure().orElseThrow()).contains("dll.length()");
            assertThat(findings.counts().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(6);
        }
    }

    @Test
    void a_consequence_that_throws_takes_its_unit_out() {
        UnitCache cache = UnitCache.in(temporary.resolve("cache"));
        SmallRulebook small = small(cache);
        exchange(
                small,
                cache,
                "area/bad/rule.drl",
                "bad",
                "insertLogical(",
                "if (true) throw new RuntimeException(\"x\"); insertLogical(");

        try (Rulebook rulebook = small.open()) {
            assertThat(states(rulebook.consider(FACTS)))
                    .containsExactly(
                            "bad/1 ERROR",
                            "bad/2 ERROR",
                            "good/1 FIRED",
                            "good/2 FIRED",
                            "made/1 FIRED",
                            "rests/1 FIRED");
        }
    }

    @Test
    void what_a_deduction_that_throws_would_have_made_is_unknown() {
        UnitCache cache = UnitCache.in(temporary.resolve("cache"));
        SmallRulebook small = small(cache);
        exchange(small, cache, "deductions/made/rule.drl", "made", "state == \"stopped\"", "dll.length() > 3");

        try (Rulebook rulebook = small.open()) {
            assertThat(states(rulebook.consider(FACTS)))
                    .containsExactly(
                            "bad/1 FIRED",
                            "bad/2 UNDECIDED",
                            "good/1 FIRED",
                            "good/2 FIRED",
                            "made/1 ERROR",
                            "rests/1 UNDECIDED");
        }
    }

    @Test
    void a_rule_that_fires_though_it_is_not_judged_true_is_an_error() {
        UnitCache cache = UnitCache.in(temporary.resolve("cache"));
        SmallRulebook small = small(cache);
        exchange(
                small, cache, "area/bad/rule.drl", "bad", "required == true", "required == true || setBy == \"local\"");

        try (Rulebook rulebook = small.open()) {
            Findings findings = rulebook.considerWithAllUnits(FACTS);

            assertThat(states(findings)).contains("bad/1 FIRED", "bad/2 ERROR", "good/1 FIRED");
            assertThat(findings.verdicts("bad").get(1).failure()).contains("judged undecided, Drools did not agree");
        }
    }

    @Test
    void fired_beside_what_is_made_of_it_gives_the_same_where_units_throw() {
        for (String unit : List.of("area/bad", "deductions/made")) {
            UnitCache cache = UnitCache.in(temporary.resolve("cache"));
            SmallRulebook small = small(cache);
            String id = unit.substring(unit.indexOf('/') + 1);
            exchange(small, cache, unit + "/rule.drl", id, "state == \"stopped\"", "dll.length() > 3");

            try (Rulebook rulebook = small.open()) {
                assertThat(beside(rulebook)).isEqualTo(states(rulebook.consider(FACTS)));
            }
        }
    }

    @Test
    void where_drools_does_not_agree_what_was_made_is_made_anew() {
        UnitCache cache = UnitCache.in(temporary.resolve("cache"));
        SmallRulebook small = small(cache);
        exchange(small, cache, "area/bad/rule.drl", "bad", "state == \"stopped\"", "state == \"running\"");

        try (Rulebook rulebook = small.open()) {
            assertThat(beside(rulebook))
                    .contains("bad/1 ERROR", "good/1 FIRED")
                    .isEqualTo(states(rulebook.consider(FACTS)));
        }
    }

    private static List<String> beside(Rulebook rulebook) {
        return rulebook.consider(FACTS, EngineTest::states, task -> new Thread(task).start());
    }

    @Test
    void preparing_changes_nothing() {
        try (Rulebook rulebook = small(UnitCache.none()).open()) {
            List<String> before = states(rulebook.consider(FACTS));

            rulebook.prepare();

            assertThat(states(rulebook.consider(FACTS))).isEqualTo(before);
        }
    }

    private static SmallRulebook small(UnitCache cache) {
        return new SmallRulebook()
                .diagnosis("bad", STOPPED, "Nla( required == true )")
                .diagnosis("good", "Attempt( outcome == \"works\" )", STOPPED)
                .diagnosis("rests", "Deduced( name == \"made\" )")
                .deduction("made", "Deduced(\"made\")", STOPPED)
                .cachedIn(cache);
    }

    /** Keeps, for the rules as they are written, what another text compiles to. */
    private static void exchange(
            SmallRulebook small, UnitCache cache, String path, String owner, String written, String instead) {
        String text = small.text(path);
        assertThat(text).contains(written);
        List<Problem> problems = new ArrayList<>();
        Knowledge.RuleFile file = new Knowledge.RuleFile(owner, path, path, text, path.startsWith("deductions/"));
        DrlReader reader = new DrlReader(file, problems);
        List<Rule> rules = reader.read();
        String key = UnitCache.key(path, text);
        SortedMap<String, byte[]> classes =
                DrlCompiler.compile(file, reader.forDrools().replace(written, instead), key, rules, problems);
        assertThat(problems).isEmpty();
        ClassLoader loader = new ClassLoader(EngineTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        cache.keep(
                key,
                new CompiledUnit(
                        owner,
                        rules,
                        DrlCompiler.modelClass(classes),
                        CompiledModel.methods(classes.keySet(), loader),
                        classes));
    }

    private static List<String> states(Findings findings) {
        return findings.verdicts().stream()
                .map(verdict -> verdict.rule().name() + " " + verdict.state())
                .toList();
    }
}
