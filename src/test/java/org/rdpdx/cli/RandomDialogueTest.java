package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.facts.FactPaths;

/** Whatever is answered, the dialogue ends, asks for nothing that is known, and leaves a file that is right. */
class RandomDialogueTest {

    private static final int DIALOGUES = 24;
    private static final int MOST_ANSWERS = 1000;

    private static final List<String> COMMANDS = List.of(
            "d", "why", "back", "cannot no-tool", "cannot", "absent", "help", "none", "zzz", "\"", "no gateway");

    /** Somebody who reads the last question and answers at random. */
    private static final class Person extends InputStream {
        private static final Pattern QUESTION =
                Pattern.compile("(?:^|\n)([a-zA-Z]+(?:\\.[a-zA-Z]+)?(?:\\[[^\\n]*?])?(?:\\.[a-zA-Z]+)?)"
                        + "((?: \\(provider [^()]*\\))?) \\(([^()]*)\\)[^>]*\n> $");
        private static final Pattern CHOICE = Pattern.compile("one of ([^()]*)");

        private final Random random;
        private final ByteArrayOutputStream said;
        private final Path file;
        private int answers;

        Person(long seed, ByteArrayOutputStream said, Path file) {
            this.random = new Random(seed);
            this.said = said;
            this.file = file;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            answers++;
            assertThat(answers).as("answers").isLessThan(MOST_ANSWERS);
            if (random.nextInt(100) == 0) {
                return -1;
            }
            byte[] line = (answer() + "\n").getBytes(StandardCharsets.UTF_8);
            System.arraycopy(line, 0, bytes, offset, line.length);
            return line.length;
        }

        private String answer() {
            String all = said.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
            Matcher question = QUESTION.matcher(all.substring(Math.max(0, all.length() - 3000)));
            if (!question.find()) {
                return all.endsWith("machine-unreachable)\n> ") ? "no-tool" : "d";
            }
            String path = question.group(1);
            if (question.group(2).isEmpty() && !path.endsWith(".provider")) {
                CaseFacts facts = FactFile.read(List.of(file)).get(0);
                // what names one more thing of a list has a value of another already
                boolean naming = FactPaths.about(path)
                        .filter(about -> about.property() != null
                                && about.kind().naming().contains(about.property()))
                        .isPresent();
                assertThat(naming || facts.value(path).isEmpty()).as(path).isTrue();
            }
            return random.nextInt(5) == 0
                    ? one(COMMANDS)
                    : value(question.group(3).replace("\n", " "));
        }

        private String one(List<String> words) {
            return words.get(random.nextInt(words.size()));
        }

        private String value(String expected) {
            Matcher choice = CHOICE.matcher(expected);
            if (choice.find()) {
                String word = one(List.of(choice.group(1).split(", ")));
                return expected.startsWith("several") ? one(List.of("none", word, word + "," + word)) : word;
            }
            if (expected.contains("yes or no")) {
                return one(List.of("yes", "no", "true", "N"));
            }
            if (expected.contains("a code")) {
                return one(List.of("0x904", "7", "-2146893043", "0x80090304", "904h"));
            }
            if (expected.contains("a time")) {
                return one(List.of("2026-11-20T09:14:00Z", "2026-11", "yesterday", "2026-11-20T09:14:00"));
            }
            return one(List.of("1", "20", "300", "2.5", "Some name: [x] # \"y\" \\ é", "tcp-only", "S-1-5-18"));
        }
    }

    @Test
    void every_dialogue_ends_and_leaves_a_right_file(@TempDir Path folder) throws Exception {
        int finished = 0;
        for (int seed = 0; seed < DIALOGUES; seed++) {
            Path file = folder.resolve("case-" + seed + ".yaml");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            String[] ask = {"ask", file.toString(), "--rules", "bundled"};

            int code = Main.run(ask, new Person(seed, out, file), out, err, Run.MORNING);

            String said = out.toString(StandardCharsets.UTF_8);
            assertThat(err.toString(StandardCharsets.UTF_8)).as("seed %s", seed).isEmpty();
            assertThat(code).isZero();
            assertThat(FactFile.read(List.of(file))).as(Files.readString(file)).hasSize(1);
            if (!said.contains("Stopped. What was said")) {
                finished++;
                Run diagnosed = Run.of("diagnose", file.toString(), "--rules", "bundled");
                String verdict = diagnosed
                        .out()
                        .substring(0, diagnosed.out().indexOf("\nCase "))
                        .lines()
                        .findFirst()
                        .orElseThrow();
                assertThat(said).as("seed %s", seed).contains("\n" + verdict);
            }
        }

        assertThat(finished).isBetween(3, DIALOGUES);
    }
}
