package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;

@Timeout(300)
class RulesWatchCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private Path rules = Path.of("");

    @BeforeEach
    void write_a_rulebook() {
        rules = SmallRulebook.in(folder.resolve("rules"))
                .cause("alpha", List.of(), Way.of("strong", "A"))
                .cause("beta", List.of(), Way.of("strong", "B"))
                .written();
    }

    @AfterEach
    void end_what_was_started() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void each_save_is_answered_however_the_editor_writes_and_two_watches_answer_alike() throws Exception {
        BufferedReader one = watch();
        BufferedReader other = watch();
        for (BufferedReader watch : List.of(one, other)) {
            assertThat(watch.readLine()).isEqualTo("Watching " + rules + ": 2 diagnoses. Ctrl+C ends it.");
        }
        Path file = rules.resolve("area/alpha/rule.drl");
        String text = Files.readString(file);

        // cut off and written anew
        Files.writeString(file, text.replace("\"running\"", "\"stopped\""));
        for (BufferedReader watch : List.of(one, other)) {
            assertThat(until(watch, "alpha: ")).endsWith("alpha: 1 cases as expected, 2 not");
        }

        // written beside it and renamed
        Path beside = Files.writeString(rules.resolve("area/alpha/.rule.drl.new"), text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (BufferedReader watch : List.of(one, other)) {
            assertThat(until(watch, "alpha: ")).endsWith("alpha: 3 cases as expected");
        }

        // a mistake of syntax, and mended
        Files.writeString(file, text.replace("when", "wen"));
        assertThat(until(one, "wrong")).contains("not run for that: alpha");
        Files.writeString(file, text);
        assertThat(until(one, "alpha: ")).endsWith("alpha: 3 cases as expected");

        // a folder more
        SmallRulebook.in(rules).cause("gamma", List.of(), Way.of("weak", "C")).written();
        assertThat(until(one, "gamma: ")).contains("3 cases as expected");
    }

    @Test
    void a_watch_that_is_killed_leaves_no_half_file_and_the_next_run_is_right() throws Exception {
        for (boolean forcibly : new boolean[] {true, false}) {
            BufferedReader watch = watch();
            watch.readLine();
            Path file = rules.resolve("area/beta/rule.drl");
            Files.writeString(file, Files.readString(file) + "// " + forcibly + "\n");
            Process process = started.get(started.size() - 1);
            // while it reads and compiles
            Thread.sleep(30);
            if (forcibly) {
                process.destroyForcibly();
            } else {
                process.destroy();
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(files(rules))
                    .allMatch(name -> name.matches("(rule\\.drl|(diagnosis|cases|look|rulebook)\\.yaml)"));
            Process next = process("rules", "test", "beta", "--rules", rules.toString());
            assertThat(new String(next.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .endsWith("3 cases as expected, 0 not\n");
            assertThat(next.waitFor()).isZero();
        }
    }

    @Test
    void what_is_no_folder_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("rules.jar"), "x");

        assertThat(Run.of("rules", "watch", "--rules", file.toString()).errors())
                .first()
                .asString()
                .isEqualTo(file + " is no folder; watching needs one in which rules are written");
        assertThat(Run.of("rules", "watch", "--rules", "bundled").errors())
                .first()
                .asString()
                .isEqualTo("there is no rules/v1 here to watch; go to the folder that holds it, or name one with"
                        + " --rules");
    }

    @Test
    void an_id_that_is_not_there_is_refused_with_those_near_it() {
        Run run = Run.of("rules", "watch", "alpa", "--rules", rules.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("did you mean \"alpha\"?");
    }

    private BufferedReader watch() throws IOException {
        return process("rules", "watch", "--rules", rules.toString()).inputReader(StandardCharsets.UTF_8);
    }

    private Process process(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** The next line that says so. */
    private static String until(BufferedReader lines, String part) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(part) && !line.startsWith("    ") && !line.contains("case \"")) {
                return line;
            }
        }
        throw new AssertionError("ended before " + part);
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
