package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.knowledge.InvalidRulebookException;
import org.rdpdx.knowledge.RuleCase;

class RulebookTest {

    private static final String WORKS = "Attempt( outcome == \"works\" )";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    // --- opening

    @Test
    void a_folder_holds_what_its_authors_wrote() {
        Rulebook rulebook = Samples.rulebook();

        assertThat(rulebook.version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(rulebook.hash()).matches("[0-9a-f]{64}");
        assertThat(rulebook.causes()).hasSizeGreaterThan(9);
        assertThat(rulebook.causes()).allSatisfy(cause -> {
            assertThat(rulebook.cause(cause.id())).contains(cause);
            assertThat(rulebook.card(cause.id()).title()).isEqualTo(cause.title());
            assertThat(rulebook.card(cause.id()).remedies())
                    .allSatisfy(remedy ->
                            assertThat(rulebook.step(remedy.stepId()).id()).isEqualTo(remedy.stepId()));
        });
        assertThat(rulebook.rules())
                .isSortedAccordingTo((left, right) -> left.name().compareTo(right.name()));
        assertThatThrownBy(() -> rulebook.card("nothing")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rulebook.step("nothing")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_folder_that_is_not_there_is_refused() {
        InvalidRulebookException refused =
                catchThrowableOfType(InvalidRulebookException.class, () -> Rulebook.open(temporary.resolve("nowhere")));

        assertThat(refused.problems()).extracting(problem -> problem.code()).containsExactly(ProblemCode.NO_SUCH_FILE);
    }

    @Test
    void a_folder_that_holds_the_major_version_is_opened_too() throws IOException {
        new SmallRulebook().diagnosis("works", WORKS).writeTo(temporary.resolve("v1"));

        try (Rulebook rulebook = Rulebook.open(temporary)) {
            assertThat(rulebook.rules()).extracting(Rule::name).containsExactly("works/1");
        }
    }

    @Test
    void files_of_editors_are_left_alone() throws IOException {
        Path folder = new SmallRulebook()
                .diagnosis("works", WORKS)
                .file(".git/config", "x")
                .file("area/works/.rule.drl.swp", "x")
                .file("README.md", "# Read me")
                .file("area/README.md", "# Read me")
                .writeTo(temporary);

        try (Rulebook rulebook = Rulebook.open(folder)) {
            assertThat(rulebook.rules()).hasSize(1);
        }
    }

    @Test
    void a_file_that_nothing_reads_is_an_error() {
        SmallRulebook small = works().file("area/works/rule.dlr", "x")
                .file("area/works/diagnosis.yml", "x")
                .file("area/works/notes/more.yaml", "x")
                .file("deductions/deduced/diagnosis.yaml", "x")
                .file("notes.txt", "x");

        assertThat(problems(small))
                .containsExactly(
                        "small/area/works/diagnosis.yml:1:1 stray-file [area/works/diagnosis.yml] [diagnosis.yaml]",
                        "small/area/works/notes/more.yaml:1:1 stray-file [area/works/notes/more.yaml] []",
                        "small/area/works/rule.dlr:1:1 stray-file [area/works/rule.dlr] [rule.drl]",
                        "small/deductions/deduced/diagnosis.yaml:1:1 stray-file [deductions/deduced/diagnosis.yaml] []",
                        "small/notes.txt:1:1 stray-file [notes.txt] []");
    }

    @Test
    void a_folder_without_one_of_its_files_is_an_error() {
        SmallRulebook small = works().diagnosis("no-rule", WORKS)
                .without("area/no-rule/rule.drl")
                .diagnosis("no-card", WORKS)
                .without("area/no-card/diagnosis.yaml")
                .diagnosis("no-cases", WORKS)
                .without("area/no-cases/cases.yaml")
                .deduction("no-deduction", "Deduced(\"x\")", WORKS)
                .without("deductions/no-deduction/rule.drl");

        assertThat(problems(small))
                .containsExactly(
                        "small/area/no-card/diagnosis.yaml:1:1 file-missing [no-card] []",
                        "small/area/no-cases/cases.yaml:1:1 case-missing [no-cases, cannot-tell] []",
                        "small/area/no-cases/cases.yaml:1:1 case-missing [no-cases, fires] []",
                        "small/area/no-cases/cases.yaml:1:1 case-missing [no-cases, silent] []",
                        "small/area/no-rule/rule.drl:1:1 file-missing [no-rule] []",
                        "small/deductions/no-deduction/rule.drl:1:1 file-missing [no-deduction] []");
    }

    @Test
    void a_case_of_each_kind_is_needed() {
        SmallRulebook small = works().file(
                        "area/works/cases.yaml",
                        "- { name: It fires, facts: {}, expect: fires, because: attempt.outcome }\n");

        assertThat(problems(small))
                .containsExactly(
                        "small/area/works/cases.yaml:1:1 case-missing [works, cannot-tell] []",
                        "small/area/works/cases.yaml:1:1 case-missing [works, silent] []");
    }

    @Test
    void what_is_wrong_inside_a_card_a_step_or_a_case_has_its_place() {
        SmallRulebook small = works().file(
                        "area/works/diagnosis.yaml", SmallRulebook.CARD.replace("rare", "rar") + "colour: red\n")
                .file("steps/look.yaml", SmallRulebook.STEP.replace("minutes: 1\n", ""))
                .file(
                        "area/works/cases.yaml",
                        SmallRulebook.CASES.replace(
                                "facts: {}, expect: silent", "facts: { hots: {} }, expect: silence"));

        assertThat(problems(small))
                .containsExactly(
                        "small/area/works/cases.yaml:1:1 case-missing [works, silent] []",
                        "small/area/works/cases.yaml:2:34 unknown-key [hots] [host]",
                        "small/area/works/cases.yaml:2:54 unknown-word [expect, silence] [silent]",
                        "small/area/works/diagnosis.yaml:3:12 unknown-word [frequency, rar] [rare]",
                        "small/area/works/diagnosis.yaml:8:1 unknown-key [colour] []",
                        "small/steps/look.yaml:1:1 missing-key [minutes] []");
    }

    @Test
    void names_of_what_is_not_there_are_errors() {
        SmallRulebook small = works().diagnosis("lost", WORKS)
                .file(
                        "area/lost/diagnosis.yaml",
                        SmallRulebook.CARD.replace("use: look", "use: lok")
                                + "lookAlikes: [ { id: wroks, tellApart: It does not work. } ]\nexplains: [nothing-near]\n")
                .file("steps/needy.yaml", SmallRulebook.STEP + "needs: [lokk]\n")
                .file("elsewhere/far/rule.drl", SmallRulebook.drl("far", WORKS))
                .file("elsewhere/far/diagnosis.yaml", SmallRulebook.CARD)
                .file("elsewhere/far/cases.yaml", SmallRulebook.CASES);

        assertThat(problems(small))
                .containsExactly(
                        "small/area/lost/diagnosis.yaml:4:17 unknown-reference [steps, lok] [look]",
                        "small/area/lost/diagnosis.yaml:8:21 unknown-reference [lookAlikes, wroks] [works]",
                        "small/area/lost/diagnosis.yaml:9:12 unknown-reference [explains, nothing-near] []",
                        "small/elsewhere/far/cases.yaml:1:1 unknown-area [elsewhere] [area]",
                        "small/steps/needy.yaml:11:9 unknown-reference [needs, lokk] [look]");
    }

    @Test
    void ways_that_a_source_names_and_no_rule_is_are_errors() {
        String sources = "sources: [ { url: \"https://example.org\", checked: 2026-11-22, ways: [%s] } ]";
        String none = SmallRulebook.CARD
                .lines()
                .filter(line -> !line.startsWith("sources:"))
                .collect(Collectors.joining("\n", "", "\n"));
        SmallRulebook wrong =
                works().file("area/works/diagnosis.yaml", none + sources.formatted("1, 11, works, other/1"));
        SmallRulebook right = works().file("area/works/diagnosis.yaml", none + sources.formatted("1"));

        assertThat(problems(wrong))
                .containsExactly(
                        "small/area/works/diagnosis.yaml:7:73 unknown-reference [ways, 11] [1]",
                        "small/area/works/diagnosis.yaml:7:77 unknown-reference [ways, works] []",
                        "small/area/works/diagnosis.yaml:7:84 unknown-reference [ways, other/1] []");
        try (Rulebook rulebook = right.open()) {
            assertThat(rulebook.card("works").sources()).singleElement().satisfies(source -> assertThat(source.ways())
                    .containsExactly("1"));
        }
    }

    @Test
    void paths_that_mean_no_fact_are_errors() {
        SmallRulebook small = works().file(
                        "area/works/cases.yaml",
                        SmallRulebook.CASES.replaceFirst("because: attempt.outcome", "because: atempt.outcome"))
                .file("steps/look.yaml", SmallRulebook.STEP + """
                        unless: { fact: host.nla.requird, is: ["true"] }
                        policy: { owner: host.nla.setBy.x, action: Change the policy }
                        """);

        assertThat(problems(small))
                .containsExactly(
                        "small/area/works/cases.yaml:1:56 bad-path [atempt.outcome] [attempt.outcome]",
                        "small/steps/look.yaml:11:17 bad-path [host.nla.requird] [host.nla.required]",
                        "small/steps/look.yaml:12:18 bad-path [host.nla.setBy.x] []");
    }

    @Test
    void a_case_that_means_a_rule_its_folder_does_not_have_is_an_error() {
        SmallRulebook small = works().file(
                        "area/works/cases.yaml",
                        SmallRulebook.CASES.replaceFirst("because", "rule: _template, because"));

        assertThat(problems(small))
                .containsExactly("small/area/works/cases.yaml:1:53 unknown-reference [rule, _template] [works/1]");
    }

    @Test
    void steps_that_need_each_other_are_errors() {
        SmallRulebook small = works().file("steps/first.yaml", SmallRulebook.STEP + "needs: [second]\n")
                .file("steps/second.yaml", SmallRulebook.STEP + "needs: [look, first]\n")
                .file("steps/outside.yaml", SmallRulebook.STEP + "needs: [first]\n")
                .file(
                        "area/works/diagnosis.yaml",
                        SmallRulebook.CARD.replace(
                                "[ { use: look } ]",
                                "\n  - id: own\n    needs: [own, nothing]\n"
                                        + SmallRulebook.STEP.indent(4).stripTrailing()));

        assertThat(problems(small))
                .containsExactly(
                        "small/area/works/diagnosis.yaml:5:9 step-cycle [own] []",
                        "small/area/works/diagnosis.yaml:6:18 unknown-reference [needs, nothing] []",
                        "small/steps/first.yaml:1:1 step-cycle [first] []",
                        "small/steps/second.yaml:1:1 step-cycle [second] []");
    }

    @Test
    void an_id_that_is_none_is_an_error() {
        SmallRulebook small = works().diagnosis("Not_an_id", WORKS).file("steps/Look_again.yaml", SmallRulebook.STEP);

        assertThat(problems(small))
                .containsExactly(
                        "small/area/Not_an_id/cases.yaml:1:1 bad-id [Not_an_id] []",
                        "small/steps/Look_again.yaml:1:1 bad-id [Look_again] []");
    }

    @Test
    void an_id_is_used_once_over_all_areas_and_deductions() {
        SmallRulebook small = works().file(
                        "rulebook.yaml",
                        SmallRulebook.HEADER.replace("areas:", "areas:\n  zone: { title: A zone, stages: [tls] }"))
                .file("zone/works/rule.drl", SmallRulebook.drl("works", WORKS))
                .file("zone/works/diagnosis.yaml", SmallRulebook.CARD)
                .file("zone/works/cases.yaml", SmallRulebook.CASES)
                .diagnosis("deduced", WORKS)
                .file(
                        "area/deduced/diagnosis.yaml",
                        SmallRulebook.CARD.replace(
                                "[ { use: look } ]",
                                "\n  - id: look\n"
                                        + SmallRulebook.STEP.indent(4).stripTrailing()));

        assertThat(problems(small))
                .containsExactly(
                        "small/area/deduced/diagnosis.yaml:5:9 id-twice [look, steps] []",
                        "small/deductions/deduced/cases.yaml:1:1 id-twice [deduced, small/area/deduced/cases.yaml] []",
                        "small/zone/works/cases.yaml:1:1 id-twice [works, small/area/works/cases.yaml] []");
    }

    @Test
    void an_id_that_was_retired_is_never_used_again() {
        SmallRulebook small = works().file("retired.yaml", "retired: [ { id: works, why: It did not. } ]\n");

        assertThat(problems(small)).containsExactly("small/area/works/cases.yaml:1:1 id-retired [works] []");
    }

    @Test
    void without_a_readable_header_nothing_else_is_asked() {
        assertThat(problems(works().without("rulebook.yaml")))
                .containsExactly("small/rulebook.yaml:1:1 rulebook-header-missing [] []");
        assertThat(problems(works().file("rulebook.yaml", "- a list\n")))
                .containsExactly("small/rulebook.yaml:1:1 wrong-type [small/rulebook.yaml, map, list] []");
        assertThat(problems(
                        works().file("rulebook.yaml", SmallRulebook.HEADER.replace("vocabulary: 1", "vocabulary: 2"))))
                .containsExactly("small/rulebook.yaml:2:13 unknown-word [vocabulary, 2] [1]");
        assertThat(problems(works().file("rulebook.yaml", SmallRulebook.HEADER.split("weights:", -1)[0])))
                .containsExactly("small/rulebook.yaml:1:1 missing-key [weights] []");
        assertThat(problems(works().file("rulebook.yaml", SmallRulebook.HEADER.replace("rare: -4.5", "rear: -4.5"))))
                .containsExactly(
                        "small/rulebook.yaml:6:10 missing-key [rare] []",
                        "small/rulebook.yaml:6:44 unknown-key [rear] []");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        SmallRulebook small = works().diagnosis(
                        "broken", "Servics( state == \"stopped\" )", "Nla( required )", "Nla( setBy == \"policy\" )")
                .without("area/broken/cases.yaml")
                .deduction("worse", "Reached(\"tlz\")", WORKS)
                .file("stray.txt", "");

        assertThat(problems(small))
                .containsExactly(
                        "small/area/broken/cases.yaml:1:1 case-missing [broken, cannot-tell] []",
                        "small/area/broken/cases.yaml:1:1 case-missing [broken, fires] []",
                        "small/area/broken/cases.yaml:1:1 case-missing [broken, silent] []",
                        "small/area/broken/rule.drl:9:1 rule-unknown-kind [Servics] [Service]",
                        "small/area/broken/rule.drl:16:6 rule-bare-flag [required] [required == true]",
                        "small/deductions/worse/rule.drl:9:1 rule-unknown-word [tlz, Reached.phase] [tls]",
                        "small/stray.txt:1:1 stray-file [stray.txt] []");
    }

    // --- adding a diagnosis

    @Test
    void a_copy_of_the_template_is_a_diagnosis_and_nothing_else_has_to_change() throws IOException {
        Path copy = temporary.resolve("v1");
        copy(Samples.RULES, copy, "");
        copy(Samples.RULES.resolve("_template"), copy.resolve("reachability/my-own-diagnosis"), "my-own-diagnosis");

        try (Rulebook rulebook = Samples.open(copy)) {
            List<RuleCase> cases = rulebook.cases().stream()
                    .filter(one -> one.owner().equals("my-own-diagnosis"))
                    .toList();

            assertThat(rulebook.causes())
                    .hasSize(Samples.rulebook().causes().size() + 1)
                    .anyMatch(cause -> cause.id().equals("my-own-diagnosis"));
            assertThat(rulebook.rules())
                    .extracting(Rule::name)
                    .contains("my-own-diagnosis", "my-own-diagnosis/other-way")
                    .containsAll(
                            Samples.rulebook().rules().stream().map(Rule::name).toList());
            assertThat(cases).hasSizeGreaterThan(3);
            assertThat(cases).allSatisfy(one -> assertThat(outcome(rulebook.consider(one.facts()), one))
                    .as(one.name())
                    .isEqualTo(one.expect()));
        }
    }

    private static void copy(Path from, Path to, String id) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                String text = Files.readString(file);
                Files.writeString(target, id.isEmpty() ? text : text.replace("_template", id));
            }
        }
    }

