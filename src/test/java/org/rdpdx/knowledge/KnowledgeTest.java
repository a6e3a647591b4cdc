package org.rdpdx.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.input.Documents;
import org.rdpdx.input.Node;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.input.StoredTree;

class KnowledgeTest {

    private static final Area AREA = new Area("certificate", "Certificate", List.of(Phase.NEGOTIATION, Phase.TLS));

    private static final String STEP = """
            title: Renew the certificate
            where: host
            class: service-restart
            action: Delete it and restart the service
            command: |
              Restart-Service TermService
              Get-Service TermService

            policy: { owner: host.securityLayer.setBy, action: Change the policy }
            privilege: administrator
            minutes: 5
            downtimeMinutes: 1
            cutsAccess: true
            verify: There is a new one
            undo: Import the old one
            needs: [look]
            sources: [ { url: "https://example.org/a", checked: 2026-11-22, says: It is made anew } ]
            """;

    private static final String CARD = """
            title: The certificate has expired
            why: Clients refuse it.
            frequency: occasional
            steps:
              - { use: look }
              - { use: renew, cures: usually }
            lookAlikes: [ { id: keys, tellApart: The key can be read. } ]
            explains: [handshake]
            falsePositives: [Somebody plays with the clock.]
            sources: [ { url: "https://example.org/b", checked: 2026-11-22 } ]
            since: next
            status: stable
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    @Test
    void a_card_says_what_a_diagnosis_means_and_what_to_do() {
        Card card = card(CARD);

        assertThat(card.id()).isEqualTo("expired");
        assertThat(card.area()).isEqualTo("certificate");
        assertThat(card.title()).isEqualTo("The certificate has expired");
        assertThat(card.frequency()).isEqualTo(Frequency.OCCASIONAL);
        assertThat(card.remedies())
                .containsExactly(new Card.Remedy("look", null, null), new Card.Remedy("renew", null, Cures.USUALLY));
        assertThat(card.lookAlikes()).containsExactly(new LookAlike("keys", "The key can be read."));
        assertThat(card.explains()).containsExactly("handshake");
        assertThat(card.falsePositives()).containsExactly("Somebody plays with the clock.");
        assertThat(card.sources())
                .containsExactly(new Source("https://example.org/b", LocalDate.of(2026, 11, 22), "", List.of()));
        assertThat(card.since()).isEqualTo("next");
        assertThat(card.status()).isEqualTo("stable");
        assertThat(Cause.of(card).title()).isEqualTo(card.title());
    }

    @Test
    void a_card_has_the_phases_of_its_area_unless_it_says_others() {
        assertThat(card(CARD).phases()).containsExactly(Phase.NEGOTIATION, Phase.TLS);
        assertThat(card(CARD + "stages: [tcp]\n").phases()).containsExactly(Phase.TCP);
    }

    @Test
    void a_step_says_where_how_and_what_it_may_cost() {
        Step step = Knowledge.step("renew", document("renew.yaml", STEP));

        assertThat(step.id()).isEqualTo("renew");
        assertThat(step.where()).isEqualTo("host");
        assertThat(step.kind()).isEqualTo(StepClass.SERVICE_RESTART);
        assertThat(step.command()).contains("Restart-Service TermService\nGet-Service TermService");
        assertThat(step.policy())
                .contains(new Step.PolicyVariant("host.securityLayer.setBy", "Change the policy", Optional.empty()));
        assertThat(step.minutes()).isEqualTo(5);
        assertThat(step.downtimeMinutes()).isEqualTo(1);
        assertThat(step.cutsAccess()).isTrue();
        assertThat(step.temporaryMinutes()).isEmpty();
        assertThat(step.undo()).contains("Import the old one");
        assertThat(step.needs()).containsExactly("look");
    }

    @Test
    void a_step_can_be_written_in_the_card() {
        Card card = card(CARD.replace("  - { use: look }\n", "  - id: own\n    cures: sometimes\n" + STEP.indent(4)));

        Card.Remedy own = card.remedies().get(0);
        assertThat(own.stepId()).isEqualTo("own");
        assertThat(own.curing()).contains(Cures.SOMETIMES);
        assertThat(own.inline()).isEqualTo(Knowledge.step("own", document("renew.yaml", STEP)));
    }

    @Test
    void only_a_check_needs_no_undo() {
        String withoutUndo = STEP.replace("undo: Import the old one\n", "");

        assertThat(problemsOfStep(withoutUndo)).containsExactly("step.yaml:3:8 undo-missing [service-restart] []");
        assertThat(Knowledge.step("s", document("step.yaml", withoutUndo.replace("service-restart", "check")))
                        .undo())
                .isEmpty();
    }

    @Test
    void what_weakens_security_says_for_how_long() {
        String weakening = STEP.replace("service-restart", "weakens-security");

        assertThat(problemsOfStep(weakening)).containsExactly("step.yaml:3:8 end-missing [weakens-security] []");
        assertThat(Knowledge.step("s", document("step.yaml", weakening + "temporaryMinutes: 15\n"))
                        .temporaryMinutes())
                .contains(15);
    }

    @Test
    void everything_that_is_wrong_with_a_step_is_said_at_once() {
        String wrong = STEP.replace("where: host", "where: hots")
                .replace("minutes: 5", "minutes: five")
                .replace("cutsAccess: true", "cutsAccess: maybe")
                .replace("2026-11-22", "yesterday")
                .replace("privilege: administrator\n", "")
                .replace("verify:", "verfy:");

        assertThat(problemsOfStep(wrong))
                .containsExactlyInAnyOrder(
                        "step.yaml:1:1 missing-key [privilege] []",
                        "step.yaml:1:1 missing-key [verify] []",
                        "step.yaml:2:8 unknown-word [where, hots] [host]",
                        "step.yaml:10:10 wrong-type [minutes, int, five] []",
                        "step.yaml:12:13 wrong-type [cutsAccess, flag, maybe] []",
                        "step.yaml:13:1 unknown-key [verfy] [verify]",
                        "step.yaml:16:53 wrong-type [checked, date, yesterday] []");
    }

    @Test
    void a_card_without_steps_or_sources_is_refused() {
        String wrong = CARD.replace("  - { use: look }\n", "")
                .replace("steps:\n  - { use: renew, cures: usually }\n", "")
                .replace("sources: [ { url: \"https://example.org/b\", checked: 2026-11-22 } ]\n", "");

        InvalidRulebookException refused = catchThrowableOfType(InvalidRulebookException.class, () -> card(wrong));

        assertThat(refused.problems())
                .extracting(Object::toString)
                .containsExactly("card.yaml:1:1 missing-key [sources] []", "card.yaml:1:1 missing-key [steps] []");
    }

    @Test
    void two_documents_in_a_file_are_one_too_many() {
        List<Problem> problems = new ArrayList<>();

        CardReader.document("card.yaml", bytes(CARD + "---\n" + CARD), problems);

        assertThat(problems).extracting(problem -> problem.code()).containsExactly(ProblemCode.SEVERAL_DOCUMENTS);
    }

    @Test
    void every_word_leads_back_to_its_constant() {
        for (Phase phase : Phase.values()) {
            assertThat(Phase.of(phase.word())).contains(phase);
        }
        for (Strength strength : Strength.values()) {
            assertThat(Strength.of(strength.word())).contains(strength);
        }
        assertThat(Phase.of("nowhere")).isEmpty();
        assertThat(Strength.of("STRONG")).isEmpty();
        assertThat(Arrays.stream(StepClass.values()).map(StepClass::word))
                .containsExactly("check", "reversible", "service-restart", "reboot", "weakens-security");
        assertThat(Arrays.stream(RuleCase.Expected.values()).map(RuleCase.Expected::word))
                .containsExactly("fires", "silent", "cannot-tell");
        assertThat(Phase.words())
                .containsExactly(
                        "name",
                        "tcp",
                        "negotiation",
                        "tls",
                        "credentials",
                        "authorization",
                        "licensing",
                        "session",
                        "desktop",
                        "later");
    }

    @Test
    void a_weight_that_is_not_in_the_table_is_a_fault_of_ours() {
        Weights empty = new Weights(Map.of(), Map.of(), Strength.STRONG, Map.of(), 0.9, 0.6, 0.2);

        assertThatThrownBy(() -> empty.of(Frequency.COMMON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_layer_holds_the_files_below_a_folder() throws IOException {
        Files.createDirectories(temporary.resolve("rules/v1/area/.hidden"));
        Files.writeString(temporary.resolve("rules/v1/rulebook.yaml"), "x");
        Files.writeString(temporary.resolve("rules/v1/area/.hidden/rule.drl"), "x");
        Files.writeString(temporary.resolve("rules/v1/area/rule.drl"), "y");
        Files.write(temporary.resolve("rules/v1/area/large.yaml"), new byte[(int) Layer.MOST_BYTES + 1]);
        List<Problem> problems = new ArrayList<>();

        Layer layer = Layer.of(temporary.resolve("rules"), problems);

        assertThat(layer.files().keySet()).containsExactly("area/rule.drl", "rulebook.yaml");
        assertThat(layer.shown("rulebook.yaml")).isEqualTo(temporary + "/rules/v1/rulebook.yaml");
        assertThat(problems)
                .extracting(Problem::code, problem -> problem.place().file())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        ProblemCode.TOO_LARGE, temporary + "/rules/v1/area/large.yaml"));
    }

    @Test
    void a_case_has_facts_and_what_must_come_of_them() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("rulebook.yaml", bytes("""
                version: 1.0.0
                vocabulary: 1
                areas: {}
                weights:
                  prior: { common: -2.5, occasional: -3.5, rare: -4.5 }
                  strength: { decisive: 7, strong: 3, moderate: 1.5, weak: 0.5 }
                  stageGate: strong
                  cures: { usually: 0.8, often: 0.5, sometimes: 0.2 }
                  likelihood: { confirmed: 0.9, likely: 0.6, possible: 0.2 }
                """));
        files.put("deductions/seen/rule.drl", bytes("package rules;\n"));
        files.put("deductions/seen/cases.yaml", bytes("""
                - name: It works
                  facts: { attempt: { outcome: works } }
                  rule: seen/one
                  expect: fires
                  because: attempt.outcome
                - { name: It fails, facts: { attempt: { outcome: fails } }, expect: silent, because: attempt.outcome }
                - { name: Nobody looked, facts: {}, expect: cannot-tell, because: attempt.outcome }
                """));
        List<Problem> problems = new ArrayList<>();

        Knowledge knowledge = Knowledge.read(List.of(new Layer("small", files)), problems);

        assertThat(problems).isEmpty();
        assertThat(knowledge.cases())
                .extracting(RuleCase::expect)
                .containsExactly(RuleCase.Expected.FIRES, RuleCase.Expected.SILENT, RuleCase.Expected.CANNOT_TELL);
        RuleCase first = knowledge.cases().get(0);
        assertThat(first.owner()).isEqualTo("seen");
        assertThat(first.rule()).contains("seen/one");
        assertThat(first.because()).isEqualTo("attempt.outcome");
        assertThat(first.place()).hasToString("small/deductions/seen/cases.yaml:1:3");
        assertThat(first.facts().text("attempt.outcome")).contains("works");
        assertThat(knowledge.rules().get("seen"))
                .isEqualTo(new Knowledge.RuleFile(
                        "seen",
                        "deductions/seen/rule.drl",
                        "small/deductions/seen/rule.drl",
                        "package rules;\n",
                        true));
        assertThat(knowledge.header().weights().of(Strength.DECISIVE)).isEqualTo(7);
    }

    private static Card card(String yaml) {
        return Knowledge.card("expired", AREA, document("card.yaml", yaml));
    }

    /** The document of a file, as it is kept and read again. */
    private static Node document(String file, String yaml) {
        try {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            StoredTree.write(
                    Documents.read(file, bytes(yaml), new ArrayList<>()).get(0), new DataOutputStream(kept));
            return StoredTree.read(file, new DataInputStream(new ByteArrayInputStream(kept.toByteArray())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<String> problemsOfStep(String yaml) {
        InvalidRulebookException refused = catchThrowableOfType(
                InvalidRulebookException.class, () -> Knowledge.step("s", document("step.yaml", yaml)));
        return refused.problems().stream().map(Object::toString).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_code_stands_in_its_table_once() {
        String table = """
                table: primary
                title: Primary codes
                where: In the dialog of the client
                checked: 2026-11-22
                codes:
                  - { code: 0x904, says: Socket closed, surety: observed, sources: ["https://example.org/a"] }
                  - { code: 0x904, symbol: OTHER, says: Socket closed, surety: observed, sources: ["https://example.org/a"] }
                  - { code: 2308, says: Closed, surety: observed, sources: ["https://example.org/a"] }
                """;
        List<Problem> problems = new ArrayList<>();
        Node document = Documents.read("codes/primary.yaml", table.getBytes(StandardCharsets.UTF_8), problems)
                .get(0);

        Codes codes = Codes.read(Map.of("codes/primary.yaml", document), problems);

        assertThat(codes.tables().get(0).codes()).hasSize(3);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.DUPLICATE_KEY);
            assertThat(problem.place().line()).isEqualTo(8);
        });
    }
}
