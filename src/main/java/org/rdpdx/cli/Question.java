package org.rdpdx.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.rdpdx.Diagnostician;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.facts.InvalidFactFileException;
import org.rdpdx.report.AnswerFormat;
import org.rdpdx.report.Messages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What commands that ask about one case have in common: the file, the format, the rules. */
final class Question {

    private final Console console;
    private final PositionalParamSpec file =
            Specs.word(0, "1", "FILE", "A fact file of one case, or - for standard input.");
    private final FormatOption format = new FormatOption();
    private final RuleOptions rules = new RuleOptions();

    Question(Console console) {
        this.console = console;
    }

    void addTo(CommandSpec spec) {
        spec.addPositional(file);
        format.addTo(spec);
        rules.addTo(spec);
    }

    /** How an answer is written. */
    interface Answer {
        void write(AnswerFormat format, Appendable out) throws IOException;
    }

    /** Reads the case, asks, and prints the answer. */
    int ask(Function<Asked, Answer> question) {
        AnswerFormat answerFormat = answerFormat();
        CaseFacts facts = one(Specs.values(file).get(0), console);
        try (Diagnostician diagnostician = Diagnostician.withRules(rules.open(console))) {
            Answer answer = question.apply(new Asked(diagnostician, facts));
            answer.write(answerFormat, console.out());
            console.out().flush();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return ExitCode.DONE.number();
    }

    /** The one case of a file. */
    static CaseFacts one(String file, Console console) {
        FactFile.ReadResult read = FactFile.readAll(List.of(Path.of(file)), console.in());
        if (!read.refused().isEmpty()) {
            throw new InvalidFactFileException(read.problems());
        }
        if (read.cases().size() != 1) {
            throw new UsageException(
                    Messages.text("cli.one-case", file, read.cases().size()));
        }
        return read.cases().get(0);
    }

    /** Who is asked about what. */
    record Asked(Diagnostician diagnostician, CaseFacts facts) {
        /** The id, which a diagnosis has. */
        String checked(String id) {
            RulesCommand.checkId(diagnostician.rulebook(), id);
            return id;
        }
    }

    private AnswerFormat answerFormat() {
        return format.choose(() -> AnswerFormat.text(console.width(), console.colour()), AnswerFormat::json);
    }
}