    private static RuleCase.Expected outcome(Findings findings, RuleCase one) {
        List<RuleState> states = findings.verdicts(one.owner()).stream()
                .filter(verdict -> one.rule().map(verdict.rule().name()::equals).orElse(true))
                .map(RuleVerdict::state)
                .toList();
        assertThat(states).isNotEmpty().doesNotContain(RuleState.ERROR);
        if (states.contains(RuleState.FIRED)) {
            return RuleCase.Expected.FIRES;
        }
        return states.contains(RuleState.UNDECIDED) ? RuleCase.Expected.CANNOT_TELL : RuleCase.Expected.SILENT;
    }

    @Test
    void a_folder_laid_over_another_adds_to_it() throws IOException {
        Path base = new SmallRulebook().diagnosis("works", WORKS).writeTo(temporary.resolve("base"));
        Path over = new SmallRulebook()
                .diagnosis("more", "Deduced( name == \"nla\" )")
                .deduction("nla", "Deduced(\"nla\")", "Nla( required == true )")
                .without("rulebook.yaml")
                .without("steps/look.yaml")
                .writeTo(temporary.resolve("over"));

        try (Rulebook rulebook = Rulebook.open(base, over);
                Rulebook alone = Rulebook.open(base)) {
            Findings findings = rulebook.consider(Samples.facts("host: { nla: { required: true } }"));

            assertThat(rulebook.causes()).extracting(cause -> cause.id()).containsExactly("more", "works");
            assertThat(findings.verdicts("more")).extracting(RuleVerdict::state).containsExactly(RuleState.FIRED);
            assertThat(rulebook.hash()).isNotEqualTo(alone.hash());
        }
    }

