package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "diagnose",
                "ask",
                "verify",
                "next",
                "why",
                "why-not",
                "what-if",
                "code",
                "facts",
                "facts list",
                "facts schema",
                "facts check",
                "facts template",
                "facts script",
                "rules",
                "rules list",
                "rules new",
                "rules check",
                "rules test",
                "rules docs",
                "rules pack",
                "rules schema",
                "rules show",
                "rules diff"
            })
    void the_help_of_a_command_opens_with_an_example_and_lists_the_exit_codes(String command) {
        String[] arguments = Stream.concat(
                        Stream.of(command.split(" ")).filter(word -> !word.isEmpty()), Stream.of("-h"))
                .toArray(String[]::new);

        Run run = Run.of(arguments);

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Example: rdpdx " + command).contains("Exit codes:");
        assertThat(Stream.of(ExitCode.values()))
                .allSatisfy(code -> assertThat(run.out()).containsPattern("(?m)^  " + code.number() + "  \\S.*$"));
        assertThat(run.out()).contains("of several files: the first of 1, 3, 6, 0 that occurred");
        assertThat(run.out()).contains("of several causes of `verify`: the first of 8, 7, 9, 0 that occurred");
    }

    @Test
    void without_a_command_the_help_is_shown_and_the_run_has_failed() {
        Run run = Run.of();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Example: rdpdx ", "diagnose", "verify", "facts", "rules", "name a command");
    }

    @Test
    void the_version_names_program_rulebook_and_java() {
        Run run = Run.of("--version");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .hasSize(3)
                .satisfiesExactly(
                        program -> assertThat(program).startsWith("rdpdx "),
                        rulebook -> assertThat(rulebook).matches("rulebook \\S+ \\([0-9a-f]{12}\\)"),
                        java -> assertThat(java).startsWith("java "));
    }
}
