package org.rdpdx.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

/** The words that a user reads, from the one catalogue {@code messages.properties}. Safe for use by several threads. */
public final class Messages {

    private static final Map<String, String> CATALOGUE = catalogue();

    private Messages() {}

    /** Reads the catalogue, which the first message would otherwise wait for. Nobody needs to call it. */
    public static void prepare() {
        // to be here is enough: the class has been set up
    }

    /**
     * The sentence of a problem: where it is, what is wrong, and what to do.
     *
     * <pre>{@code case-17.yaml:12:7  unknown key "adress"; did you mean "address"?}</pre>
     */
    public static String of(Problem problem) {
        return (isAboutFile(problem.code()) ? Shown.line(problem.place().file()) : place(problem.place()))
                + "  "
                + sentence(problem);
    }

    /** Whether it is wrong with the file as a whole, so that a line and a column say nothing. */
    private static boolean isAboutFile(ProblemCode code) {
        return code == ProblemCode.NO_SUCH_FILE
                || code == ProblemCode.CANNOT_READ
                || code == ProblemCode.EMPTY_FILE
                || code == ProblemCode.TOO_LARGE
                || code == ProblemCode.STRAY_FILE
                || code == ProblemCode.FILE_MISSING
                || code == ProblemCode.RULEBOOK_HEADER_MISSING;
    }

    /** Why a rule was left out: those reasons that the facts or the rule give, and whatever else was thrown as it is. */
    public static String failure(String thrown) {
        return switch (thrown) {
            case "TooManyCombinations" -> text("failure.combinations");
            case "StackOverflowError" -> text("failure.long-text");
            case "TextTooHard" -> text("failure.hard-text");
            default -> thrown;
        };
    }

    /** What is wrong, without the place and what to do. */
    public static String what(Problem problem) {
        return filled(whatKey(problem), arguments(problem));
    }

    /** What is wrong and what to do, without the place. */
    public static String sentence(Problem problem) {
        List<String> what = arguments(problem);
        String sentence = filled(whatKey(problem), what);
        String remedyKey = remedyKey(problem);
        if (!has(remedyKey)) {
            return sentence;
        }
        boolean none = remedyKey.endsWith(".none");
        List<String> remedy = problem.remedy().stream().map(Shown::line).toList();
        return sentence + "; " + filled(remedyKey, none ? what : remedy);
    }

    /**
     * That a word is not known, and which may have been meant.
     *
     * @param key of the sentence; the catalogue has it with {@code .what}, {@code .remedy} and {@code .remedy.none}
     * @param word the word, {@code {0}} of the first and the last
     * @param nearest what may have been meant, <code>{*}</code> of the second; may be empty
     */
    public static String unknown(String key, String word, List<String> nearest) {
        String what = text(key + ".what", Shown.brief(word));
        return what + "; "
                + (nearest.isEmpty()
                        ? text(key + ".remedy.none", Shown.brief(word))
                        : filled(key + ".remedy", nearest));
    }

    /**
     * A sentence of the catalogue with its gaps filled.
     *
     * @param key its key
     * @param arguments what stands in the gaps, in order; shown by their {@code toString}
     * @throws IllegalStateException if the catalogue has no such key, or a gap has no argument
     */
    public static String text(String key, Object... arguments) {
        List<String> shown = new ArrayList<>();
        for (Object argument : arguments) {
            shown.add(argument.toString());
        }
        return filled(key, shown);
    }

    /** All keys of the catalogue, sorted. */
    static Set<String> keys() {
        return new TreeSet<>(CATALOGUE.keySet());
    }

    static boolean has(String key) {
        return CATALOGUE.containsKey(key);
    }

    /** {@code file:line:column}, or what stands for a file where there is none. */
    static String place(Place place) {
        return Shown.line(place.line() == 0 ? place.file() : place.toString());
    }

    /** The key of what is wrong; a few codes have a second sentence where an argument stands for no word of a file. */
    static String whatKey(Problem problem) {
        String key = problem.code().key() + ".what";
        return switch (problem.code()) {
            case RULE_NAME -> isOfTemplate(problem) ? key + ".template" : key;
            case WRONG_TYPE -> problem.what().get(0).isEmpty() ? key + ".whole" : key;
            case WRONG_VIEWPOINT -> problem.what().get(1).equals(Vocabulary.TOP) ? key + ".top" : key;
            default -> key;
        };
    }

