package org.rdpdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rdpdx.cli.Main;

/**
 * Holds what the README shows: a comment before each block says where it comes from. {@code -Drewrite=true} writes the blocks
 * anew.
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

    private static String output(String command, String lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] arguments = command.split(" ", -1);
        int code = Main.run(arguments, new ByteArrayInputStream(new byte[0]), out, new ByteArrayOutputStream());
        assertThat(code).isZero();
        List<String> all = out.toString(StandardCharsets.UTF_8).lines().toList();
        int wanted = lines.isEmpty() ? all.size() : Integer.parseInt(lines.substring(0, lines.indexOf(' ')));
        String shown = String.join("\n", all.subList(0, Math.min(wanted, all.size())));
        return "$ ./rdpdx " + command + "\n" + shown + (wanted < all.size() ? "\n..." : "");
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
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
