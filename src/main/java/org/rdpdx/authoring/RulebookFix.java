package org.rdpdx.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rdpdx.input.Documents;
import org.rdpdx.input.MappingNode;
import org.rdpdx.input.Node;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.input.SequenceNode;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;

/**
 * Mends by itself what can be mended without a thought: variables that nothing reads, blanks at ends of lines, a last line
 * without an end, a missing line for editors. What fires stays the same: the condition table is compared before anything is
 * written.
 *
 * @param mended what is mended
 * @param busy files that somebody else changed in the meantime, which are left alone
 */
public record RulebookFix(List<Problem> mended, List<String> busy) {

    private static final Set<ProblemCode> CAN_BE_MENDED = EnumSet.of(
            ProblemCode.UNUSED_VARIABLE,
            ProblemCode.BLANKS_AT_END,
            ProblemCode.NO_LAST_LINE_END,
            ProblemCode.SCHEMA_UNSAID);

    /** Copies what it is given. */
    public RulebookFix {
        mended = List.copyOf(mended);
        busy = List.copyOf(busy);
    }

    /** Instead of what stands between two places. */
    private record Edit(int start, int end, String instead) {}

    /**
     * Mends the files of a rulebook that lies in folders.
     *
     * @param folders as they were opened, later ones laid over earlier ones
     * @throws IOException if a file cannot be written; those that are written are whole
     */
    public static RulebookFix of(List<Path> folders) throws IOException {
        try (Rulebook rulebook = open(folders)) {
            Checked checked = new Checked(rulebook, path -> true);
            List<Problem> problems = RulebookCheck.of(rulebook);
            Map<Checked.SourceFile, String> changed = new LinkedHashMap<>();
            List<Problem> mended = new ArrayList<>();
            for (Checked.SourceFile file : checked.files().values()) {
                List<Problem> here = problems.stream()
                        .filter(problem -> CAN_BE_MENDED.contains(problem.code()))
                        .filter(problem -> problem.place().file().equals(file.shown()))
                        .toList();
                if (!saysTheSame(file, mended(file, here))) {
                    // the blanks are part of a text
                    here = here.stream()
                            .filter(problem -> problem.code() != ProblemCode.BLANKS_AT_END)
                            .toList();
                }
                if (!here.isEmpty()) {
                    changed.put(file, mended(file, here));
                    mended.addAll(here);
                }
            }
            demandSameRules(rulebook, folders, changed);
            return write(changed, mended);
        }
    }

    private static Rulebook open(List<Path> folders) {
        return Rulebook.open(folders.get(0), folders.subList(1, folders.size()).toArray(Path[]::new));
    }

