package org.rdpdx.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.input.Documents;
import org.rdpdx.input.Fields;
import org.rdpdx.input.MappingNode;
import org.rdpdx.input.Node;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.input.ProblemCode.Severity;
import org.rdpdx.input.SequenceNode;
import org.rdpdx.knowledge.InvalidRulebookException;
import org.rdpdx.report.ProblemFormat;
import org.rdpdx.rulebook.Rulebook;

/**
 * Each file of {@code src/test/resources/check} is named after a kind of problem and holds pairs: files that have it and
 * files that have not, laid over the small rulebook in {@code _rulebook}.
 */
class RulebookCheckTest {

    private static final Path PAIRS = Path.of("src/test/resources/check");
    private static final Pattern SAYS = Pattern.compile("(?m)^  says:.*(\\n    - .*)*");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private record Pair(Map<String, String> bad, List<String> says, Map<String, String> good) {}

    @TestFactory
    Stream<DynamicTest> what_is_wrong_is_found_and_what_is_right_is_not() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files()) {
            String code = file.getFileName().toString().replace(".yaml", "");
            List<Pair> pairs = pairs(file);
            for (int i = 0; i < pairs.size(); i++) {
                Pair pair = pairs.get(i);
                int number = i;
                tests.add(DynamicTest.dynamicTest(code + " " + (i + 1), () -> {
                    List<String> bad = found(pair.bad(), code, folder.resolve(code + number + "-bad"));
                    List<String> good = found(pair.good(), code, folder.resolve(code + number + "-good"));

                    if (Boolean.getBoolean("rewrite")) {
                        rewrite(file, number, bad);
                    } else {
                        assertThat(bad).containsExactlyElementsOf(pair.says());
                    }
                    assertThat(bad).isNotEmpty();
                    assertThat(good).isEmpty();
                }));
            }
        }
        return tests.stream();
    }

    @Test
    void every_check_has_its_pairs() throws IOException {
        Set<String> wanted = Arrays.stream(ProblemCode.values())
                .filter(code -> code.compareTo(ProblemCode.NEVER_TRUE) >= 0)
                .map(ProblemCode::key)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = files().stream()
                .map(file -> file.getFileName().toString().replace(".yaml", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(there).containsAll(wanted).hasSizeGreaterThan(50);
    }

    @Test
    void the_small_rulebook_has_nothing_wrong() throws IOException {
        assertThat(problems(Map.of(), folder)).isEmpty();
    }

    @Test
    void the_rulebook_that_comes_with_it_has_nothing_wrong() {
        try (Rulebook rulebook = Rulebook.open(Path.of("rules/v1"))) {
            assertThat(RulebookCheck.of(rulebook))
                    .filteredOn(problem -> problem.code().severity() != Severity.INFORMATION)
                    .isEmpty();
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(PAIRS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Pair> pairs(Path file) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        for (Node document : Documents.read(file.toString(), Files.readAllBytes(file), problems)) {
            for (Node item : ((SequenceNode) document).items()) {
                Fields fields = Fields.of((MappingNode) item, problems);
                pairs.add(new Pair(texts(fields, "bad"), fields.texts("says"), texts(fields, "good")));
                fields.end();
            }
        }
        assertThat(problems).isEmpty();
        return pairs;
    }

    private static Map<String, String> texts(Fields fields, String key) {
        Map<String, String> texts = new TreeMap<>();
        fields.map(key).ifPresent(map -> map.keys()
                .forEach(path ->
                        texts.put(path, map.map().get(path).orElseThrow().shown())));
        return texts;
    }

    /** What is found; a rule that is exchanged for a moment need not fit the cases of the small rulebook. */
    private static List<String> found(Map<String, String> laidOver, String code, Path folder) throws IOException {
        List<Problem> problems = problems(laidOver, folder).stream()
                .filter(problem -> problem.code() != ProblemCode.BECAUSE_NOT_READ || code.equals("because-not-read"))
                .filter(problem -> problem.code() != ProblemCode.READ_BY_ONE || code.equals("read-by-one"))
                .toList();
        StringBuilder text = new StringBuilder();
        ProblemFormat.text().write(problems, text);
        return text.toString().replace(folder + "/", "").lines().toList();
    }

    private static List<Problem> problems(Map<String, String> laidOver, Path folder) throws IOException {
        SmallCheckedRulebook.write(folder, laidOver);
        try (Rulebook rulebook = Rulebook.open(folder)) {
            return RulebookCheck.of(rulebook);
        } catch (InvalidRulebookException refused) {
            return refused.problems();
        }
    }

    private static synchronized void rewrite(Path file, int number, List<String> says) throws IOException {
        String text = Files.readString(file);
        Matcher matcher = SAYS.matcher(text);
        for (int i = 0; i <= number; i++) {
            assertThat(matcher.find()).isTrue();
        }
        String lines = says.stream()
                .map(line -> "\n    - '" + line.replace("'", "''") + "'")
                .collect(Collectors.joining());
        Files.writeString(file, text.substring(0, matcher.start()) + "  says:" + lines + text.substring(matcher.end()));
    }
}
