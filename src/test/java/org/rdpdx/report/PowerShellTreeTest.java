package org.rdpdx.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the grammar tells right from wrong, so that what it lets pass means something. */
class PowerShellTreeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foreach ($name in 'a', 'b') { Get-Item -LiteralPath $name | Where-Object { $_.Length -gt 0 } }",
                "function Test-It([string] $name, $rest = @()) { try { [int] $name } catch { throw } finally { $null } }",
                "@{ a = if ($x -eq 1) { 'one' } else { $null }; 'b' = @{ 0 = $true }[$y] }",
                "$a, $b = $text -split '-', 2"
            })
    void what_is_right_has_no_mistakes(String text) {
        assertThat(PowerShellTree.of(text).mistakes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foreach ($name in 'a', 'b') { Get-Item -LiteralPath $name ",
                "if ($x -eq 1 { 'one' }",
                "@{ a = 1, ; b = 2 }",
                "'not closed",
                "function { 1 }"
            })
    void what_is_wrong_has_some(String text) {
        assertThat(PowerShellTree.of(text).mistakes()).isNotEmpty();
    }

    @Test
    void a_part_of_the_text_is_found_by_what_the_grammar_calls_it() {
        PowerShellTree tree = PowerShellTree.of("# one\nGet-Item \u00e4 | Sort-Object\n");

        assertThat(tree.root().all("command_name"))
                .extracting(PowerShellTree.Node::text)
                .containsExactly("Get-Item", "Sort-Object");
        assertThat(tree.root().all("command_name").get(1).line()).isEqualTo(2);
    }
}
