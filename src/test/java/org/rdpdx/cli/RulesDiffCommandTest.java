package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;

class RulesDiffCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private SmallRulebook rules(String name) {
        return SmallRulebook.in(folder.resolve(name));
    }

    private String old() {
        return rules("old")
                .cause("alpha", List.of("title: The first"), Way.of("decisive", "A"), Way.of("weak", "B"))
                .cause("beta", List.of(), Way.of("strong", "A"))
                .cause("gamma", List.of(), Way.of("weak", "C"))
                .cause("omega", List.of(), Way.of("weak", "D"))
                .step("mend", "minutes: 5")
                .written()
                .toString();
    }

    private Path facts() throws IOException {
        Path cases = Files.createDirectories(folder.resolve("cases"));
        Files.writeString(
                cases.resolve("a.yaml"),
                "case: A-1\nhost: { services: [ { name: A, state: running, startType: manual } ] }\n");
        Files.writeString(cases.resolve("z.yaml"), "case: Z-1\nhost: { services: [ { name: Z, state: running } ] }\n");
        return cases;
    }

    private static String without(String text) {
        return text.replaceAll("\\([0-9a-f]{12}\\)", "(HASH)");
    }

    @Test
    void a_reviewer_reads_what_changed_and_for_which_cases_and_why() throws IOException {
        String now = rules("now")
                .cause(
                        "alpha",
                        List.of("title: The very first", "frequency: rare", "steps: [ { use: mend, cures: usually } ]"),
                        Way.of("decisive", "A"),
                        Way.of("moderate", "B"))
                .cause("beta", List.of(), Way.of("strong", "A"))
                .cause("delta", List.of(), Way.of("weak", "C"))
                .cause("new", List.of("title: A new one"), Way.of("strong", "N"))
                .step("mend", "minutes: 10")
                .file(
                        "retired.yaml",
                        "retired: [ { id: gamma, why: a better name, replacedBy: delta }, { id: omega, why: never seen } ]\n")
                .written()
                .toString();
        Path rule = Path.of(now, "area/alpha/rule.drl");
        Files.writeString(
                rule,
                Files.readString(rule)
                        .replace(
                                "name == \"A\", state == \"running\"",
                                "name == \"A\", state == \"running\", startType == \"disabled\"")
                        .replace("alpha/a\"", "alpha/a\" // a comment changes nothing\n"));

        Run run = Run.of("rules", "diff", old(), now, "--on", facts().toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(without(run.out()))
                .isEqualTo("""
                From rulebook 1.0.0 (HASH) to 1.0.0 (HASH)

                CHANGED: diagnosis alpha
                  The very first
                  Words
                    title: The first -> The very first
                  Weight
                    frequency: common -> rare
                  Steps
                    steps:
                      - look
                      + mend (cures usually)
                  Rule alpha/a
                    + Service: startType == "disabled"
                  Rule alpha/b
                    @strength: weak -> moderate

                RENAMED: diagnosis gamma is delta now: a better name
                  The cause delta
                  Words
                    title: The cause gamma -> The cause delta

                ADDED: diagnosis new
                  A new one
                  rule new/n
                    + Service( viewpoint == "host", name == "N", state == "running" )

                RETIRED: diagnosis omega: never seen
                  The cause omega
                  rule omega/d
                    - Service( viewpoint == "host", name == "D", state == "running" )

                ADDED: step mend
                  The step mend

                Cases: 2 looked at, 1 of them get another answer

                  A-1, from %s
                    First cause: alpha -> beta
                    alpha: confirmed (99 %%) -> unlikely (1 %%)
                    Because
                      alpha: how common it is: common (-2.5) -> rare (-4.5)
                      alpha/a (decisive): fired -> contradicted
                        the new one stops at: startType == "disabled"  area/alpha/rule.drl:6
                        now: host.services[A].startType is manual  %s:2
                """.formatted(folder.resolve("cases/a.yaml"), folder.resolve("cases/a.yaml")));
    }

    @Test
    void the_same_rules_have_no_difference_whether_in_a_folder_or_packed() {
        String old = old();
        String jar = folder.resolve("old.jar").toString();
        Run.of("rules", "pack", old, "-o", jar);

        Run run = Run.of("rules", "diff", old, jar, "--fail-on-change");

        assertThat(run.code()).isZero();
        assertThat(without(run.out()))
                .isEqualTo("From rulebook 1.0.0 (HASH) to 1.0.0 (HASH)\nThe files are the same.\n");
    }

    @Test
    void comments_and_spaces_are_no_difference_of_the_rules() throws IOException {
        String old = old();
        String now = changed("// a comment\n", "alpha/a\"", "alpha/a\" ");

        Run run = Run.of("rules", "diff", old, now);

        assertThat(without(run.out()))
                .isEqualTo("From rulebook 1.0.0 (HASH) to 1.0.0 (HASH)\n"
                        + "The files differ, but no rule, card or step does: only cases, comments, spaces or other"
                        + " files.\n");
    }

    /** The old rules under another name, with a text of a rule exchanged. */
    private String changed(String before, String text, String other) throws IOException {
        Path now = SmallRulebook.in(folder.resolve("changed"))
                .cause("alpha", List.of("title: The first"), Way.of("decisive", "A"), Way.of("weak", "B"))
                .cause("beta", List.of(), Way.of("strong", "A"))
                .cause("gamma", List.of(), Way.of("weak", "C"))
                .cause("omega", List.of(), Way.of("weak", "D"))
                .step("mend", "minutes: 5")
                .written();
        Path rule = now.resolve("area/alpha/rule.drl");
        String was = Files.readString(rule);
        assertThat(was).contains(text);
        Files.writeString(rule, before + was.replace(text, other));
        return now.toString();
    }

    @Test
    void a_change_can_fail_a_run_for_cases_or_for_rules() throws IOException {
        String old = old();
        String now = changed("", "name == \"B\"", "name == \"BB\"");
        String cases = facts().toString();

        assertThat(Run.of("rules", "diff", old, now).code()).isZero();
        assertThat(Run.of("rules", "diff", old, now, "--fail-on-change").code()).isEqualTo(6);
        assertThat(Run.of("rules", "diff", old, now, "--fail-on-change", "--on", cases)
                        .code())
                .isZero();
        String strong = changed("", "name == \"A\"", "name == \"Q\"");
        assertThat(Run.of("rules", "diff", old, strong, "--fail-on-change", "--on", cases)
                        .code())
                .isEqualTo(6);
    }

    @Test
    void a_property_that_nobody_observed_is_named() throws IOException {
        String now = changed("", "state == \"running\"", "state == \"running\", accountIsDefault == false");

        Run run = Run.of("rules", "diff", old(), now, "--on", facts().toString());

        assertThat(run.out())
                .contains("alpha/a (decisive): fired -> undecided\n")
                .contains("the new one stops at: ")
                .contains("not known: host.services[A].accountIsDefault\n");
    }

    @Test
    void a_fact_file_that_is_wrong_is_told_and_the_others_are_compared() throws IOException {
        Path cases = facts();
        Files.writeString(cases.resolve("b.yaml"), "case: B\nhots: {}\n");

        Run run = Run.of("rules", "diff", old(), "bundled", "--on", cases.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("Cases: 2 looked at").contains("alpha: confirmed (99 %) -> not there");
        assertThat(run.err()).contains("b.yaml:2:1").contains("hots");
    }

    @Test
    void json_says_the_same() throws IOException {
        Run run = Run.of(
                "rules",
                "diff",
                old(),
                changed("", "name == \"A\"", "name == \"Q\""),
                "--format",
                "json",
                "--on",
                facts().toString());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("\"kind\": \"diagnosis\"", "\"fate\": \"changed\"", "\"name\": \"alpha/a\"")
                .contains("Service: name == \\\"A\\\"", "\"firstBefore\": \"alpha\"", "\"firstAfter\": \"beta\"")
                .contains("\"case\": \"A-1\"", "\"deciding\": {")
                .doesNotContain("Z-1");
    }

    @Test
    void what_is_not_there_or_not_said_is_told() {
        assertThat(Run.of("rules", "diff", "nowhere", "bundled"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(4))
                .satisfies(run -> assertThat(run.err()).startsWith("nowhere"));
        assertThat(Run.of("rules", "diff", "bundled", "bundled", "--on", folder.toString()))
                .satisfies(run -> assertThat(run.code()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).isEqualTo("there is no fact file in " + folder + "\n"));
        assertThat(Run.of("rules", "diff", "bundled").code()).isEqualTo(2);
    }
}
