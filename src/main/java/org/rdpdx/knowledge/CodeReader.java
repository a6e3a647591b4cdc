package org.rdpdx.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.input.Fields;
import org.rdpdx.input.Node;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.knowledge.Codes.Code;
import org.rdpdx.knowledge.Codes.Event;
import org.rdpdx.knowledge.Codes.Family;
import org.rdpdx.knowledge.Codes.Meaning;
import org.rdpdx.knowledge.Codes.Pair;
import org.rdpdx.knowledge.Codes.Surety;
import org.rdpdx.knowledge.Codes.Table;

/** Reads the files of the folder {@code codes}: a table, the events, or the pairs. */
final class CodeReader {

    private static final List<String> BASES = List.of("primary-only", "box-text", "pair-seen", "reasoning");
    private static final List<String> VIEWPOINTS =
            List.of("client", "host", "gateway", "broker", "licenseServer", "domain");
    private static final long ALL = 0xFFFF_FFFFL;

    private final List<Problem> problems;
    private final List<Table> tables = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Pair> pairNotes = new ArrayList<>();
    private final Map<String, Place> carried = new HashMap<>();
    private String order = "";

    CodeReader(List<Problem> problems) {
        this.problems = problems;
    }

    Codes read(Map<String, Node> documents) {
        documents.forEach((path, document) -> Fields.of(document, problems).ifPresent(fields -> {
            if (fields.has("events")) {
                events(fields);
            } else if (fields.has("pairs")) {
                pairs(fields);
            } else {
                table(path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.')), fields);
            }
            fields.end();
        }));
        Set<String> ids = new HashSet<>();
        tables.forEach(table -> ids.add(table.id()));
        carried.forEach((id, place) -> {
            if (!ids.contains(id)) {
                problems.add(Problem.of(ProblemCode.UNKNOWN_WORD, place, "carries", id)
                        .remedy(Fields.offer(id, ids)));
            }
        });
        return new Codes(tables, events, pairs, pairNotes, order);
    }

    private void table(String name, Fields fields) {
        fields.requiredWord("table", List.of(name));
        String title = fields.requiredText("title");
        String where = fields.requiredText("where");
        LocalDate checked = fields.requiredDate("checked");
        List<String> facts = fields.texts("facts");
        for (String path : facts) {
            FactPaths.unknown(path)
                    .ifPresent(near ->
                            problems.add(Problem.of(ProblemCode.UNKNOWN_WORD, fields.place("facts"), "facts", path)
                                    .remedy(near)));
        }
        List<Family> families = new ArrayList<>();
        for (Fields family : fields.maps("families")) {
            families.add(family(family));
            family.end();
        }
        List<Code> codes = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Fields written : fields.maps("codes")) {
            Code code = code(written);
            // several names may share a number, and a name may stand alone
            String hexadecimal =
                    code.number().isPresent() ? Codes.hexadecimal(code.number().getAsLong()) : "";
            String known = (hexadecimal + " " + code.symbol()).strip();
            Place place = written.place(hexadecimal.isEmpty() ? "symbol" : "code");
            Integer before = lines.putIfAbsent(known, place.line());
            if (before != null) {
                problems.add(Problem.of(ProblemCode.DUPLICATE_KEY, place, known, String.valueOf(before)));
            }
            codes.add(code);
            written.end();
        }
        if (codes.isEmpty()) {
            fields.missing("codes");
        }
        tables.add(new Table(name, title, where, facts, fields.text("note").orElse(""), checked, families, codes));
    }

    private Code code(Fields fields) {
        OptionalLong number = number(fields, "code");
        String symbol = fields.text("symbol").orElse("");
        if (number.isEmpty() && symbol.isEmpty()) {
            fields.missing("code");
        }
        return new Code(number, symbol, fields.text("word").orElse(""), meaning(fields));
    }

    private Family family(Fields fields) {
        boolean masked = fields.has("mask");
        long from = masked ? number(fields, "from").orElse(0) : required(fields, "from");
        long to = masked ? number(fields, "to").orElse(ALL) : required(fields, "to");
        long mask = masked ? required(fields, "mask") : 0;
        long value = masked ? required(fields, "value") : 0;
        Optional<String> carries = fields.text("carries");
        carries.ifPresent(id -> carried.putIfAbsent(id, fields.place("carries")));
        long base = number(fields, "base").orElse(0);
        String says = fields.requiredText("says");
        Surety surety = surety(fields);
        Meaning meaning = new Meaning(says, "", surety, List.of(fields.requiredText("source")), "");
        return new Family(from, to, mask, value, carries.orElse(null), base, meaning);
    }

    private void events(Fields fields) {
        fields.requiredDate("checked");
        order = fields.text("note").orElse("");
        for (Fields event : fields.maps("events")) {
            int id = event.requiredInteger("id");
            String provider = event.requiredText("provider");
            String channel = event.requiredText("channel");
            String on = event.requiredWord("on", VIEWPOINTS);
            events.add(new Event(id, provider, channel, on, event.requiredText("level"), meaning(event)));
            event.end();
        }
    }

    private void pairs(Fields fields) {
        fields.requiredDate("checked");
        for (Fields note : fields.maps("notes")) {
            Meaning meaning = new Meaning(note.requiredText("says"), "", Surety.INFERRED, List.of(), "");
            pairNotes.add(new Pair(
                    OptionalLong.of(required(note, "primary")),
                    "",
                    OptionalLong.of(required(note, "extended")),
                    "",
                    "",
                    meaning));
            note.end();
        }
        for (Fields pair : fields.maps("pairs")) {
            OptionalLong primary = number(pair, "primary");
            String box = pair.text("box").orElse("");
            OptionalLong extended = number(pair, "extended");
            if (primary.isEmpty() && box.isEmpty() && extended.isEmpty()) {
                pair.missing("primary");
            }
            String basis = pair.requiredWord("basis", BASES);
            pairs.add(new Pair(primary, box, extended, basis, pair.text("look").orElse(""), meaning(pair)));
            pair.end();
        }
    }

    private Meaning meaning(Fields fields) {
        List<String> stages = new ArrayList<>(Phase.words());
        stages.add("gateway");
        stages.add("broker");
        return new Meaning(
                fields.requiredText("says"),
                fields.word("stage", stages).orElse(""),
                surety(fields),
                fields.texts("sources"),
                fields.text("note").orElse(""));
    }

    private static Surety surety(Fields fields) {
        String word = fields.requiredWord("surety", Words.of(Surety.values()));
        return word.isEmpty() ? Surety.INFERRED : Words.constant(Surety.class, word);
    }

    private static long required(Fields fields, String key) {
        if (!fields.has(key)) {
            fields.missing(key);
        }
        return number(fields, key).orElse(0);
    }

    /** A number of 32 bits, in hexadecimal after 0x or in decimal. */
    private static OptionalLong number(Fields fields, String key) {
        Optional<String> text = fields.text(key);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        String digits = text.get();
        if (digits.matches("0x[0-9A-Fa-f]{1,8}")) {
            return OptionalLong.of(Long.parseLong(digits.substring(2), 16));
        }
        if (digits.matches("\\d{1,10}") && Long.parseLong(digits) <= ALL) {
            return OptionalLong.of(Long.parseLong(digits));
        }
        fields.problem(ProblemCode.WRONG_TYPE, key, key, "code", digits);
        return OptionalLong.empty();
    }
}