    /** The key of what to do; the catalogue need not have it. */
    static String remedyKey(Problem problem) {
        String key = problem.code().key() + ".remedy";
        if (problem.code() == ProblemCode.CONFLICT && isOfTwoFiles(problem)) {
            return key + ".files.none";
        }
        if (problem.code() == ProblemCode.RULE_NAME && isOfTemplate(problem)) {
            return key + ".template";
        }
        if (problem.remedy().isEmpty()) {
            return key + ".none";
        }
        String said = problem.remedy().equals(List.of(Vocabulary.TOP)) ? key + ".top" : key;
        return has(said) ? said : key + ".none";
    }

    /** Whether a rule still has the name that it was copied with. */
    private static boolean isOfTemplate(Problem name) {
        return name.what().get(0).startsWith("_template") && !name.remedy().isEmpty();
    }

    private static boolean isOfTwoFiles(Problem conflict) {
        String there = conflict.what().get(3);
        return conflict.place().line() > 0
                && there.matches(".*:[1-9]\\d*:\\d+")
                && !there.startsWith(conflict.place().file() + ":");
    }

    /** The arguments as they are shown: our own terse words become words for people. */
    private static List<String> arguments(Problem problem) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < problem.what().size(); i++) {
            shown.add(argument(problem.code(), i, problem.what().get(i)));
        }
        return shown;
    }

    private static String argument(ProblemCode code, int index, String argument) {
        return switch (code) {
            case WRONG_TYPE -> index == 1 ? type(argument) : index == 2 ? written(argument) : Shown.brief(argument);
            case RULE_WRONG_TYPE -> index == 1 ? type(argument) : Shown.brief(argument);
            case RULE_JOIN_TYPES -> index % 2 == 1 ? type(argument) : Shown.brief(argument);
            case CONFLICT -> Shown.brief(index == 3 ? argument.replaceFirst(":0:0$", "") : argument);
            case CANNOT_READ -> has("reason." + argument) ? text("reason." + argument) : Shown.brief(argument);
            default -> Shown.brief(argument);
        };
    }

    private static String written(String text) {
        return text.equals("map") || text.equals("list") ? type(text) : "\"" + Shown.brief(text) + "\"";
    }

    /** What a type of value is called. */
    static String type(String key) {
        if (key.startsWith("set of ")) {
            return text("type.set", type(key.substring("set of ".length())));
        }
        return has("type." + key) ? text("type." + key) : key;
    }

    private static String filled(String key, List<String> arguments) {
        String template = CATALOGUE.get(key);
        if (template == null) {
            throw new IllegalStateException("no words for " + key);
        }
        return Template.fill(template, arguments, CATALOGUE.getOrDefault("or", "or"));
    }

    private static Map<String, String> catalogue() {
        try (InputStream in = Messages.class.getResourceAsStream("messages.properties")) {
            if (in == null) {
                throw new IllegalStateException("messages.properties is missing");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * As {@link Properties} reads it, which takes each character by itself: every start waits for this. What is not plainly
     * {@code key=value} is left to it.
     */
    static Map<String, String> read(String text) {
        Map<String, String> catalogue = new HashMap<>();
        StringBuilder others = new StringBuilder();
        int from = 0;
        boolean goesOn = false;
        while (from < text.length()) {
            int to = text.indexOf('\n', from);
            to = to < 0 ? text.length() : to;
            String line = text.substring(from, to);
            from = to + 1;
            int split = line.indexOf('=');
            boolean plain = !goesOn
                    && split > 0
                    && line.charAt(0) != '#'
                    && line.indexOf('\\') < 0
                    && line.indexOf('\r') < 0
                    && line.lastIndexOf(':', split) < 0
                    && line.lastIndexOf(' ', split) < 0
                    && line.lastIndexOf('\t', split) < 0
                    && line.charAt(0) != '!'
                    && (split + 1 == line.length() || line.charAt(split + 1) > ' ');
            boolean comment = !goesOn && (line.isEmpty() || line.charAt(0) == '#');
            goesOn = !comment && (line.endsWith("\\") || line.endsWith("\\\r"));
            if (plain) {
                catalogue.put(line.substring(0, split), line.substring(split + 1));
            } else if (!comment) {
                others.append(line).append('\n');
            }
        }
        Properties rest = new Properties();
        try {
            rest.load(new StringReader(others.toString()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        rest.stringPropertyNames().forEach(key -> catalogue.put(key, rest.getProperty(key)));
        return catalogue;
    }
}