    private static String mended(Checked.SourceFile file, List<Problem> problems) {
        List<Edit> edits = new ArrayList<>();
        problems.forEach(problem -> edits.add(edit(file, problem)));
        edits.sort(
                Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end).reversed());
        StringBuilder text = new StringBuilder(file.text());
        edits.forEach(edit -> text.replace(edit.start(), edit.end(), edit.instead()));
        return text.toString();
    }

    private static Edit edit(Checked.SourceFile file, Problem problem) {
        Place place = problem.place();
        int at = file.offset(place.line()) + place.column() - 1;
        return switch (problem.code()) {
            case UNUSED_VARIABLE -> withoutVariable(file, at, problem.what().get(0));
            case BLANKS_AT_END -> {
                Matcher blanks = TextChecks.BLANKS.matcher(file.text());
                yield new Edit(at, blanks.find(at) ? blanks.end() : at, "");
            }
            case NO_LAST_LINE_END -> new Edit(at, at, file.text().contains("\r\n") ? "\r\n" : "\n");
            case SCHEMA_UNSAID -> {
                String end = file.text().contains("\r\n") ? "\r\n" : "\n";
                int begin = file.text().startsWith("\uFEFF") ? 1 : 0;
                yield new Edit(begin, begin, problem.remedy().get(0) + end);
            }
            default -> throw new IllegalStateException("cannot mend " + problem);
        };
    }

    /** Takes a variable out, and its property with the comma where nothing is asked of that. */
    private static Edit withoutVariable(Checked.SourceFile file, int at, String variable) {
        String text = file.text();
        Matcher binding = VariableChecks.binding(file, at, variable)
                .orElseThrow(() -> new IllegalStateException("no " + variable + " in " + file.path()));
        Matcher alone = Pattern.compile("\\G\\w+\\s*(,\\s*|(?=\\)))").matcher(text);
        if (!alone.find(binding.end())) {
            return new Edit(at, binding.end(), "");
        }
        int before = text.substring(0, at).stripTrailing().length();
        boolean last = alone.group(1).isEmpty() && text.charAt(before - 1) == ',';
        return new Edit(last ? before - 1 : at, last ? alone.end() - blanksBefore(text, alone.end()) : alone.end(), "");
    }

    private static int blanksBefore(String text, int end) {
        return end - text.substring(0, end).stripTrailing().length();
    }

    /** A YAML file must hold the same values: blanks at the end of a line can be part of a text. */
    private static boolean saysTheSame(Checked.SourceFile file, String text) {
        return !file.path().endsWith(".yaml") || values(file, file.text()).equals(values(file, text));
    }

    private static List<String> values(Checked.SourceFile file, String text) {
        List<String> values = new ArrayList<>();
        Documents.read(file.shown(), text.getBytes(StandardCharsets.UTF_8), new ArrayList<>())
                .forEach(node -> values(node, values));
        return values;
    }

    private static void values(Node node, List<String> values) {
        if (node instanceof MappingNode map) {
            values.add("{");
            map.entries().forEach(entry -> {
                values.add(entry.key());
                values(entry.value(), values);
            });
            values.add("}");
        } else if (node instanceof SequenceNode list) {
            values.add("[");
            list.items().forEach(item -> values(item, values));
            values.add("]");
        } else {
            values.add(node.shown());
        }
    }

    /** Opens a copy with the changes, so that a mistake of ours is seen before a file of somebody else is touched. */
    private static void demandSameRules(Rulebook before, List<Path> folders, Map<Checked.SourceFile, String> changed)
            throws IOException {
        Path copies = Files.createTempDirectory("rdpdx-fix");
        try {
            List<Path> copied = new ArrayList<>();
            for (int i = 0; i < folders.size(); i++) {
                Path copy = copies.resolve(String.valueOf(i));
                for (Map.Entry<String, byte[]> file :
                        before.layers().get(i).files().entrySet()) {
                    put(copy.resolve(file.getKey()), file.getValue());
                }
                for (Map.Entry<Checked.SourceFile, String> entry : changed.entrySet()) {
                    if (before.layers()
                            .get(i)
                            .files()
                            .containsKey(entry.getKey().path())) {
                        put(
                                copy.resolve(entry.getKey().path()),
                                entry.getValue().getBytes(StandardCharsets.UTF_8));
                    }
                }
                copied.add(copy);
            }
            try (Rulebook after = open(copied)) {
                if (!table(before).equals(table(after))) {
                    throw new IllegalStateException("mending would change what fires: " + table(after));
                }
            }
        } finally {
            try (Stream<Path> all = Files.walk(copies)) {
                all.sorted(Comparator.reverseOrder()).forEach(RulebookFix::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException unwilling) {
            throw new UncheckedIOException(unwilling);
        }
    }

    private static void put(Path file, byte[] content) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, content);
    }

    /** What decides what fires: everything but places, texts and the names of variables. */
    private static Map<String, String> table(Rulebook rulebook) {
        Map<String, String> table = new TreeMap<>();
        for (Rule rule : rulebook.rules()) {
            StringBuilder row = new StringBuilder();
            row.append(rule.strength())
                    .append(rule.against())
                    .append(rule.sees())
                    .append(rule.branches());
            rule.patterns().forEach(pattern -> {
                row.append('\n').append(pattern.kind()).append(pattern.presence());
                for (Condition condition : pattern.conditions()) {
                    row.append(" [")
                            .append(bound(rule, String.valueOf(condition.expression())))
                            .append(']');
                }
            });
            if (rule.deduces() != null) {
                row.append('\n').append(rule.deduces().kind());
                for (Expression.Operand argument : rule.deduces().arguments()) {
                    row.append(' ').append(bound(rule, String.valueOf(argument)));
                }
            }
            table.put(rule.name(), row.toString());
        }
        return table;
    }

    /** Slots are numbered in the order in which variables are bound, so they move when one goes. */
    private static String bound(Rule rule, String text) {
        Matcher slot = Pattern.compile("slot=(\\d+)").matcher(text);
        return slot.replaceAll(found -> Matcher.quoteReplacement(binder(rule, Integer.parseInt(found.group(1)))));
    }

    private static String binder(Rule rule, int slot) {
        for (int i = 0; i < rule.patterns().size(); i++) {
            Integer property = rule.patterns().get(i).bindings().get(slot);
            if (property != null) {
                return "pattern " + i + " property " + property;
            }
        }
        throw new IllegalStateException("nothing binds slot " + slot);
    }

    private static RulebookFix write(Map<Checked.SourceFile, String> changed, List<Problem> mended) throws IOException {
        List<String> busy = new ArrayList<>();
        for (Map.Entry<Checked.SourceFile, String> entry : changed.entrySet()) {
            Checked.SourceFile file = entry.getKey();
            KnownFile known = new KnownFile(Path.of(file.shown()), Optional.of(file.text()));
            if (!known.replace(entry.getValue())) {
                busy.add(file.shown());
            }
        }
        return new RulebookFix(
                mended.stream()
                        .filter(problem -> !busy.contains(problem.place().file()))
                        .sorted()
                        .toList(),
                busy);
    }
}
