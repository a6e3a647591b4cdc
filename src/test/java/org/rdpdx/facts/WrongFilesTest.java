package org.rdpdx.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

/** Each file of the folder is wrong in one way or several; {@code expected.txt} beside them says in which. */
class WrongFilesTest {

    private static final Path WRONG = Path.of("src/test/resources/facts/wrong");

    @TestFactory
    Stream<DynamicTest> every_wrong_file_is_refused_with_all_that_is_wrong_with_it() throws IOException {
        List<String> expected = Files.readAllLines(WRONG.resolve("expected.txt"));

        return files().stream()
                .map(file -> DynamicTest.dynamicTest(file, () -> {
                    List<String> problems = problemsOf(file);

                    assertThat(problems)
                            .isEqualTo(expected.stream()
                                    .filter(line -> line.startsWith(file + ":"))
                                    .toList());
                    assertThat(problems).isNotEmpty();
                }));
    }

    @Test
    void the_table_speaks_of_no_other_files() throws IOException {
        List<String> files = files();

        assertThat(Files.readAllLines(WRONG.resolve("expected.txt")))
                .allSatisfy(line -> assertThat(files).contains(line.substring(0, line.indexOf(':'))));
    }

    @Test
    void every_kind_of_problem_that_a_fact_file_can_have_is_shown_by_one() throws IOException {
        Set<ProblemCode> shown = EnumSet.noneOf(ProblemCode.class);
        for (String file : files()) {
            read(file).problems().forEach(problem -> shown.add(problem.code()));
        }

        Set<ProblemCode> ofFacts = EnumSet.range(ProblemCode.EMPTY_FILE, ProblemCode.EMPTY_LIST);
        ofFacts.remove(ProblemCode.TOO_LARGE);
        assertThat(shown).containsAll(ofFacts);
    }

    @Test
    void reading_wrong_files_only_is_refused_as_a_whole() throws IOException {
        List<Path> all = files().stream().map(WRONG::resolve).toList();

        assertThatThrownBy(() -> FactFile.read(all))
                .isInstanceOfSatisfying(
                        InvalidFactFileException.class,
                        refused -> assertThat(refused.problems()).isSorted().hasSizeGreaterThan(all.size()));
    }

    @Test
    void every_problem_has_a_place_in_its_file() throws IOException {
        for (String file : files()) {
            assertThat(read(file).problems()).allSatisfy(problem -> {
                assertThat(problem.place().line()).isPositive();
                assertThat(problem.place().column()).isPositive();
            });
        }
    }

    private static List<String> problemsOf(String file) {
        List<String> problems = new ArrayList<>();
        String folder = WRONG.toString().replace('\\', '/') + "/";
        for (Problem problem : read(file).problems()) {
            problems.add(problem.toString().replace(folder, ""));
        }
        return problems;
    }

    private static FactFile.ReadResult read(String file) {
        return FactFile.readAll(List.of(WRONG.resolve(file)), InputStream.nullInputStream());
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(WRONG)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }
}
