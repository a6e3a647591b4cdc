package org.rdpdx.cli;

import java.util.function.Supplier;
import org.rdpdx.report.Messages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** In which format to answer. */
final class FormatOption {

    private final OptionSpec option = Specs.option("--format", "FORMAT", "text (default) or json");

    void addTo(CommandSpec spec) {
        spec.addOption(option);
    }

    /** The one that is asked for. */
    <T> T choose(Supplier<T> text, Supplier<T> json) {
        String word = option.getValue();
        return switch (word == null ? "text" : word) {
            case "text" -> text.get();
            case "json" -> json.get();
            default -> throw new UsageException(Messages.text("cli.unknown-format", word, "text, json"));
        };
    }
}
