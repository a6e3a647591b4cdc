package org.rdpdx.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RealFilesTest {

    private static final Path REAL = Path.of("src/test/resources/real");

    @TestFactory
    Stream<DynamicTest> every_real_case_is_read_without_a_problem() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(REAL)) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSize(195);

        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    FactFile.ReadResult result = FactFile.readAll(List.of(file), InputStream.nullInputStream());

                    assertThat(result.problems()).isEmpty();
                    assertThat(result.cases()).singleElement().satisfies(facts -> {
                        assertThat(facts.name() + ".yaml")
                                .isEqualTo(file.getFileName().toString());
                        assertThat(facts.facts()).isNotEmpty();
                        assertThat(facts.facts()).allSatisfy(fact -> assertEveryValueHasAnOrigin(facts, fact));
                    });
                }));
    }

    @Test
    void a_folder_is_read_as_its_files_are() {
        FactFile.ReadResult folder = FactFile.readAll(List.of(REAL), InputStream.nullInputStream());

        assertThat(folder.refused()).isEmpty();
        assertThat(folder.cases()).hasSize(195).extracting(CaseFacts::name).isSorted();
    }

    static void assertEveryValueHasAnOrigin(CaseFacts facts, Fact fact) {
        for (Property property : fact.factKind().properties()) {
            Object value = fact.value(property.name());
            assertThat(facts.origin(fact, property.name()).isPresent()).isEqualTo(value != null);
            if (value != null) {
                assertThat(value).isInstanceOf(property.javaType());
                Origin origin = facts.origin(fact, property.name()).orElseThrow();
                assertThat(origin.place().line()).isPositive();
                assertThat(origin.place().column()).isPositive();
                assertThat(facts.files()).contains(origin.place().file());
            }
        }
    }
}
