package org.rdpdx.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rdpdx.Diagnostician;
import org.rdpdx.input.Nearest;
import org.rdpdx.inquiry.CodeLookup;
import org.rdpdx.report.AnswerFormat;
import org.rdpdx.report.Messages;
import org.rdpdx.report.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx code}. */
final class CodeCommand implements Callable<Integer> {

    /** A primary and an extended code as clients and people write them together. */
    private static final Pattern PAIR = Pattern.compile("(0[xX][0-9A-Fa-f]{1,8})[/,](0[xX][0-9A-Fa-f]{1,8})");

    private static final List<String> OPTIONS = List.of("--format", "--rules", "--help", "--version");

    private final Console console;
    private final PositionalParamSpec codes = Specs.words(
            "1..*",
            "CODE",
            "A number in hexadecimal (0x904) or decimal, a name (STATUS_LOGON_FAILURE), or an event (Schannel/36870). "
                    + "Of two numbers the first is the error code and the second the extended one.");
    private final FormatOption format = new FormatOption();
    private final RuleOptions rules = new RuleOptions();

    CodeCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "code",
                "code 0x904 0x7",
                "Tells what a code or an event means, how sure that is, and which diagnoses read it.");
        spec.addPositional(codes);
        format.addTo(spec);
        rules.addTo(spec);
        // a negative number is a code, not an option
        spec.parser().unmatchedOptionsArePositionalParams(true);
        return spec;
    }

    @Override
    public Integer call() {
        AnswerFormat answer =
                format.choose(() -> AnswerFormat.text(console.width(), console.colour()), AnswerFormat::json);
        List<String> words = words();
        try (Diagnostician diagnostician = Diagnostician.withRules(rules.open(console))) {
            CodeLookup lookup = CodeLookup.of(words, diagnostician.rulebook());
            for (CodeLookup.Asked asked : lookup.asked()) {
                boolean nothing = !asked.isKnown()
                        && asked.near().isEmpty()
                        && asked.nearEvents().isEmpty();
                if (nothing) {
                    throw new UsageException(Messages.unknown(
                            "code.none", asked.word(), CodeLookup.namesLike(asked.word(), diagnostician.rulebook())));
                }
            }
            Optional<Report> report = Optional.ofNullable(lookup.facts()).map(diagnostician::diagnose);
            answer.code(lookup, diagnostician.rulebook(), report, console.out());
            console.out().flush();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return ExitCode.DONE.number();
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (String word : Specs.values(codes)) {
            Matcher pair = PAIR.matcher(word);
            if (pair.matches()) {
                words.add(pair.group(1));
                words.add(pair.group(2));
            } else if (word.startsWith("-") && !word.matches("-\\d+")) {
                throw new UsageException(Messages.unknown("cli.unknown-option", word, Nearest.to(word, OPTIONS)));
            } else {
                words.add(word);
            }
        }
        return words;
    }
}
