package org.rdpdx.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;

class RulePackagerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_rulebook_is_packed_to_the_same_bytes_each_time() throws IOException {
        String rules = SmallRulebook.in(folder.resolve("rules"))
                .cause("alpha", List.of(), Way.of("strong", "A"))
                .written()
                .toString();

        RulePackager.main(new String[] {rules, folder.resolve("one").toString()});
        RulePackager.main(new String[] {rules, folder.resolve("two").toString()});

        Map<String, byte[]> one = files(folder.resolve("one"));
        Map<String, byte[]> two = files(folder.resolve("two"));
        assertThat(one).isNotEmpty();
        assertThat(two.keySet()).isEqualTo(one.keySet());
        assertThat(one)
                .allSatisfy((name, bytes) -> assertThat(two.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void a_rulebook_that_is_wrong_fails_the_build_with_everything_that_is_wrong() {
        String rules = SmallRulebook.in(folder.resolve("rules"))
                .cause("alpha", List.of("frequency: often", "status: done"), Way.of("strong", "A"))
                .written()
                .toString();

        assertThatThrownBy(() -> RulePackager.main(new String[] {rules, folder.toString()}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the rulebook is refused:\n")
                .hasMessageContaining("diagnosis.yaml:3:12  \"often\" is no word for \"frequency\"")
                .hasMessageContaining("\"done\" is no word for \"status\"");
    }

    private static Map<String, byte[]> files(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
