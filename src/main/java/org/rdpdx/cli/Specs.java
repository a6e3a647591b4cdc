package org.rdpdx.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.rdpdx.report.Messages;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Describes commands to picocli by its builders: that it reads annotations would cost a quarter of a start. */
final class Specs {

    private Specs() {}

    /**
     * A command with help and version.
     *
     * @param command what to do when it is asked for
     * @param name its last word
     * @param example what follows {@code rdpdx} in an example of its use
     */
    static CommandSpec command(Callable<Integer> command, String name, String example, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command)
                .name(name)
                .versionProvider(new Version())
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build());
        spec.usageMessage()
                .headerHeading("Example: rdpdx " + example + "%n%n")
                .description(description)
                .footer(ExitCode.help());
        return spec;
    }

    /**
     * A command that only holds others.
     *
     * @param missing key of what is said where none of them is named
     */
    static CommandSpec group(String missing, String name, String example, String description) {
        return command(
                () -> {
                    throw new UsageException(Messages.text(missing));
                },
                name,
                example,
                description);
    }

    /** An option that may be given once. */
    static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    /** An option that must be given, and may be several times. */
    static OptionSpec required(String name, String label, String description) {
        return OptionSpec.builder(severalTimes(name, label, description))
                .required(true)
                .build();
    }

    /** An option that may be given several times. */
    static OptionSpec severalTimes(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .description(description)
                .build();
    }

    /** An option without a value. */
    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(Boolean.class)
                .arity("0")
                .description(description)
                .build();
    }

    /** Whether an option without a value was given. */
    static boolean isGiven(OptionSpec flag) {
        return Boolean.TRUE.equals(flag.getValue());
    }

    /** One word at a place of its own, from 0. */
    static PositionalParamSpec word(int place, String arity, String label, String description) {
        return PositionalParamSpec.builder()
                .index(String.valueOf(place))
                .paramLabel(label)
                .arity(arity)
                .required(!arity.startsWith("0"))
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }

    /** What stands without an option's name. */
    static PositionalParamSpec words(String arity, String label, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .arity(arity)
                .required(!arity.startsWith("0"))
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }

    /** What an option or a parameter of several values was given; empty if nothing. */
    static List<String> values(ArgSpec argument) {
        List<String> values = argument.getValue();
        return values == null ? List.of() : List.copyOf(values);
    }

    /** As {@link #values}, as paths: picocli finds out by reflection how to make them, which costs a start 5 ms. */
    static List<Path> paths(ArgSpec argument) {
        return values(argument).stream().map(Path::of).toList();
    }

    /** Why something cannot be written, as far as the system says. */
    static String reason(IOException unwritable) {
        if (unwritable instanceof AccessDeniedException) {
            return Messages.text("reason.access-denied");
        }
        if (unwritable instanceof FileAlreadyExistsException || unwritable instanceof DirectoryNotEmptyException) {
            return Messages.text("reason.in-the-way", String.valueOf(unwritable.getMessage()));
        }
        boolean said = unwritable instanceof FileSystemException failed && failed.getReason() != null;
        return said
                ? String.valueOf(((FileSystemException) unwritable).getReason())
                : String.valueOf(unwritable.getMessage());
    }
}
