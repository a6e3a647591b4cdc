package org.rdpdx.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.facts.InvalidFactFileException;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.knowledge.Cause;

class VocabularyTextTest {

    /** What can be wrong with a placeholder that nobody filled in. */
    private static final Set<ProblemCode> UNFILLED = Set.of(
            ProblemCode.WRONG_TYPE, ProblemCode.UNKNOWN_WORD, ProblemCode.UNKNOWN_MESSAGE, ProblemCode.DISPLAY_NAME);

    private static String list(Optional<Kind> kind, int width) throws IOException {
        StringBuilder out = new StringBuilder();
        VocabularyText.list(kind, width, out);
        return out.toString();
    }

    private static String template(Optional<String> diagnosis) throws IOException {
        StringBuilder out = new StringBuilder();
        VocabularyText.template(diagnosis, Sample.RULEBOOK, out);
        return out.toString();
    }

    private static List<CaseFacts> read(Path folder, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("case.yaml"), text, StandardCharsets.UTF_8);
        return FactFile.read(List.of(file));
    }

    @Test
    void the_list_has_every_kind_property_and_word() throws IOException {
        String list = list(Optional.empty(), 100);

        for (Kind kind : Vocabulary.kinds()) {
            assertThat(list).contains(kind.key() + ": ");
            for (Property property : kind.ownProperties()) {
                assertThat(list).contains("    " + property.name() + "  ");
                property.words().forEach(word -> assertThat(list).contains(word));
            }
        }
    }

    @Test
    void the_list_of_one_kind_says_how_to_collect_it() throws IOException {
        String list = list(Optional.of(Vocabulary.require("nla")), 80);

        assertThat(list)
                .startsWith("nla: Network Level Authentication\n  [under host; one map]\n    required  flag: ")
                .contains("  To collect required, setBy, policyFrom:\n")
                .contains("Get-CimInstance");
    }

    @Test
    void no_line_of_the_list_is_longer_than_the_terminal() throws IOException {
        assertThat(list(Optional.empty(), 60).lines()).allMatch(line -> line.length() <= 60);
    }

    @Test
    void only_the_case_of_a_template_is_said(@TempDir Path folder) throws IOException {
        for (Optional<String> diagnosis : diagnoses()) {
            List<CaseFacts> cases = read(folder, template(diagnosis));

            assertThat(cases).hasSize(1);
            assertThat(cases.get(0).name()).isEqualTo("CASE-1");
            assertThat(cases.get(0).facts()).isEmpty();
        }
    }

    @Test
    void a_template_with_everything_said_is_wrong_only_where_nothing_was_filled_in(@TempDir Path folder)
            throws IOException {
        for (Optional<String> diagnosis : diagnoses()) {
            String said = template(diagnosis)
                    .lines()
                    .map(line -> line.startsWith("# ") ? line.substring(2) : line)
                    .collect(Collectors.joining("\n"));

            assertThatThrownBy(() -> read(folder, said))
                    .isInstanceOfSatisfying(InvalidFactFileException.class, refused -> {
                        List<Problem> others = refused.problems().stream()
                                .filter(problem -> !UNFILLED.contains(problem.code()))
                                .toList();
                        assertThat(others).isEmpty();
                    });
        }
    }

    @Test
    void a_template_for_a_diagnosis_asks_for_what_its_rules_read() throws IOException {
        assertThat(template(Optional.of("expired")))
                .contains("\n# attempt:\n", "\n#   message: <message>\n", "\n#   at: <time>\n")
                .contains(
                        "\n# host:\n",
                        "\n#   certificate:\n",
                        "\n#     validity: <word>\n",
                        "\n#     notAfter: <time>\n")
                .contains("\n#     - id: 36870\n", "\n#       provider: Schannel\n", "\n#       status: <code>\n")
                .contains("\n#     - name: TermService\n", "(one of running, stopped, ")
                .doesNotContain("keyStore", "secondsFromAttempt:");
    }

    @Test
    void a_template_for_all_asks_for_every_kind() throws IOException {
        String template = template(Optional.empty());

        for (Kind kind : Vocabulary.kinds()) {
            if (!kind.deduced()) {
                assertThat(template).containsPattern("(?m)^# +" + kind.key() + ":$");
            }
        }
    }

    @Test
    void there_is_no_template_for_what_is_no_diagnosis() {
        assertThatThrownBy(() -> template(Optional.of("zzz"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Optional<String>> diagnoses() {
        List<Optional<String>> all = new ArrayList<>();
        all.add(Optional.empty());
        Sample.RULEBOOK.causes().stream().map(Cause::id).map(Optional::of).forEach(all::add);
        return all;
    }
}
