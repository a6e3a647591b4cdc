package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;
import org.rdpdx.report.RuleSheets;
import org.rdpdx.rulebook.Rulebook;

class RulesShowCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String rules() {
        return SmallRulebook.in(folder)
                .cause(
                        "alpha",
                        List.of(
                                "title: The first",
                                "lookAlikes: [ { id: beta, tellApart: Beta is otherwise. } ]",
                                "falsePositives: [ Somebody was wrong. ]",
                                "steps: [ { use: look }, { use: mend, cures: usually } ]"),
                        Way.of("strong", "A").sees("it"),
                        Way.of("weak", "B").sees("it"),
                        Way.against("decisive", "C"))
                .cause("beta", List.of(), Way.of("moderate", "A"))
                .step("mend", "needs: [ look ]")
                .file("retired.yaml", "retired: [ { id: gamma, why: it was alpha, replacedBy: alpha } ]\n")
                .written()
                .toString();
    }

    @Test
    void a_diagnosis_is_told_as_a_whole() {
        Run run = Run.of("rules", "show", "alpha", "--rules", rules());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        String glossary = run.out()
                .lines()
                .filter(line -> line.startsWith("  services.state: "))
                .findFirst()
                .orElseThrow();
        assertThat(run.out()).isEqualTo("""
                The first (alpha)
                  Area area: An area. How common: common. Shows while the connection is at: negotiation, tls.
                  Status: stable, since next.

                Why
                  It is so.

                What speaks for it
                  Each of these is enough to count. The number is what it adds to the log-odds of the cause, from
                  the one table of weights; decisive means that it ties the fault to this very attempt.
                  a  (strong, +3.0)
                      service A on the host: state is running
                      sees the same as b; of these only the strongest counts
                  b  (weak, +0.5)
                      service B on the host: state is running
                      sees the same as a; of these only the strongest counts

                What speaks against it
                  c  (decisive, -7.0)
                      service C on the host: state is running

                What the words mean
                %s

                What to do
                  The step look (look)
                      [on the host, as administrator, 5 min, only looks]
                  The step mend (mend)
                      [on the host, as administrator, 5 min, can be taken back]
                      cures usually (chance 80 %%)

                Looks the same from afar
                  The cause beta (beta)
                      Beta is otherwise.

                When this speaks though it is not the cause
                  Somebody was wrong.

                Cases (3)
                  fires (1)
                      it fires
                  silent (1)
                      it is silent
                  cannot-tell (1)
                      nobody looked

                Sources
                  https://example.com/, read 2026-11-22
                      so
                """.formatted(glossary));
    }

    @Test
    void a_step_a_deduction_and_what_is_retired_can_be_shown_too() {
        String rules = rules();

        assertThat(Run.of("rules", "show", "mend", "--rules", rules).out())
                .startsWith("The step mend (mend)\n  [on the host, as administrator, 5 min, can be taken back]\n")
                .contains("How to take it back\n  Take mend back.\n")
                .contains("Has to come before it\n  The step look (look)\n")
                .contains("Belongs to the cures of\n  The first (alpha)\n      cures usually (chance 80 %)\n");
        assertThat(Run.of("rules", "show", "reached", "--rules", rules).out()).startsWith("""
                        Deduction reached

                        It follows if one of these holds
                          end: the attempt got as far as: later
                              the attempt: outcome is works
                        """);
        assertThat(Run.of("rules", "show", "gamma", "--rules", rules).out())
                .startsWith("gamma is retired: it was alpha\n  Instead there is alpha:\n\nThe first (alpha)\n");
    }

    @Test
    void a_slip_is_answered_with_what_may_be_meant() {
        Run slip = Run.of("rules", "show", "alhpa", "--rules", rules());
        Run nonsense = Run.of("rules", "show", "xyzzy-plugh-quux", "--rules", folder.toString());
        Run format = Run.of("rules", "show", "alpha", "--rules", folder.toString(), "--format", "html");

        assertThat(slip.code()).isEqualTo(2);
        assertThat(slip.err())
                .isEqualTo("there is no diagnosis, deduction or step \"alhpa\"; did you mean \"alpha\"?\n");
        assertThat(nonsense.err())
                .isEqualTo("there is no diagnosis, deduction or step \"xyzzy-plugh-quux\"; \"rdpdx rules list\" shows"
                        + " all diagnoses\n");
        assertThat(format.err()).isEqualTo("there is no format \"html\"; the formats are text, markdown, json\n");
    }

    @Test
    void markdown_is_for_a_wiki() {
        Run list = Run.of("rules", "list", "--rules", rules(), "--format", "markdown");
        Run show = Run.of("rules", "show", "alpha", "--rules", folder.toString(), "--format", "markdown");

        assertThat(list.out()).startsWith("# Rulebook 1.0.0 (").contains("""

                        ## area: An area

                        | Id | Title | Rules | Cases |
                        |---|---|---|---|
                        | alpha | The first | 3 rules | 3 cases |
                        """);
        assertThat(show.out())
                .startsWith("# The first (alpha)\n\nArea area: An area.")
                .contains("\n## What speaks for it\n\nEach of these")
                .contains("\n- a (strong, +3.0)\n  - service A on the host: state is running\n");
    }

    @TestFactory
    Stream<DynamicTest> everything_that_is_shipped_can_be_shown_in_every_format() {
        // opened once: to read all its cases takes a second
        Rulebook bundled = Rulebook.bundled();
        return RuleSheets.ids(bundled).stream()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    for (RuleSheets.Format format : RuleSheets.Format.values()) {
                        StringBuilder out = new StringBuilder();
                        RuleSheets.show(bundled, id, format, 80, false, out);
                        assertThat(out).contains(id);
                        if (format == RuleSheets.Format.JSON) {
                            assertIsJson(out.toString());
                        }
                        if (format == RuleSheets.Format.TEXT) {
                            // commands may say $null and /dev/null, addresses of pages null-passwords
                            assertThat(out.toString())
                                    .doesNotContain("==", "Optional[")
                                    .doesNotContainPattern("(?<![$/-])\\bnull\\b(?!-)");
                        }
                    }
                }));
    }

    @Test
    void the_list_as_json_counts_what_belongs_to_each() throws IOException {
        Run run = Run.of("rules", "list", "--format", "json", "--area", "certificate");

        assertThat(run.code()).isZero();
        assertIsJson(run.out());
        assertThat(run.out())
                .contains("\"id\": \"host-certificate-expired\"", "\"ways\": ", "\"cases\": ", "\"steps\": ")
                .doesNotContain("firewall-blocks-rdp");
    }

    private static void assertIsJson(String text) throws IOException {
        int depth = 0;
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                depth += parser.currentToken().isStructStart()
                        ? 1
                        : parser.currentToken().isStructEnd() ? -1 : 0;
            }
        }
        assertThat(depth).isZero();
        assertThat(text).endsWith("}\n");
    }
}
