package org.rdpdx.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the documents of a YAML or JSON file into trees that know the place of everything. */
public final class Documents {

    /** No file of facts or rules comes near this many bytes. */
    static final int MOST_BYTES = 16 << 20;

    /** Values that one file may hold, references counted as often as they are used. */
    static final int MOST_VALUES = 1_000_000;

    /** Maps and lists inside each other. */
    static final int DEEPEST = 50;

    private Documents() {}

    /**
     * Reads all documents of a file.
     *
     * <p>The encoding is UTF-8, UTF-8 with a byte order mark, or UTF-16 in either order with or without one; line ends may
     * be of any system. A file that begins with a brace or a bracket is read as JSON (tabs are legal there), and as YAML if
     * it is none. Documents that hold nothing are left out; a file without any other is a problem.
     *
     * @param fileName the name that places show
     * @param bytes what the file holds
     * @param problems takes what is wrong; never an exception
     * @return the documents before the first error of syntax
     */
    public static List<Node> read(String fileName, byte[] bytes, List<Problem> problems) {
        if (bytes.length > MOST_BYTES) {
            problems.add(Problem.of(ProblemCode.TOO_LARGE, Place.startOf(fileName), String.valueOf(MOST_BYTES)));
            return List.of();
        }
        Optional<String> text = Encoding.decode(fileName, bytes, problems);
        if (text.isEmpty()) {
            return List.of();
        }
        List<Problem> found = new ArrayList<>();
        List<Node> documents = parse(fileName, text.get(), found);
        if (documents.isEmpty() && found.isEmpty()) {
            found.add(Problem.of(ProblemCode.EMPTY_FILE, Place.startOf(fileName)));
        }
        problems.addAll(found);
        return documents;
    }

    private static List<Node> parse(String fileName, String text, List<Problem> problems) {
        if (!looksLikeJson(text)) {
            return new YamlReader(fileName, problems).read(text);
        }
        List<Problem> asJson = new ArrayList<>();
        List<Node> documents = new JsonReader(fileName, asJson).read(text);
        if (asJson.stream().noneMatch(problem -> problem.code() == ProblemCode.BAD_SYNTAX)) {
            problems.addAll(asJson);
            return documents;
        }
        // { case: x } is no JSON, but it is YAML
        List<Problem> asYaml = new ArrayList<>();
        List<Node> yaml = new YamlReader(fileName, asYaml).read(text);
        boolean meantAsJson = fileName.toLowerCase(Locale.ROOT).endsWith(".json") && !asYaml.isEmpty();
        problems.addAll(meantAsJson ? asJson : asYaml);
        return meantAsJson ? documents : yaml;
    }

    private static boolean looksLikeJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                return c == '{' || c == '[';
            }
        }
        return false;
    }
}
