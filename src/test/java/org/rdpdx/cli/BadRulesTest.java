package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;

/** Rules that would never come to an end, or are larger than any rule is. */
class BadRulesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path rules = Path.of("");

    @BeforeEach
    void write_a_rulebook() {
        rules = SmallRulebook.in(folder.resolve("rules"))
                .cause("alpha", List.of(), Way.of("strong", "A"))
                .written();
    }

    @TestFactory
    Stream<DynamicTest> a_file_of_five_megabytes_is_refused_with_the_most_it_may_hold() {
        return Stream.of("area/alpha/rule.drl", "area/alpha/diagnosis.yaml", "area/alpha/cases.yaml", "steps/look.yaml")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Path file = rules.resolve(name);
                    String whole = Files.readString(file);
                    String remark = name.endsWith(".drl") ? "// more\n" : "# more\n";
                    Files.writeString(file, whole + remark.repeat(5_000_000 / remark.length()));

                    for (String how : List.of("check", "test")) {
                        Run run = Run.of("rules", how, "--rules", rules.toString());

                        assertThat(run.code()).isEqualTo(4);
                        assertThat(run.out() + run.err())
                                .contains(file.toString())
                                .contains("this file is larger than 1048576 bytes, and no file of facts or rules is;"
                                        + " check whether it is the right file");
                    }
                    Files.writeString(file, whole);
                }));
    }

    @Test
    void deductions_that_feed_each_other_are_refused() throws IOException {
        deduction("one", "Deduced(\"one\")", "Deduced( name == \"two\" )");
        deduction("two", "Deduced(\"two\")", "Deduced( name == \"one\" )");

        Run run = Run.of("rules", "check", "--rules", rules.toString());

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out().lines().toList())
                .containsExactly(
                        rules + "/deductions/one/rule.drl:3:1  error: the deduction \"one\" rests on what it makes"
                                + " itself; let it rest on observed facts, or on deductions that do not come back to it",
                        "the rulebook cannot be used; found: 1 error");
    }

    @Test
    void a_case_whose_text_would_never_be_compared_to_the_end_fails_with_its_name_and_the_reason() throws IOException {
        Path rule = rules.resolve("area/alpha/rule.drl");
        Files.writeString(
                rule,
                Files.readString(rule)
                        .replace("when ", "when\n    RdpSetting( text matches \".*a.*a.*a.*a.*a.*c\" )\n    "));
        Path cases = rules.resolve("area/alpha/cases.yaml");
        Files.writeString(cases, """

                - name: a text without end
                  rule: alpha/a
                  facts:
                    host: { services: [ { name: A, state: running } ] }
                    client: { rdpSettings: [ { name: gatewayhostname, text: %s } ] }
                  expect: silent
                  because: host.services[A].state
                """.formatted("a".repeat(5_000)), java.nio.file.StandardOpenOption.APPEND);

        Run run = Run.of("rules", "test", "alpha", "--rules", rules.toString());

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.out())
                .contains("case \"a text without end\" expects \"silent\" and came as \"error\"\n")
                .contains(
                        "    the rule was left out: to compare a text of the case with its expression would take too long;"
                                + " write it with fewer repetitions such as .*, and none inside another\n");
    }

    private void deduction(String id, String made, String when) throws IOException {
        Path own = Files.createDirectories(rules.resolve("deductions").resolve(id));
        Files.writeString(own.resolve("rule.drl"), """
                package rules;
                import org.rdpdx.facts.kind.*;
                rule "%s" when %s then insertLogical(new %s); end
                """.formatted(id, when, made));
        Files.writeString(own.resolve("cases.yaml"), """
                - { name: it fires, facts: { attempt: { outcome: works } }, expect: fires, because: attempt.outcome }
                - { name: it is silent, facts: { attempt: { outcome: fails } }, expect: silent, because: attempt.outcome }
                - { name: nobody looked, facts: { attempt: { port: 3389 } }, expect: cannot-tell, because: attempt.outcome }
                """);
    }
}
