package org.rdpdx.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.rdpdx.Diagnostician;
import org.rdpdx.authoring.CaseRun;
import org.rdpdx.authoring.Coverage;
import org.rdpdx.authoring.MutantRun;
import org.rdpdx.authoring.RuleTestFormat;
import org.rdpdx.authoring.RuleTests;
import org.rdpdx.authoring.StoryRun;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx rules test}. */
final class RulesTestCommand implements Callable<Integer> {

    private static final Path STORIES = Path.of("facts-samples", "stories");

    private final Console console;

    private final PositionalParamSpec given = Specs.words(
            "0..*",
            "ID",
            "diagnoses or deductions, all if none is given; with --stories a folder, facts-samples/stories if none is given");
    private final OptionSpec coverage = Specs.flag(
            "--coverage",
            "Say which values the conditions of the rules take in no case, and a case for each that would.");
    private final OptionSpec mutate = Specs.flag(
            "--mutate",
            "Change the rules one thing at a time, and say which changes no case notices, and a case for each that would.");
    private final OptionSpec bar = Specs.option(
            "--bar",
            "PERCENT",
            "Least percentage for --coverage and --mutate; without it 100 of the values and 95 of the changes.");
    private final FormatOption format = new FormatOption("text (default), json or junit");
    private final OptionSpec stories =
            Specs.flag("--stories", "Run the fact files of a folder against the outputs stored beside them.");
    private final OptionSpec accept = Specs.flag("--accept", "With --stories: store what comes of them now.");
    private final RuleOptions rules = new RuleOptions();

    RulesTestCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec =
                Specs.command(this, "test", "rules test host-certificate-expired", "Runs the cases beside the rules.");
        spec.addPositional(given);
        spec.addOption(coverage);
        spec.addOption(mutate);
        spec.addOption(bar);
        format.addTo(spec);
        spec.addOption(stories);
        spec.addOption(accept);
        rules.addTo(spec);
        return spec;
    }

    private int accepted;

    @Override
    public Integer call() {
        ExitCode code = Specs.isGiven(stories) ? stories() : cases();
        return code.number();
    }

    // ------------------------------------------------------------------ the cases beside the rules

    private ExitCode cases() {
        List<String> ids = Specs.values(given);
        RuleTestFormat writer = format();
        RuleTests.Bars bars = bars();
        if (Specs.isGiven(accept)) {
            throw new UsageException(Messages.text("cli.accept-what"));
        }
        try (Rulebook rulebook = isPlain() ? rules.openToTry(ids) : rules.openToWorkOn()) {
            TreeSet<String> owners = new TreeSet<>();
            rulebook.rules().forEach(rule -> owners.add(rule.owner()));
            for (String id : ids) {
                if (!owners.contains(id)) {
                    RulesCommand.checkId(rulebook, id);
                }
            }
            Set<String> asked = new TreeSet<>(ids);
            RuleTests tests = new RuleTests(
                    CaseRun.of(rulebook, asked),
                    Specs.isGiven(coverage) ? Coverage.withIdeas(rulebook, asked) : null,
                    Specs.isGiven(mutate) ? MutantRun.of(rulebook, asked) : null,
                    bars);
            writer.write(tests, console.out());
            return tests.passed() ? ExitCode.DONE : ExitCode.CASE_FAILED;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Coverage and mutants look at the whole rulebook. */
    private boolean isPlain() {
        return !Specs.isGiven(coverage) && !Specs.isGiven(mutate);
    }

    private RuleTestFormat format() {
        Map<String, Supplier<RuleTestFormat>> formats = new LinkedHashMap<>();
        formats.put("text", RuleTestFormat::text);
        formats.put("json", RuleTestFormat::json);
        formats.put("junit", RuleTestFormat::junit);
        return format.choose(formats);
    }

    private RuleTests.Bars bars() {
        String word = bar.getValue();
        if (word == null) {
            return RuleTests.Bars.USUAL;
        }
        if (!word.matches("100|\\d{1,2}(\\.\\d+)?")) {
            throw new UsageException(Messages.text("cli.no-percentage", word));
        }
        if (!Specs.isGiven(coverage) && !Specs.isGiven(mutate)) {
            throw new UsageException(Messages.text("cli.bar-of-nothing"));
        }
        double percent = Double.parseDouble(word);
        return new RuleTests.Bars(percent, percent);
    }

    // ------------------------------------------------------------------ stored outputs

    private ExitCode stories() {
        for (OptionSpec other : List.of(coverage, mutate)) {
            if (Specs.isGiven(other)) {
                throw new UsageException(Messages.text("cli.stories-alone", other.longestName()));
            }
        }
        List<Path> folders = Specs.values(given).isEmpty() ? List.of(STORIES) : Specs.paths(given);
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new UsageException(Messages.text("cli.no-stories", folder));
            }
        }
        int differing = 0;
        int all = 0;
        try (Diagnostician diagnostician = Diagnostician.withRules(rules.openToWorkOn())) {
            for (Path folder : folders) {
                List<StoryRun> runs = StoryRun.of(diagnostician, folder);
                if (runs.isEmpty()) {
                    throw new UsageException(Messages.text("cli.no-stories", folder));
                }
                all += runs.size();
                for (StoryRun run : runs) {
                    differing += run.passed() ? 0 : 1;
                    story(run);
                }
                for (Path alone : StoryRun.withoutStory(folder)) {
                    console.out().println(Messages.text("stories.alone", alone));
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return ended(all, differing);
    }

    private ExitCode ended(int all, int differing) {
        if (Specs.isGiven(accept) && differing > 0) {
            console.out().println(Messages.text("stories.accepted", accepted));
            return accepted == differing ? ExitCode.DONE : ExitCode.CASE_FAILED;
        }
        console.out().println(Messages.text("stories.total", all - differing, differing));
        if (differing == 0) {
            return ExitCode.DONE;
        }
        console.out().println(Messages.text("stories.how-to-accept"));
        return ExitCode.CASE_FAILED;
    }

    private void story(StoryRun run) throws IOException {
        if (run.passed()) {
            return;
        }
        String key = run.expected().isEmpty() ? "stories.new" : "stories.differs";
        console.out().println(Messages.text(key, run.story(), run.stored()));
        run.difference().forEach(line -> console.out().println("    " + line));
        if (Specs.isGiven(accept)) {
            accept(run);
        }
    }

    private void accept(StoryRun run) throws IOException {
        if (run.accept()) {
            accepted++;
        } else {
            console.err().println(Messages.text("check.fix.busy", run.stored()));
        }
    }
}
