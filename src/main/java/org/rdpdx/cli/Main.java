package org.rdpdx.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.rdpdx.facts.InvalidFactFileException;
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
        versionProvider = Version.class,
        subcommands = {DiagnoseCommand.class, FactsCommand.class, RulesCommand.class})
public final class Main implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    /** For picocli. */
    public Main() {}

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
        CommandLine line = new CommandLine(new Main(), new CommandFactory(console))
                .setOut(output)
                .setErr(errors)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::failed);
        describeExitCodes(line);
        try {
            return line.execute(arguments);
        } finally {
            output.flush();
            errors.flush();
        }
    }

    private static void describeExitCodes(CommandLine line) {
        line.getCommandSpec().usageMessage().footer(ExitCode.help());
        line.getSubcommands().values().forEach(Main::describeExitCodes);
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
