package org.rdpdx.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.rdpdx.facts.InvalidFactFileException;
import org.rdpdx.input.Nearest;
import org.rdpdx.knowledge.InvalidRulebookException;
import org.rdpdx.report.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code rdpdx}. */
@Command(
        name = "rdpdx",
        description = "Tells why a Remote Desktop connection fails, how sure it is, and what to do about it.",
        customSynopsis = "rdpdx COMMAND ...",
        headerHeading = "Example: rdpdx diagnose facts-samples/first.yaml%n%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Runnable {

    private static final Map<String, Class<?>> COMMANDS = commands();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    /** For picocli. */
    public Main() {}

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("diagnose", DiagnoseCommand.class);
        commands.put("facts", FactsCommand.class);
        commands.put("rules", RulesCommand.class);
        return Collections.unmodifiableMap(commands);
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // not System.out: its encoding is the terminal's, and JSON is UTF-8 wherever it goes
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        System.exit(run(arguments, System.in, out, err));
    }

    /**
     * Runs the command without ending the process.
     *
     * @return the exit code
     */
    public static int run(String[] arguments, InputStream in, OutputStream out, OutputStream err) {
        PrintWriter output = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        PrintWriter errors = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8));
        Console console = new Console(in, output, errors);
        CommandLine line = line(arguments, new CommandFactory(console))
                .setOut(output)
                .setErr(errors)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(Main::misunderstood)
                .setExecutionExceptionHandler(Main::failed);
        describeExitCodes(line);
        try {
            return line.execute(arguments);
        } finally {
            output.flush();
            errors.flush();
        }
    }

    /** Only the command that was asked for, where one was: to look at all of them costs a third of the start. */
    private static CommandLine line(String[] arguments, CommandFactory factory) {
        CommandLine line = new CommandLine(new Main(), factory);
        String asked = arguments.length > 0 && COMMANDS.containsKey(arguments[0]) ? arguments[0] : "";
        COMMANDS.forEach((name, type) -> {
            if (asked.isEmpty() || asked.equals(name)) {
                line.addSubcommand(name, new CommandLine(type, factory));
            }
        });
        return line;
    }

    private static void describeExitCodes(CommandLine line) {
        line.getCommandSpec().usageMessage().footer(ExitCode.help());
        line.getSubcommands().values().forEach(Main::describeExitCodes);
    }

    /** One line of what is wrong and one of where to read on: the whole help would push the first out of sight. */
    private static int misunderstood(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        line.getErr().println(sentence(wrong, line));
        line.getErr().println(Messages.text("cli.read-on", line.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE.number();
    }

    private static String sentence(CommandLine.ParameterException wrong, CommandLine line) {
        if (!(wrong instanceof CommandLine.UnmatchedArgumentException unmatched)) {
            return String.valueOf(wrong.getMessage());
        }
        String word = unmatched.getUnmatched().get(0);
        Set<String> known = word.startsWith("-")
                ? line.getCommandSpec().optionsMap().keySet()
                : line.getSubcommands().keySet();
        return Messages.unknown("cli.unknown-argument", word, Nearest.to(word, known));
    }

    private static int failed(Exception thrown, CommandLine line, CommandLine.ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (thrown instanceof InvalidRulebookException refused) {
            refused.problems().forEach(problem -> err.println(Messages.of(problem)));
            return ExitCode.RULEBOOK_REFUSED.number();
        }
        if (thrown instanceof InvalidFactFileException refused) {
            refused.problems().forEach(problem -> err.println(Messages.of(problem)));
            return ExitCode.FACTS_REFUSED.number();
        }
        if (thrown instanceof UsageException usage) {
            err.println(usage.getMessage());
            return ExitCode.USAGE.number();
        }
        err.println(Messages.text("cli.bug"));
        thrown.printStackTrace(err);
        return ExitCode.BUG.number();
    }

    /** Without a command: how to use it. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new UsageException(Messages.text("cli.no-command"));
    }
}
