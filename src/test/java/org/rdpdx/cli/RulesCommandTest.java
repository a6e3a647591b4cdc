package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;
import org.rdpdx.Stories;

class RulesCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private SmallRulebook small() {
        return SmallRulebook.in(folder)
                .cause("alpha", List.of("title: The first"), Way.of("strong", "A"), Way.against("weak", "B"))
                .cause("beta", List.of(), Way.of("moderate", "A"));
    }

    private String written() {
        return small().written().toString();
    }

    @Test
    void the_list_names_every_diagnosis_by_area_in_the_order_of_a_connection() {
        Run run = Run.of("rules", "list");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(Stories.CAUSES);
        assertThat(run.out().indexOf("vpn-slow-or-unstable"))
                .isLessThan(run.out().indexOf("host-certificate-expired"));
    }

    @Test
    void one_area_is_listed_alone() {
        Run run = Run.of("rules", "list", "--area", "certificate");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("certificate: ")
                .contains("host-certificate-expired", "machine-keys-unusable")
                .doesNotContain("vpn-slow-or-unstable");
    }

    @Test
    void another_folder_can_be_listed() {
        Run run = Run.of("rules", "list", "--rules", written());

        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "area: An area",
                        "  alpha  The first       2 rules  3 cases",
                        "  beta   The cause beta  1 rule   3 cases",
                        "",
                        "Deductions: what several rules ask for and what follows from facts",
                        "  reached  1 rule  3 cases",
                        "",
                        "2 diagnoses, 4 rules, 1 steps. \"rdpdx rules show ID\" tells about one of them.");
    }

    @Test
    void all_cases_come_as_they_should() {
        Run run = Run.of("rules", "test", "--rules", written());

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .containsExactly(
                        "alpha                             3 cases",
                        "beta                              3 cases",
                        "reached                           3 cases",
                        "",
                        "9 cases as expected, 0 not");
    }

    @Test
    void the_cases_of_named_diagnoses_and_deductions_are_run_alone() {
        String rules = written();

        assertThat(Run.of("rules", "test", "--rules", rules, "alpha").out()).endsWith("3 cases as expected, 0 not\n");
        assertThat(Run.of("rules", "test", "--rules", rules, "alpha", "reached").out())
                .endsWith("6 cases as expected, 0 not\n");
    }

    @Test
    void a_case_that_fails_is_shown_with_the_conditions_that_decided() {
        String rules = small().file("area/beta/cases.yaml", """
                        - name: a stopped service is a cause
                          facts: { host: { services: [ { name: A, state: stopped } ] } }
                          expect: fires
                          because: host.services.state
                        - { name: silent, facts: { host: { services: [ { name: A, state: stopped } ] } }, expect: silent, because: host.services.state }
                        - { name: unknown, facts: { attempt: { port: 3389 } }, expect: cannot-tell, because: host.services.state }
                        """).written().toString();

        Run run = Run.of("rules", "test", "--rules", rules);

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "area/beta/cases.yaml:1:3  case \"a stopped service is a cause\" expects \"fires\" and came as \"silent\"",
                        "Service: state == \"running\"  does not hold",
                        "8 cases as expected, 1 not");
    }

    @Test
    void an_id_that_is_gone_names_what_took_its_place() {
        String rules = small().file(
                        "retired.yaml", "retired: [ { id: omega, why: it was two things, replacedBy: alpha } ]\n")
                .written()
                .toString();

        Run run = Run.of("rules", "test", "--rules", rules, "omega");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.errors())
                .containsExactly("there is no diagnosis \"omega\" any more: it was two things; instead: alpha");
    }

    /** What rules/README.md tells authors to do: copy the template, put their own name in, run its cases. */
    @Test
    void a_copy_of_the_template_laid_over_the_bundled_rules_works_at_once() throws IOException {
        Path over = folder.resolve("over");
        copyTemplate(over.resolve("reachability/remote-desktop-service-stopped"), "remote-desktop-service-stopped");
        String[] rules = {"--rules", "bundled", "--rules", over.toString()};
        Path facts = Files.writeString(
                folder.resolve("case.yaml"), "host: { services: [ { name: TermService, state: stopped } ] }\n");

        Run list = run(List.of("rules", "list"), rules);
        Run test = run(List.of("rules", "test", "remote-desktop-service-stopped"), rules);
        Run diagnosis = run(List.of("diagnose", "--format", "json", facts.toString()), rules);

        assertThat(list.out()).contains("remote-desktop-service-stopped", "host-certificate-expired");
        assertThat(test.code()).as(test.out()).isZero();
        assertThat(diagnosis.code()).as(diagnosis.err()).isZero();
        assertThat(diagnosis.out()).contains("\"id\": \"remote-desktop-service-stopped\"");
    }

    @Test
    void what_is_laid_over_a_rulebook_may_only_add() throws IOException {
        Path over = folder.resolve("over");
        copyTemplate(over.resolve("reachability/firewall-blocks-rdp"), "firewall-blocks-rdp");

        Run run = Run.of("rules", "list", "--rules", "bundled", "--rules", over.toString());

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("\"firewall-blocks-rdp\" is used twice");
    }

    private static Run run(List<String> command, String... rules) {
        return Run.of(Stream.concat(command.stream(), Stream.of(rules)).toArray(String[]::new));
    }

    private static void copyTemplate(Path target, String id) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(Path.of("rules/v1/_template"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file).replace("_template", id);
                Files.writeString(target.resolve(file.getFileName()), text);
            }
        }
    }
}
