package org.rdpdx.cli;

import org.rdpdx.report.Messages;
import org.rdpdx.report.RuleSheets;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** In which format to show what a rulebook holds. */
final class SheetOption {

    private final OptionSpec option = Specs.option("--format", "FORMAT", "text (default), markdown or json");

    void addTo(CommandSpec spec) {
        spec.addOption(option);
    }

    RuleSheets.Format chosen() {
        String word = option.getValue();
        return switch (word == null ? "text" : word) {
            case "text" -> RuleSheets.Format.TEXT;
            case "markdown" -> RuleSheets.Format.MARKDOWN;
            case "json" -> RuleSheets.Format.JSON;
            default -> throw new UsageException(Messages.text("cli.unknown-format", word, "text, markdown, json"));
        };
    }
}
