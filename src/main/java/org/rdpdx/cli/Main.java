package org.rdpdx.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.rdpdx.facts.InvalidFactFileException;
import org.rdpdx.input.Nearest;
import org.rdpdx.knowledge.InvalidRulebookException;
import org.rdpdx.report.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command {@code rdpdx}. */
public final class Main {

    private static final Map<String, Function<Console, CommandSpec>> COMMANDS = commands();

    /**
     * Keeps picocli from looking for the closures of Groovy, for which it would have to search the whole jar before anything
     * else begins, and from making ready to read kinds of values that no option has.
     */
    private static final Map<String, String> LOOKED_FOR_IN_VAIN =
            Map.of("picocli.disable.closures", "true", "picocli.converters.excludes", "java\\.(sql|time|nio)\\..*");

    private Main() {}

    private static Map<String, Function<Console, CommandSpec>> commands() {
        Map<String, Function<Console, CommandSpec>> commands = new LinkedHashMap<>();
        commands.put("diagnose", console -> new DiagnoseCommand(console).spec());
        commands.put("ask", console -> new AskCommand(console).spec());
        commands.put("next", console -> new NextFactsCommand(console).spec());
        commands.put("why", console -> new WhyCommand(console).spec());
        commands.put("why-not", console -> new WhyNotCommand(console).spec());
        commands.put("what-if", console -> new WhatIfCommand(console).spec());
        commands.put("verify", console -> new VerifyCommand(console).spec());
        commands.put("code", console -> new CodeCommand(console).spec());
        commands.put("facts", FactsCommand::spec);
        commands.put("rules", RulesCommand::spec);
        return Collections.unmodifiableMap(commands);
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        LOOKED_FOR_IN_VAIN.forEach(System::setProperty);
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
        return run(arguments, in, out, err, Clock.systemUTC());
    }

    /** As {@link #run(String[], InputStream, OutputStream, OutputStream)}, at another time. */
    static int run(String[] arguments, InputStream in, OutputStream out, OutputStream err, Clock clock) {
        PrintWriter output = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        PrintWriter errors = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8));
        Console console = new Console(in, output, errors, clock);
        CommandLine line = line(arguments, console)
                .setOut(output)
                .setErr(errors)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(Main::misunderstood)
                .setExecutionExceptionHandler(Main::failed);
        try {
            return line.execute(arguments);
        } finally {
            output.flush();
            errors.flush();
        }
    }

    /** Only the command that was asked for, where one was: to set up all of them costs more than it takes to diagnose. */
    private static CommandLine line(String[] arguments, Console console) {
        String asked = arguments.length > 0 && COMMANDS.containsKey(arguments[0]) ? arguments[0] : "";
        // before all else: to diagnose begins to open the rules
        Map<String, CommandSpec> commands = new LinkedHashMap<>();
        COMMANDS.forEach((name, command) -> {
            if (asked.isEmpty() || asked.equals(name)) {
                commands.put(name, command.apply(console));
            }
        });
        CommandSpec spec = Specs.command(
                () -> withoutCommand(console),
                "rdpdx",
                "diagnose facts-samples/first.yaml",
                "Tells why a Remote Desktop connection fails, how sure it is, and what to do about it.");
        spec.usageMessage().customSynopsis("rdpdx COMMAND ...");
        commands.forEach(spec::addSubcommand);
        return new CommandLine(spec);
    }

    /** How to use it. */
    private static int withoutCommand(Console console) {
        line(new String[0], console).usage(console.err());
        throw new UsageException(Messages.text("cli.no-command"));
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
        if (word.startsWith("-")) {
            Set<String> options = line.getCommandSpec().optionsMap().keySet();
            return Messages.unknown("cli.unknown-option", word, Nearest.to(word, options));
        }
        Set<String> commands = line.getSubcommands().keySet();
        return commands.isEmpty()
                ? Messages.text("cli.one-too-many", word)
                : Messages.unknown("cli.unknown-command", word, Nearest.to(word, commands));
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
}
