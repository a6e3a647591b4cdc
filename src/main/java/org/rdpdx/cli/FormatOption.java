package org.rdpdx.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.rdpdx.report.Messages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** In which format to answer. */
final class FormatOption {

    private final OptionSpec option;

    FormatOption() {
        this("text (default) or json");
    }

    FormatOption(String words) {
        option = Specs.option("--format", "FORMAT", words);
    }

    void addTo(CommandSpec spec) {
        spec.addOption(option);
    }

    /** The one that is asked for. */
    <T> T choose(Supplier<T> text, Supplier<T> json) {
        Map<String, Supplier<T>> formats = new LinkedHashMap<>();
        formats.put("text", text);
        formats.put("json", json);
        return choose(formats);
    }

    /** The one that is asked for, of several by name; the first if none is. */
    <T> T choose(Map<String, Supplier<T>> formats) {
        String asked = option.getValue();
        String word = asked == null ? formats.keySet().iterator().next() : asked;
        Supplier<T> format = formats.get(word);
        if (format == null) {
            throw new UsageException(Messages.text("cli.unknown-format", word, String.join(", ", formats.keySet())));
        }
        return format.get();
    }
}