    @Test
    void a_folder_laid_over_another_may_only_add() throws IOException {
        Path base = new SmallRulebook().diagnosis("works", WORKS).writeTo(temporary.resolve("base"));
        Path over = new SmallRulebook()
                .diagnosis("works", "Nla( required == true )")
                .file("retired.yaml", "retired: []\n")
                .writeTo(temporary.resolve("over"));
        Path orphan = new SmallRulebook()
                .without("rulebook.yaml")
                .without("steps/look.yaml")
                .file("retired.yaml", "retired: []\n")
                .writeTo(temporary.resolve("orphan"));

        InvalidRulebookException refused =
                catchThrowableOfType(InvalidRulebookException.class, () -> Rulebook.open(base, over));
        InvalidRulebookException stray =
                catchThrowableOfType(InvalidRulebookException.class, () -> Rulebook.open(base, orphan));

        assertThat(refused.problems())
                .extracting(
                        problem -> problem.code(), problem -> problem.place().file())
                .containsExactly(
                        tuple(ProblemCode.ID_TWICE, over + "/area/works/cases.yaml"),
                        tuple(ProblemCode.RULEBOOK_HEADER_TWICE, over + "/rulebook.yaml"),
                        tuple(ProblemCode.ID_TWICE, over + "/steps/look.yaml"));
        assertThat(stray.problems()).extracting(problem -> problem.code()).containsExactly(ProblemCode.STRAY_FILE);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    // --- the bundled one

    @Test
    void the_bundled_rulebook_is_the_one_of_this_project() throws IOException {
        try (Rulebook bundled = Rulebook.bundled()) {
            Rulebook opened = Samples.rulebook();

            assertThat(bundled.hash()).isEqualTo(opened.hash());
            assertThat(bundled.version()).isEqualTo(opened.version());
            assertThat(bundled.rules()).isEqualTo(opened.rules());
            assertThat(bundled.areas()).isEqualTo(opened.areas());
            assertThat(bundled.weights()).isEqualTo(opened.weights());
            assertThat(bundled.causes()).isEqualTo(opened.causes());
            assertThat(bundled.retired()).isEqualTo(opened.retired());
            assertThat(bundled.cases())
                    .extracting(RuleCase::name)
                    .isEqualTo(opened.cases().stream().map(RuleCase::name).toList());
            opened.causes().forEach(cause -> {
                assertThat(bundled.card(cause.id())).isEqualTo(opened.card(cause.id()));
                opened.card(cause.id()).remedies().forEach(remedy -> assertThat(bundled.step(remedy.stepId()))
                        .isEqualTo(opened.step(remedy.stepId())));
            });
            for (CaseFacts facts : Samples.stories()) {
                assertThat(bundled.consider(facts).verdicts())
                        .isEqualTo(opened.consider(facts).verdicts());
            }
        }
    }

    @Test
    void a_folder_is_the_bundled_one_until_something_in_it_changes() throws IOException {
        Path copy = temporary.resolve("rules");
        copy(Samples.RULES, copy, "");

        assertThat(Rulebook.isBundled(Samples.RULES)).isTrue();
        assertThat(Rulebook.isBundled(copy)).isTrue();
        Path changed = copy.resolve("retired.yaml");
        Files.writeString(changed, Files.readString(changed) + " ");
        assertThat(Rulebook.isBundled(copy)).isFalse();
        assertThat(Rulebook.isBundled(temporary.resolve("nowhere"))).isFalse();
    }

    @Test
    void a_folder_can_be_laid_over_the_bundled_one() throws IOException {
        Path over = new SmallRulebook()
                .diagnosis("works", WORKS)
                .without("rulebook.yaml")
                .file("network/works/rule.drl", SmallRulebook.drl("works", WORKS))
                .file("network/works/diagnosis.yaml", SmallRulebook.CARD)
                .file("network/works/cases.yaml", SmallRulebook.CASES)
                .without("area/works/rule.drl")
                .without("area/works/diagnosis.yaml")
                .without("area/works/cases.yaml")
                .writeTo(temporary);

        try (Rulebook rulebook = Rulebook.bundledWith(over)) {
            assertThat(rulebook.causes())
                    .hasSize(Samples.rulebook().causes().size() + 1)
                    .anyMatch(cause -> cause.id().equals("works"));
            assertThat(rulebook.rules().stream().filter(rule -> !rule.owner().equals("works")))
                    .isEqualTo(Samples.rulebook().rules());
        }
    }

    @Test
    void only_a_rulebook_of_one_folder_can_be_bundled() throws IOException {
        Path base = new SmallRulebook().diagnosis("works", WORKS).writeTo(temporary.resolve("base"));
        Path over = new SmallRulebook()
                .diagnosis("more", WORKS)
                .without("rulebook.yaml")
                .without("steps/look.yaml")
                .writeTo(temporary.resolve("over"));

        try (Rulebook rulebook = Rulebook.open(base, over)) {
            assertThatThrownBy(() -> rulebook.writeTo(temporary.resolve("out")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    // --- rules that throw

    private static final String OVERFLOWING = "RdpSetting( name == \"gatewayhostname\", text matches \"(a|b)*c\" )";

    @Test
    void a_unit_whose_rule_throws_is_left_out_and_all_others_still_run() {
        CaseFacts facts = CaseFacts.named("long")
                .put("attempt.outcome", "works")
                .add("client.rdpSettings", Map.of("name", "gatewayhostname", "text", "ab".repeat(50_000)))
                .build();
        try (Rulebook small = new SmallRulebook()
                .diagnosis("overflows", OVERFLOWING, WORKS)
                .diagnosis("works", WORKS, "Nla( required == true )")
                .diagnosis("rests", "Deduced( name == \"long\" )", "not Deduced( name == \"long\" )\n" + WORKS)
                .deduction("long", "Deduced(\"long\")", WORKS, OVERFLOWING)
                .open()) {

            Findings findings = small.consider(facts);

            assertThat(findings.verdicts())
                    .extracting(verdict -> verdict.rule().name() + " " + verdict.state())
                    .containsExactly(
                            "long/1 ERROR",
                            "long/2 ERROR",
                            "overflows/1 ERROR",
                            "overflows/2 ERROR",
                            "rests/1 UNDECIDED",
                            "rests/2 UNDECIDED",
                            "works/1 FIRED",
                            "works/2 UNDECIDED");
            assertThat(findings.verdicts("overflows").get(0).failure()).contains("StackOverflowError");
            assertThat(findings.counts().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(8);
            assertThat(findings.verdicts()).allSatisfy(verdict -> assertThat(findings.conditions(verdict.rule()))
                    .hasSizeLessThan(4));
        }
    }

    /** A text of some thousand letters that does not end in "c" can be taken in more ways than anybody can try. */
    private static final String ENDLESS =
            "RdpSetting( name == \"gatewayhostname\", text matches \".*a.*a.*a.*a.*a.*c\" )";

    @Test
    void a_text_that_would_never_be_compared_to_the_end_leaves_out_its_rules_and_no_others() {
        CaseFacts facts = CaseFacts.named("endless")
                .put("attempt.outcome", "works")
                .add("client.rdpSettings", Map.of("name", "gatewayhostname", "text", "a".repeat(5_000) + "b"))
                .build();
        try (Rulebook small = new SmallRulebook()
                .diagnosis("endless", ENDLESS, WORKS)
                .diagnosis("not-so", ENDLESS.replace("text matches", "text != null, text not matches"))
                .diagnosis("works", WORKS)
                .open()) {

            for (Findings findings : List.of(
                    small.consider(facts),
                    small.considerWithAllUnits(facts),
                    small.consider(facts, same -> same, Runnable::run))) {
                assertThat(findings.verdicts())
                        .extracting(verdict -> verdict.rule().name() + " " + verdict.state())
                        .containsExactly("endless/1 ERROR", "endless/2 ERROR", "not-so/1 ERROR", "works/1 FIRED");
                assertThat(findings.verdicts("endless").get(0).failure()).contains("TextTooHard");
            }
        }
    }

    @Test
    void a_text_that_is_as_the_expression_says_is_found_so_at_once() {
        CaseFacts facts = CaseFacts.named("long")
                .put("attempt.outcome", "works")
                .add("client.rdpSettings", Map.of("name", "gatewayhostname", "text", "a".repeat(5_000) + "c"))
                .build();
        try (Rulebook small =
                new SmallRulebook().diagnosis("endless", ENDLESS, WORKS).open()) {

            assertThat(small.consider(facts).counts()).containsEntry(RuleState.FIRED, 2);
        }
    }

    @Test
    void a_rule_that_throws_is_no_harm_to_cases_that_do_not_reach_it() {
        CaseFacts facts = Samples.facts(
                "attempt: { outcome: works }\nclient: { rdpSettings: [ { name: gatewayhostname, text: abc } ] }");
        try (Rulebook small =
                new SmallRulebook().diagnosis("overflows", OVERFLOWING, WORKS).open()) {

            assertThat(small.consider(facts).counts()).containsEntry(RuleState.FIRED, 2);
        }
    }

    // --- many cases

    @Test
    void several_threads_get_what_one_gets() throws Exception {
        Rulebook rulebook = Samples.zoo();
        RandomCases random = new RandomCases(rulebook.rules());
        List<CaseFacts> cases = new ArrayList<>(Samples.stories());
        for (int i = 0; i < 100; i++) {
            cases.add(random.of(i));
        }
        List<String> alone =
                cases.stream().map(facts -> states(rulebook, facts)).toList();

        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<String>>> work = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                work.add(() ->
                        cases.stream().map(facts -> states(rulebook, facts)).toList());
            }
            for (Future<List<String>> future : threads.invokeAll(work)) {
                assertThat(future.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_rule_that_throws_disturbs_no_other_thread() throws Exception {
        CaseFacts overflowing = CaseFacts.named("long")
                .put("attempt.outcome", "works")
                .add("client.rdpSettings", Map.of("name", "gatewayhostname", "text", "ab".repeat(50_000)))
                .build();
        CaseFacts harmless = Samples.facts("attempt: { outcome: works }");
        try (Rulebook small = new SmallRulebook()
                .diagnosis("overflows", OVERFLOWING, WORKS)
                .diagnosis("works", WORKS)
                .open()) {
            String expected = states(small, overflowing);
            String expectedHarmless = states(small, harmless);

            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                List<Callable<Boolean>> work = new ArrayList<>();
                for (int i = 0; i < 64; i++) {
                    boolean harm = i % 4 == 0;
                    work.add(() -> harm
                            ? states(small, overflowing).equals(expected)
                            : states(small, harmless).equals(expectedHarmless));
                }
                for (Future<Boolean> future : threads.invokeAll(work)) {
                    assertThat(future.get()).isTrue();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static String states(Rulebook rulebook, CaseFacts facts) {
        StringBuilder states = new StringBuilder();
        rulebook.consider(facts).verdicts().forEach(verdict -> states.append(
                        verdict.rule().name())
                .append(' ')
                .append(verdict.state())
                .append('\n'));
        return states.toString();
    }

    @Test
    void more_choices_of_rules_than_are_kept_are_still_right() {
        int count = Engine.MOST_BASES + 6;
        SmallRulebook small = new SmallRulebook().diagnosis("overflows", OVERFLOWING);
        String[] leftSides = new String[count];
        for (int i = 0; i < count; i++) {
            leftSides[i] = "Event( viewpoint == \"host\", provider == \"P\", id == " + i + ", present == true )";
        }
        try (Rulebook rulebook = small.diagnosis("many", leftSides).open()) {
            for (boolean overflows : new boolean[] {false, true}) {
                for (int i = 0; i < count; i++) {
                    CaseFacts.Builder facts = CaseFacts.named("case-" + i)
                            .add("host.events", Map.of("provider", "P", "id", i))
                            .add("host.events", Map.of("provider", "P", "id", (i * 7 + 3) % count));
                    if (overflows) {
                        facts.add("client.rdpSettings", Map.of("name", "gatewayhostname", "text", "ab".repeat(50_000)));
                    }

                    Findings findings = rulebook.consider(facts.build());

                    List<String> fired = findings.verdicts().stream()
                            .filter(verdict -> verdict.state() == RuleState.FIRED)
                            .map(verdict -> verdict.rule().name())
                            .toList();
                    assertThat(fired).contains("many/" + (i + 1)).hasSizeBetween(1, 2);
                    assertThat(findings.counts()).containsEntry(RuleState.ERROR, overflows ? 1 : 0);
                }
            }
        }
    }

    private static SmallRulebook works() {
        return new SmallRulebook().diagnosis("works", WORKS).deduction("deduced", "Deduced(\"x\")", WORKS);
    }

    private static List<String> problems(SmallRulebook small) {
        InvalidRulebookException refused = catchThrowableOfType(InvalidRulebookException.class, small::open);
        return refused.problems().stream().map(Object::toString).toList();
    }
}
