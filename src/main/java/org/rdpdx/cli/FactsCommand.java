package org.rdpdx.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.FactFile;
import org.rdpdx.facts.FactSchema;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.input.Nearest;
import org.rdpdx.report.Messages;
import org.rdpdx.report.VocabularyText;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rdpdx facts}. */
@Command(
        name = "facts",
        headerHeading = "Example: rdpdx facts check case.yaml%n%n",
        description = "What can be said in a fact file, and whether one is right.",
        mixinStandardHelpOptions = true,
        subcommands = {
            FactsCommand.ListCommand.class,
            FactsCommand.SchemaCommand.class,
            FactsCommand.CheckCommand.class,
            FactsCommand.TemplateCommand.class
        })
final class FactsCommand implements Runnable {

    @Override
    public void run() {
        throw new UsageException(Messages.text("cli.facts-what"));
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
    @Command(
            name = "list",
            headerHeading = "Example: rdpdx facts list certificate%n%n",
            description = "Prints every kind of fact with its properties, or one kind.",
            mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {
        private final Console console;

        @Parameters(arity = "0..1", paramLabel = "KIND", description = "the word in a fact file, such as certificate")
        private @Nullable String kind;

        ListCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            Optional<Kind> wanted = Optional.ofNullable(kind).map(FactsCommand::kind);
            print(console, out -> VocabularyText.list(wanted, console.width(), out));
            return ExitCode.DONE.number();
        }
    }

    private static Kind kind(String word) {
        return Vocabulary.byKey(word)
                .or(() -> Vocabulary.byTypeName(word))
                .orElseThrow(() -> new UsageException(Messages.unknown(
                        "cli.unknown-kind",
                        word,
                        Nearest.to(
                                word, Vocabulary.kinds().stream().map(Kind::key).toList()))));
    }

    /** {@code rdpdx facts schema}. */
    @Command(
            name = "schema",
            headerHeading = "Example: rdpdx facts schema > facts.schema.json%n%n",
            description = "Prints the JSON Schema (2020-12) of a fact file, for editors.",
            mixinStandardHelpOptions = true)
    static final class SchemaCommand implements Callable<Integer> {
        private final Console console;

        SchemaCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            print(console, out -> FactSchema.writeTo(console.out()));
            return ExitCode.DONE.number();
        }
    }

    /** {@code rdpdx facts check}. */
    @Command(
            name = "check",
            headerHeading = "Example: rdpdx facts check case.yaml%n%n",
            description = "Only reads fact files, and says everything that is wrong with them.",
            mixinStandardHelpOptions = true)
    static final class CheckCommand implements Callable<Integer> {
        private final Console console;

        @Mixin
        private FactOptions files = new FactOptions();

        CheckCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            FactFile.ReadResult read = files.read(console);
            read.cases().forEach(facts -> console.out()
                    .println(Messages.text(
                            "cli.case-read",
                            facts.name(),
                            String.valueOf(facts.facts().size()))));
            console.out().flush();
            read.problems().forEach(problem -> console.err().println(Messages.of(problem)));
            return read.refused().isEmpty() ? ExitCode.DONE.number() : ExitCode.FACTS_REFUSED.number();
        }
    }

    /** {@code rdpdx facts template}. */
    @Command(
            name = "template",
            headerHeading = "Example: rdpdx facts template --for host-certificate-expired > case.yaml%n%n",
            description = "Prints a commented fact file to fill in.",
            mixinStandardHelpOptions = true)
    static final class TemplateCommand implements Callable<Integer> {
        private final Console console;

        @Option(
                names = "--for",
                paramLabel = "DIAGNOSIS",
                description = "only the facts that the rules of this diagnosis read")
        private @Nullable String diagnosis;

        @Mixin
        private RuleOptions rules = new RuleOptions();

        TemplateCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Rulebook rulebook = rules.open(console)) {
                Optional<String> wanted = Optional.ofNullable(diagnosis);
                wanted.ifPresent(id -> RulesCommand.checkId(rulebook, id));
                print(console, out -> VocabularyText.template(wanted, rulebook, out));
            }
            return ExitCode.DONE.number();
        }
    }
}
