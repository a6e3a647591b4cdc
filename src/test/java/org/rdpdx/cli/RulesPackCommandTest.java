package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;

class RulesPackCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path rules() {
        return SmallRulebook.in(folder.resolve("rules"))
                .cause("alpha", List.of("title: The first"), Way.of("strong", "A"))
                .written();
    }

    private String jar() {
        return folder.resolve("my-rules.jar").toString();
    }

    private Path facts() throws IOException {
        return Files.writeString(
                folder.resolve("case.yaml"), "case: C\nhost: { services: [ { name: A, state: running } ] }\n");
    }

    @Test
    void a_packed_rulebook_stands_for_its_folder_in_every_command() throws IOException {
        String rules = rules().toString();

        Run packing = Run.of("rules", "pack", rules, "-o", jar());

        assertThat(packing.err()).isEmpty();
        assertThat(packing.code()).isZero();
        assertThat(packing.out())
                .matches("packed rulebook 1\\.0\\.0 \\([0-9a-f]{12}\\) into \\S+my-rules\\.jar: 7 files, \\d+ bytes\n");
        String facts = facts().toString();
        for (List<String> command : List.of(
                List.of("rules", "list"),
                List.of("rules", "test"),
                List.of("rules", "check"),
                List.of("diagnose", facts),
                List.of("why-not", facts, "alpha"),
                List.of("next", facts))) {
            assertThat(with(command, jar()).replace(jar(), rules)).isEqualTo(with(command, rules));
        }
        assertThat(Run.of("rules", "check", jar()).out())
                .contains("\nrulebook 1.0.0: 1 diagnoses, 2 rules, 6 cases; found: ");
    }

    private static String with(List<String> command, String rules) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--rules", rules));
        Run run = Run.of(all.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run.out().replace(rules + "!", rules);
    }

    @Test
    void an_addition_is_packed_and_laid_over_the_rules_it_adds_to() throws IOException {
        Path addition = Files.createDirectories(folder.resolve("addition"));
        Path from = rules().resolve("area/alpha");
        Path to = Files.createDirectories(addition.resolve("client/alpha"));
        for (String file : List.of("rule.drl", "cases.yaml")) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
        Files.writeString(
                to.resolve("diagnosis.yaml"),
                Files.readString(from.resolve("diagnosis.yaml")).replace("use: look ", "use: compare-clocks "));

        Run packing = Run.of("rules", "pack", addition.toString(), "-o", jar(), "--as", "2.1");
        Run list = Run.of("rules", "list", "--rules", "bundled", "--rules", jar());

        assertThat(packing.err()).isEmpty();
        assertThat(packing.out()).startsWith("packed rulebook 2.1 (");
        assertThat(list.out()).contains("alpha", "host-certificate-expired");
        assertThat(Run.of("rules", "list", "--rules", jar()).err())
                .contains("my-rules.jar!/rulebook.yaml  a rulebook needs this file, and it is not there");
    }

    @Test
    void slips_are_told_and_nothing_is_written() throws IOException {
        String rules = rules().toString();
        Path other = Files.writeString(folder.resolve("other.jar"), "my thesis");

        assertRefused("say by -o which file to write, such as -o my-rules.jar", rules);
        assertRefused("rules.txt is no name for a rulebook in one file; end it with .jar", rules, "-o", "rules.txt");
        assertRefused(folder + " is a folder; name a file in it", rules, "-o", folder.toString());
        assertRefused(
                other + " is there already and is no rulebook, so it is left alone; name another file",
                rules,
                "-o",
                other.toString());
        assertRefused(
                rules + "/x.jar would lie inside the rules that are packed; name a file elsewhere",
                rules,
                "-o",
                rules + "/x.jar");
        assertRefused("nowhere is not there; name the folder of rules to pack", "nowhere", "-o", jar());
        assertRefused(
                "rulebook.yaml says the version of this rulebook, so leave out --as", rules, "-o", jar(), "--as", "3");
        assertRefused(
                rules + "/steps has no rulebook.yaml, so it is packed as an addition to other rules; say its version"
                        + " by --as, such as --as 1.0.0",
                rules + "/steps",
                "-o",
                jar());
        assertRefused(
                "\"soon\" is no version; write numbers and dots, such as 1.2.0",
                rules,
                "-o",
                jar(),
                "--minimum",
                "soon");
        assertRefused(
                "\"rules\" is no Maven group and artifact; write them with a colon between, such as"
                        + " com.example:rdp-rules",
                rules,
                "-o",
                jar(),
                "--artifact",
                "rules");
        assertThat(Path.of(jar())).doesNotExist();
        assertThat(other).hasContent("my thesis");
    }

    private static void assertRefused(String message, String... arguments) {
        List<String> all = new ArrayList<>(List.of("rules", "pack"));
        all.addAll(List.of(arguments));
        Run run = Run.of(all.toArray(String[]::new));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo(message + "\n");
    }

    @Test
    void rules_that_are_wrong_are_not_packed() throws IOException {
        Path rules = rules();
        Files.writeString(rules.resolve("area/alpha/stray.txt"), "x");

        Run run = Run.of("rules", "pack", rules.toString(), "-o", jar());

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("area/alpha/stray.txt  nothing reads");
        assertThat(Path.of(jar())).doesNotExist();
    }

    @Test
    void a_damaged_file_and_a_newer_one_are_refused_in_one_line() throws IOException {
        Run.of("rules", "pack", rules().toString(), "-o", jar(), "--minimum", "0.0.1");
        Path file = Path.of(jar());
        byte[] packed = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(packed, packed.length - 100));

        Run run = Run.of("diagnose", facts().toString(), "--rules", jar());

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(jar() + ":1:1  is no rulebook in one file, or a damaged one; name a folder of rules, or a"
                        + " file that \"rdpdx rules pack\" made; if it did make it, get it again\n");
    }

    @Test
    void without_a_compiler_a_packed_rulebook_runs_and_a_folder_is_refused() throws Exception {
        Path rules = rules();
        Run.of("rules", "pack", rules.toString(), "-o", jar());
        String facts = facts().toString();

        String packed = withoutCompiler(0, "diagnose", facts, "--rules", jar());
        String refused = withoutCompiler(4, "diagnose", facts, "--rules", rules.toString());
        breakCompiled();
        String stale = withoutCompiler(4, "diagnose", facts, "--rules", jar());

        assertThat(packed).contains("The first (alpha)");
        assertThat(refused)
                .contains("rule.drl:1:1  has to be compiled, and this Java has no compiler; use a JDK instead of a JRE,"
                        + " or a rulebook in one file that was packed with this rdpdx");
        assertThat(stale.lines()).singleElement().satisfies(line -> assertThat(line)
                .startsWith(jar() + ":1:1  was packed for Drools ")
                .endsWith("and not for what runs here; and there is no Java compiler to compile its rules anew; use a"
                        + " JDK instead of a JRE, or pack it with this rdpdx"));
    }

    /** As if another edition had compiled them: their text has another key there. */
    private void breakCompiled() throws IOException {
        try (var jar = java.nio.file.FileSystems.newFileSystem(Path.of(jar()))) {
            List<Path> units;
            try (var all = Files.list(jar.getPath("compiled"))) {
                units = all.toList();
            }
            for (Path unit : units) {
                Files.move(unit, unit.resolveSibling("0" + unit.getFileName()));
            }
        }
    }

    private String withoutCompiler(int code, String... arguments) throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(part -> !part.contains("ecj"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.se,jdk.unsupported",
                "-cp",
                classPath,
                "org.rdpdx.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).describedAs(said).isEqualTo(code);
        return said;
    }
}
