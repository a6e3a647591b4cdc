package org.rdpdx.authoring;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rdpdx.input.Documents;
import org.rdpdx.input.Node;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.knowledge.Knowledge;
import org.rdpdx.knowledge.Layer;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;

/** A rulebook while it is being checked: what it says, its files, and what was found. */
final class Checked {

    private static final Pattern DIAGNOSIS = Pattern.compile("(?!_template/)([^/]+)/([^/]+)/diagnosis\\.yaml");

    /**
     * A file of the rulebook.
     *
     * @param path inside the rulebook, with slashes
     * @param shown path as messages show it
     * @param text what it holds
     */
    record SourceFile(String path, String shown, String text) {

        Place place(int offset) {
            int line = 1;
            int lineStart = 0;
            for (int i = 0; i < offset; i++) {
                if (text.charAt(i) == '\n') {
                    line++;
                    lineStart = i + 1;
                }
            }
            return new Place(shown, line, offset - lineStart + 1);
        }

        /** Where a line begins, from 1. */
        int offset(int line) {
            int at = 0;
            for (int i = 1; i < line; i++) {
                int end = text.indexOf('\n', at);
                if (end < 0) {
                    return at;
                }
                at = end + 1;
            }
            return at;
        }
    }

    private final Rulebook rulebook;
    private final Predicate<String> wanted;
    private final Knowledge knowledge;
    private final SortedMap<String, SourceFile> files = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Begins to check.
     *
     * @param wanted tells by its path inside the rulebook in which files to look
     */
    Checked(Rulebook rulebook, Predicate<String> wanted) {
        this.rulebook = rulebook;
        this.wanted = wanted;
        this.knowledge = rulebook.knowledge();
        for (Layer layer : rulebook.layers()) {
            layer.files()
                    .forEach((path, content) -> files.put(
                            path,
                            new SourceFile(path, layer.shown(path), new String(content, StandardCharsets.UTF_8))));
        }
    }

    Rulebook rulebook() {
        return rulebook;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    /** The rules in which to look. */
    List<Rule> rules() {
        return rulebook.rules().stream().filter(this::isWanted).toList();
    }

    boolean isWanted(Rule rule) {
        return wanted.test(rule.file());
    }

    boolean isWanted(SourceFile file) {
        return wanted.test(file.path());
    }

    /** All files, by path inside the rulebook. */
    SortedMap<String, SourceFile> files() {
        return files;
    }

    /** The cards in which to look, as documents, by id of the diagnosis. */
    SortedMap<String, Node> cards() {
        SortedMap<String, Node> cards = new TreeMap<>();
        for (SourceFile file : files.values()) {
            Matcher diagnosis = DIAGNOSIS.matcher(file.path());
            if (diagnosis.matches() && isWanted(file)) {
                document(file).ifPresent(node -> cards.put(diagnosis.group(2), node));
            }
        }
        return cards;
    }

    /** The first document of a YAML file. */
    Optional<Node> document(SourceFile file) {
        return Documents.read(file.shown(), file.text().getBytes(StandardCharsets.UTF_8), new ArrayList<>()).stream()
                .findFirst();
    }

    SourceFile file(Rule rule) {
        SourceFile file = files.get(rule.file());
        if (file == null) {
            throw new IllegalStateException("no file " + rule.file());
        }
        return file;
    }

    /** Where a rule begins. */
    Place place(Rule rule) {
        SourceFile file = file(rule);
        int start = file.offset(rule.line());
        int at = start;
        while (at < file.text().length()
                && (file.text().charAt(at) == ' ' || file.text().charAt(at) == '\t')) {
            at++;
        }
        return new Place(file.shown(), rule.line(), at - start + 1);
    }

    Place place(Rule rule, Condition condition) {
        return new Place(file(rule).shown(), condition.line(), condition.column());
    }

    Place place(Rule rule, org.rdpdx.rulebook.Pattern pattern) {
        return new Place(file(rule).shown(), pattern.line(), pattern.column());
    }

    void add(ProblemCode code, Place place, String... what) {
        problems.add(Problem.of(code, place, what));
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    /** What was found, in order. */
    List<Problem> problems() {
        Set<String> shown = files.values().stream()
                .filter(this::isWanted)
                .map(SourceFile::shown)
                .collect(Collectors.toSet());
        return problems.stream()
                .filter(problem -> shown.contains(problem.place().file()))
                .sorted()
                .distinct()
                .toList();
    }
}
