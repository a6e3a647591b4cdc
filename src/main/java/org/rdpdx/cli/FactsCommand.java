package org.rdpdx.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.rdpdx.Diagnostician;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.facts.FactSchema;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.input.Nearest;
import org.rdpdx.report.Messages;
import org.rdpdx.report.Report;
import org.rdpdx.report.VocabularyText;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx facts}. */
final class FactsCommand {

    /** Stands for the dialogs, which are no kind of fact. */
    private static final String DIALOGS = "dialogs";

    private FactsCommand() {}

    static CommandSpec spec(Console console) {
        return Specs.group(
                        "cli.facts-what",
                        "facts",
                        "facts check case.yaml",
                        "What can be said in a fact file, and whether one is right.")
                .addSubcommand("list", new ListCommand(console).spec())
                .addSubcommand("schema", new SchemaCommand(console).spec())
                .addSubcommand("check", new CheckCommand(console).spec())
                .addSubcommand("template", new TemplateCommand(console).spec())
                .addSubcommand("script", new ScriptCommand(console).spec());
    }

    private static void print(Console console, Printing printing) {
        try {
            printing.to(console.out());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private interface Printing {
        void to(Appendable out) throws IOException;
    }

    /** {@code rdpdx facts list}. */
    static final class ListCommand implements Callable<Integer> {
        private final Console console;

        private final PositionalParamSpec kind = Specs.word(
                0,
                "0..1",
                "KIND",
                "the word in a fact file, such as certificate; or " + DIALOGS + " for the ids of dialogs");

        ListCommand(Console console) {
            this.console = console;
        }

        CommandSpec spec() {
            CommandSpec spec = Specs.command(
                    this,
                    "list",
                    "facts list certificate",
                    "Prints every kind of fact with its properties, or one kind, or the dialogs.");
            spec.addPositional(kind);
            return spec;
        }

        @Override
        public Integer call() {
            if (Specs.values(kind).equals(List.of(DIALOGS))) {
                print(console, out -> VocabularyText.dialogs(console.width(), out));
                return ExitCode.DONE.number();
            }
            Optional<Kind> wanted = Specs.values(kind).stream().findFirst().map(FactsCommand::kind);
            print(console, out -> VocabularyText.list(wanted, console.width(), out));
            return ExitCode.DONE.number();
        }
    }

    private static Kind kind(String word) {
        Stream<String> known = Stream.concat(Vocabulary.kinds().stream().map(Kind::key), Stream.of(DIALOGS));
        return Vocabulary.byKey(word)
                .or(() -> Vocabulary.byTypeName(word))
                .orElseThrow(() -> new UsageException(
                        Messages.unknown("cli.unknown-kind", word, Nearest.to(word, known.toList()))));
    }

    /** {@code rdpdx facts schema}. */
    static final class SchemaCommand implements Callable<Integer> {
        private final Console console;

        SchemaCommand(Console console) {
            this.console = console;
        }

        CommandSpec spec() {
            return Specs.command(
                    this,
                    "schema",
                    "facts schema > facts.schema.json",
                    "Prints the JSON Schema (2020-12) of a fact file, for editors.");
        }

        @Override
        public Integer call() {
            print(console, out -> FactSchema.writeTo(console.out()));
            return ExitCode.DONE.number();
        }
    }

    /** {@code rdpdx facts check}. */
    static final class CheckCommand implements Callable<Integer> {
        private final Console console;

        private final FactOptions files = new FactOptions();

        CheckCommand(Console console) {
            this.console = console;
        }

        CommandSpec spec() {
            CommandSpec spec = Specs.command(
                    this,
                    "check",
                    "facts check case.yaml",
                    "Only reads fact files, and says everything that is wrong with them.");
            files.addTo(spec);
            return spec;
        }

        @Override
        public Integer call() {
            FactFile.ReadResult read = files.read(console);
            read.cases().forEach(facts -> console.out().println(said(facts)));
            console.out().flush();
            read.problems().forEach(problem -> console.err().println(Messages.of(problem)));
            return read.refused().isEmpty() ? ExitCode.DONE.number() : ExitCode.FACTS_REFUSED.number();
        }

        private static String said(CaseFacts facts) {
            int number = facts.facts().size();
            return facts.files().size() > 1
                    ? Messages.text("cli.case-read.files", facts.name(), number, String.join(", ", facts.files()))
                    : Messages.text("cli.case-read", facts.name(), number);
        }
    }

    /** {@code rdpdx facts template}. */
    static final class TemplateCommand implements Callable<Integer> {
        private final Console console;

        private final OptionSpec diagnosis =
                Specs.option("--for", "DIAGNOSIS", "only the facts that the rules of this diagnosis read");

        private final RuleOptions rules = new RuleOptions();

        TemplateCommand(Console console) {
            this.console = console;
        }

        CommandSpec spec() {
            CommandSpec spec = Specs.command(
                    this,
                    "template",
                    "facts template --for host-certificate-expired > case.yaml",
                    "Prints a commented fact file to fill in.");
            spec.addOption(diagnosis);
            rules.addTo(spec);
            return spec;
        }

        @Override
        public Integer call() {
            try (Rulebook rulebook = rules.open(console)) {
                Optional<String> wanted = Optional.ofNullable(diagnosis.<String>getValue());
                wanted.ifPresent(id -> RulesCommand.checkId(rulebook, id));
                print(console, out -> VocabularyText.template(wanted, rulebook, out));
            }
            return ExitCode.DONE.number();
        }
    }

    /** {@code rdpdx facts script}. */
    static final class ScriptCommand implements Callable<Integer> {
        private static final String USUAL = "host";

        private final Console console;

        private final OptionSpec diagnosis =
                Specs.option("--for", "DIAGNOSIS", "only the facts that the rules of this diagnosis read");

        private final OptionSpec next =
                Specs.option("--next", "FILE", "only the facts that the case in this fact file needs next");

        private final OptionSpec viewpoint = Specs.option(
                "--on",
                "VIEWPOINT",
                "the machine it is to run on: " + String.join(", ", Vocabulary.viewpoints()) + "; else " + USUAL);

        private final RuleOptions rules = new RuleOptions();

        ScriptCommand(Console console) {
            this.console = console;
        }

        CommandSpec spec() {
            CommandSpec spec = Specs.command(
                    this,
                    "script",
                    "facts script --for host-certificate-expired --on host > facts.ps1",
                    "Prints a script for Windows PowerShell 5.1 that collects facts and changes nothing.");
            spec.addOption(diagnosis);
            spec.addOption(next);
            spec.addOption(viewpoint);
            rules.addTo(spec);
            return spec;
        }

        @Override
        public Integer call() {
            String on = Optional.ofNullable(viewpoint.<String>getValue()).orElse(USUAL);
            if (!Vocabulary.viewpoints().contains(on)) {
                throw new UsageException(
                        Messages.text("cli.unknown-viewpoint", on, String.join(", ", Vocabulary.viewpoints())));
            }
            Optional<String> wanted = Optional.ofNullable(diagnosis.<String>getValue());
            Optional<String> file = Optional.ofNullable(next.<String>getValue());
            if (wanted.isPresent() && file.isPresent()) {
                throw new UsageException(Messages.text("cli.script-which"));
            }
            Optional<CaseFacts> facts = file.map(name -> Question.one(name, console));
            try (Rulebook rulebook = rules.open(console)) {
                if (facts.isPresent()) {
                    Report report = Diagnostician.withRules(rulebook).diagnose(facts.get());
                    print(console, out -> VocabularyText.script(report, on, out));
                } else {
                    wanted.ifPresent(id -> RulesCommand.checkId(rulebook, id));
                    print(console, out -> VocabularyText.script(wanted, on, rulebook, out));
                }
            }
            return ExitCode.DONE.number();
        }
    }
}
