package org.rdpdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rdpdx.cli.Main;

/**
 * Holds what the README shows: a comment before each block says where it comes from. {@code -Drewrite=true} writes the blocks
 * anew. A command may be followed by {@code , answering } and what is typed, with commas between: it then asks about a new
 * file, and what it says before the first question is left out.
 */
final class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern BLOCK = Pattern.compile(
            "(?<head><!-- (?<kind>file|output|example): (?<lines>\\d+ lines of )?(?<what>[^\\n]*?) -->\\n```\\w*\\n)(?<body>.*?)(?<end>\\n```)",
            Pattern.DOTALL);

    @Test
    void every_block_is_what_it_says_it_is() throws IOException {
        String readme = Files.readString(README);

        String anew = BLOCK.matcher(readme)
                .replaceAll(block -> Matcher.quoteReplacement(
                        named(block.group(), "head") + content(block.group()) + named(block.group(), "end")));

        if (Boolean.getBoolean("rewrite")) {
            Files.writeString(README, anew);
            return;
        }
        assertThat(BLOCK.matcher(readme).results()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(readme).isEqualTo(anew);
    }

    private static String named(String block, String group) {
        Matcher matcher = BLOCK.matcher(block);
        assertThat(matcher.matches()).isTrue();
        String value = matcher.group(group);
        return value == null ? "" : value;
    }

    private static String content(String block) {
        String what = named(block, "what");
        return switch (named(block, "kind")) {
            case "file" -> text(Path.of(what)).stripTrailing();
            case "output" -> output(what, named(block, "lines"));
            default -> example(text(Path.of(what)));
        };
    }

    private static String output(String what, String lines) {
        List<String> parts = List.of(what.split(", answering ", -1));
        String command = parts.get(0);
        List<String> all = parts.size() == 1
                ? printed(command, "")
                : dialogue(command, parts.get(1).replace(", ", "\n") + "\n");
        int wanted = lines.isEmpty() ? all.size() : Integer.parseInt(lines.substring(0, lines.indexOf(' ')));
        String shown = String.join("\n", all.subList(0, Math.min(wanted, all.size())));
        return "$ ./rdpdx " + command + "\n" + shown + (wanted < all.size() ? "\n..." : "");
    }

    /** From the first question on; the file is made in a folder of its own. */
    private static List<String> dialogue(String command, String answers) {
        int file = command.lastIndexOf(' ') + 1;
        String folder = "target/";
        try {
            Files.deleteIfExists(Path.of(folder, command.substring(file)));
            String asked = command.substring(0, file) + folder + command.substring(file);
            List<String> all = printed(asked, answers).stream()
                    .map(line -> line.replace(folder, ""))
                    .toList();
            List<String> shown = new ArrayList<>(all.subList(all.indexOf("") + 1, all.size()));
            shown.add(0, "...");
            return shown;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static List<String> printed(String command, String input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        int code = Main.run(command.split(" ", -1), in, out, new ByteArrayOutputStream());
        assertThat(code).isZero();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String example(String source) {
        List<String> parts = List.of(source.split("// \\[example]\\n", -1));
        assertThat(parts).hasSize(3);
        return parts.get(1).stripIndent().stripTrailing();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
