package org.rdpdx.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rdpdx.facts.ValueType;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

class MessagesTest {

    private static final Place PLACE = new Place("case-17.yaml", 12, 7);
    private static final Pattern ASKED =
            Pattern.compile("Messages\\s*\\.(text|unknown)\\(\\s*(?:[^()\"]*\\? )?\"([a-z][\\w.-]+)\"");

    private record Row(Problem problem, String sentence) {}

    @Test
    void the_catalogue_is_read_as_properties_are() throws IOException {
        String catalogue = Files.readString(Path.of("src/main/resources/org/rdpdx/report/messages.properties"));
        String hard = """
                # a=comment
                  spaced = out
                colon: one
                ends=here \\
                    and there
                goes=on \\
                and=there
                empty=
                escaped\\=key=value
                twice=one
                twice=two
                blank= leading
                alone
                last=one""";
        for (String text : List.of(catalogue, hard, hard.replace("\n", "\r\n"), "")) {
            Properties expected = new Properties();
            expected.load(new StringReader(text));

            assertThat(Messages.read(text)).isEqualTo(expected);
        }
    }

    @Test
    void a_problem_says_where_what_and_what_to_do() {
        Problem problem = Problem.of(ProblemCode.UNKNOWN_KEY, PLACE, "adress").remedy(List.of("address"));

        assertThat(Messages.of(problem))
                .isEqualTo("case-17.yaml:12:7  unknown key \"adress\"; did you mean \"address\"?");
    }

    @Test
    void several_nearest_words_are_a_choice() {
        Problem problem =
                Problem.of(ProblemCode.UNKNOWN_KEY, PLACE, "stat").remedy(List.of("state", "status", "start"));

        assertThat(Messages.sentence(problem))
                .isEqualTo("unknown key \"stat\"; did you mean \"state\", \"status\" or \"start\"?");
    }

    @Test
    void what_a_program_said_has_no_line() {
        Problem problem = Problem.of(ProblemCode.DERIVED, new Place("embedded", 0, 0), "secondsFromAttempt");

        assertThat(Messages.of(problem)).startsWith("embedded  \"secondsFromAttempt\" is worked out");
    }

    @Test
    void what_is_wrong_with_a_file_as_a_whole_has_no_line() {
        Problem problem = Problem.of(ProblemCode.NO_SUCH_FILE, Place.startOf("case-17.yaml"));

        assertThat(Messages.of(problem))
                .isEqualTo("case-17.yaml  there is no such file or folder; check its name and the folder you are in");
    }

    @Test
    void what_is_written_in_a_file_cannot_move_the_cursor() {
        Problem problem = Problem.of(ProblemCode.UNKNOWN_KEY, PLACE, "\u001b[2Jred\nkey\u202e");

        assertThat(Messages.of(problem))
                .contains("unknown key \"[2Jred key\"")
                .doesNotContain("\u001b", "\n", "\u202e");
    }

    @Test
    void a_very_long_value_is_cut() {
        Problem problem = Problem.of(ProblemCode.UNKNOWN_KEY, PLACE, "x".repeat(5000));

        assertThat(Messages.of(problem)).hasSizeLessThan(400).contains("x...\"");
    }

    @TestFactory
    Stream<DynamicTest> the_sentence_of_every_problem_is_as_the_table_says() {
        return table().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.problem().code().key() + " " + row.problem().what(),
                        () -> assertThat(Messages.sentence(row.problem())).isEqualTo(row.sentence())));
    }

    @Test
    void the_table_holds_every_kind_of_problem() {
        Set<ProblemCode> missing = EnumSet.allOf(ProblemCode.class);

        table().forEach(row -> missing.remove(row.problem().code()));

        assertThat(missing).isEmpty();
    }

    @Test
    void every_sentence_of_a_problem_is_used() {
        Set<String> used = new TreeSet<>();
        for (Row row : table()) {
            used.add(Messages.whatKey(row.problem()));
            used.add(Messages.remedyKey(row.problem()));
        }
        Set<String> written = new TreeSet<>(Messages.keys());
        written.removeIf(key -> !ofProblem(key));

        assertThat(used).containsAll(written);
    }

    @Test
    void every_type_of_value_has_its_words() {
        Set<String> wanted = new TreeSet<>(Set.of("type.map", "type.list", "type.set", "type.date"));
        Arrays.stream(ValueType.values()).forEach(type -> wanted.add("type." + type.key()));
        Set<String> written = new TreeSet<>(Messages.keys());
        written.removeIf(key -> !key.startsWith("type."));

        assertThat(written).isEqualTo(wanted);
    }

    @Test
    void no_other_words_are_unused() throws IOException {
        String sources = sources();
        List<String> unused = new ArrayList<>();
        for (String key : Messages.keys()) {
            String base = key.replaceFirst("\\.(what|remedy|remedy\\.none)$", "");
            boolean asked = sources.contains("\"" + key + "\"") || sources.contains("\"" + base + "\"");
            if (!asked && !ofProblem(key) && !key.startsWith("type.") && !key.startsWith("reason.")) {
                unused.add(key);
            }
        }

        assertThat(unused).isEmpty();
    }

    @Test
    void no_words_that_are_asked_for_are_missing() throws IOException {
        List<String> missing = new ArrayList<>();
        Matcher asked = ASKED.matcher(sources());
        while (asked.find()) {
            String key = asked.group(2);
            boolean there = asked.group(1).equals("text")
                    ? Messages.has(key)
                    : Messages.has(key + ".what")
                            && Messages.has(key + ".remedy")
                            && Messages.has(key + ".remedy.none");
            if (!there) {
                missing.add(key);
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void words_that_are_not_there_are_a_bug_of_ours() {
        assertThatThrownBy(() -> Messages.text("no.such.words"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no.such.words");
        assertThatThrownBy(() -> Messages.text("text.why.of")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_unknown_word_is_told_with_those_near_it() {
        assertThat(Messages.unknown("cli.unknown-kind", "certificat", List.of("certificate")))
                .isEqualTo("there is no kind of fact \"certificat\"; did you mean \"certificate\"?");
        assertThat(Messages.unknown("cli.unknown-kind", "zzz", List.of()))
                .isEqualTo("there is no kind of fact \"zzz\"; \"rdpdx facts list\" shows all");
    }

    private static boolean ofProblem(String key) {
        return Arrays.stream(ProblemCode.values()).anyMatch(code -> key.startsWith(code.key() + "."));
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                all.append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private static List<Row> table() {
        List<Row> rows = new ArrayList<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(Path.of("src/test/resources/report/sentences.txt"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        lines = lines.stream().filter(line -> !line.startsWith("#")).toList();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            rows.add(new Row(problem(lines.get(i)), lines.get(i + 1).strip()));
        }
        return rows;
    }

    private static Problem problem(String line) {
        String[] halves = line.split(" -> ", 2);
        String[] what = halves[0].split(" \\| ?", -1);
        ProblemCode code =
                ProblemCode.valueOf(what[0].strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        List<String> arguments = new ArrayList<>();
        Arrays.stream(what).skip(1).map(String::strip).forEach(arguments::add);
        List<String> remedy = halves.length == 1 ? List.of() : List.of(halves[1].split(" \\| "));
        return new Problem(code, PLACE, arguments, remedy);
    }
}
