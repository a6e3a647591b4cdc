package org.rdpdx.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.input.Nearest;
import org.rdpdx.knowledge.Codes;
import org.rdpdx.knowledge.Codes.Code;
import org.rdpdx.knowledge.Codes.Event;
import org.rdpdx.knowledge.Codes.Family;
import org.rdpdx.knowledge.Codes.Table;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;

/**
 * What is known about codes that somebody saw, and what rules make of them. Immutable.
 *
 * @param asked each of them, in the order asked
 * @param together what sources say of the two as a pair; empty unless two are asked for
 * @param notes what has to be known of the pair first
 * @param readers the rules that read one of them, strongest first
 * @param facts a failed attempt of which only these are known: what to ask what to collect next of; null if no fact can hold
 *     them
 */
public record CodeLookup(
        List<Asked> asked,
        List<Codes.Pair> together,
        List<Codes.Pair> notes,
        List<Reader> readers,
        @Nullable CaseFacts facts) {

    private static final String PRIMARY = "primary";
    private static final String EXTENDED = "extended";
    private static final String EVENTS = "events";

    /** Tables in the order in which a number is most often one of theirs; others follow by id. */
    private static final List<String> FIRST = List.of(PRIMARY, EXTENDED, "error-info", "ntstatus", "sspi", "hresult");

    /** Known neighbours that are told on each side of an unknown code. */
    private static final int NEIGHBOURS = 2;

    /** Tables whose neighbours are told. */
    private static final int MOST_TABLES = 3;

    private static final int HIGHEST_EVENT = 0xFFFF;

    /** Copies what it is given. */
    public CodeLookup {
        asked = List.copyOf(asked);
        together = List.copyOf(together);
        notes = List.copyOf(notes);
        readers = List.copyOf(readers);
    }

    /**
     * One that was asked for.
     *
     * @param word as it was written
     * @param number what it is as a number; nothing if it is a name or an event
     * @param found what it is in each table that knows it
     * @param events events of that number
     * @param families what it tells though no table knows it
     * @param near the nearest that are known, if it is not
     * @param nearEvents the same of events
     * @param meant what may have been meant, if it was written as if it were something else; null if nothing
     */
    public record Asked(
            String word,
            OptionalLong number,
            List<Found> found,
            List<Event> events,
            List<Kin> families,
            List<Found> near,
            List<Event> nearEvents,
            @Nullable String meant) {
        /** Copies what it is given. */
        public Asked {
            found = List.copyOf(found);
            events = List.copyOf(events);
            families = List.copyOf(families);
            near = List.copyOf(near);
            nearEvents = List.copyOf(nearEvents);
        }

        /** Whether anything knows it. */
        public boolean isKnown() {
            return !found.isEmpty() || !events.isEmpty();
        }
    }

    /**
     * A code in its table.
     *
     * @param carriedIn the number in whose lower part it stands; nothing if it is the one asked for
     */
    public record Found(Table table, Code code, OptionalLong carriedIn) {}

    /** A family of a table. */
    public record Kin(Table table, Family family) {}

    /**
     * A rule that reads one or more of them.
     *
     * @param words which of those asked for
     * @param rule which rule
     * @param conditions the conditions that read them
     * @param others what else must hold for the rule to fire, as its author wrote it
     */
    public record Reader(List<String> words, Rule rule, List<Condition> conditions, List<String> others) {
        /** Copies what it is given. */
        public Reader {
            words = List.copyOf(words);
            conditions = List.copyOf(conditions);
            others = List.copyOf(others);
        }
    }

    /**
     * Looks codes up.
     *
     * @param words numbers in hexadecimal or decimal, names, or events as {@code Schannel/36870}; of two numbers the first is
     *     taken for the primary and the second for the extended code
     * @return nothing of a word if it is no number and nothing is known by that name
     */
    public static CodeLookup of(List<String> words, Rulebook rulebook) {
        return new Search(rulebook, rulebook.codes()).look(words);
    }

    /** The rules that read a code of a table. */
    public static List<Rule> readers(Table table, Code code, Rulebook rulebook) {
        Found found = new Found(table, code, OptionalLong.empty());
        return readers(asked(List.of(found), List.of()), rulebook);
    }

    /** The rules that read an event. */
    public static List<Rule> readers(Event event, Rulebook rulebook) {
        return readers(asked(List.of(), List.of(event)), rulebook);
    }

    private static Asked asked(List<Found> found, List<Event> events) {
        return new Asked("", OptionalLong.empty(), found, events, List.of(), List.of(), List.of(), null);
    }

    private static List<Rule> readers(Asked asked, Rulebook rulebook) {
        Search search = new Search(rulebook, new Codes(List.of(), List.of(), List.of(), List.of(), ""));
        List<Sought> sought = List.of(search.sought(asked));
        return rulebook.rules().stream()
                .filter(rule -> search.reader(rule, sought).isPresent())
                .toList();
    }

    /** Names that are near to one that nothing is known by. */
    public static List<String> namesLike(String word, Rulebook rulebook) {
        Set<String> names = new TreeSet<>();
        Codes codes = rulebook.codes();
        for (Table table : codes.tables()) {
            table.codes().forEach(code -> names.add(code.symbol()));
        }
        names.remove("");
        return Nearest.to(word, names);
    }

    /** The number that a word writes; nothing if it writes none. */
    static OptionalLong number(String word) {
        String digits = word.toLowerCase(Locale.ROOT);
        if (digits.matches("0x[0-9a-f]{1,8}")) {
            return OptionalLong.of(Long.parseLong(digits.substring(2), 16));
        }
        if (digits.matches("[0-9a-f]{8}") && digits.matches(".*[a-f].*")) {
            return OptionalLong.of(Long.parseLong(digits, 16));
        }
        if (digits.matches("-?\\d{1,10}")) {
            long decimal = Long.parseLong(digits);
            boolean fits = decimal >= Integer.MIN_VALUE && decimal <= 0xFFFF_FFFFL;
            return fits ? OptionalLong.of(Codes.unsigned(decimal)) : OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    /** Where facts say it, and how. */
    private record Value(FactPaths.About about, Object value) {}

    /** One that was asked for, with all that a rule that reads it can compare with. */
    private record Sought(Asked asked, List<Value> values) {

        boolean isOf(Kind kind) {
            return (!asked.events().isEmpty() && kind.key().equals(EVENTS))
                    || values.stream().anyMatch(value -> value.about().kind().equals(kind));
        }
    }

    private static final class Search {

        private final Rulebook rulebook;
        private final Codes codes;
        private final List<Table> tables;

        Search(Rulebook rulebook, Codes codes) {
            this.rulebook = rulebook;
            this.codes = codes;
            this.tables = codes.tables().stream()
                    .sorted(Comparator.comparingInt((Table table) -> place(table))
                            .thenComparing(Table::id))
                    .toList();
        }

        private static int place(Table table) {
            int place = FIRST.indexOf(table.id());
            return place >= 0 ? place : FIRST.size() + (table.facts().isEmpty() ? 1 : 0);
        }

        CodeLookup look(List<String> words) {
            List<OptionalLong> numbers = words.stream().map(CodeLookup::number).toList();
            boolean pair = words.size() == 2
                    && numbers.get(0).isPresent()
                    && numbers.get(1).isPresent();
            List<Asked> asked = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                asked.add(look(words.get(i), pair ? (i == 0 ? PRIMARY : EXTENDED) : ""));
            }
            List<Codes.Pair> together = List.of();
            List<Codes.Pair> notes = List.of();
            if (pair) {
                long primary = numbers.get(0).getAsLong();
                long extended = numbers.get(1).getAsLong();
                together = codes.pairs().stream()
                        .filter(one -> one.isAbout(primary, extended))
                        .toList();
                notes = codes.pairNotes().stream()
                        .filter(one -> one.isAbout(primary, extended))
                        .toList();
            }
            List<Reader> readers = new ArrayList<>();
            List<Sought> sought = asked.stream().map(this::sought).toList();
            rulebook.rules().forEach(rule -> reader(rule, sought).ifPresent(readers::add));
            readers.sort(Comparator.comparing((Reader one) -> one.rule().isDeduction())
                    .thenComparing(one -> one.rule().speaks().map(Enum::ordinal).orElse(0))
                    .thenComparing(one -> one.rule().against())
                    .thenComparing(one -> one.rule().name()));
            return new CodeLookup(asked, together, notes, readers, facts(asked));
        }

        private Asked look(String word, String only) {
            OptionalLong number = CodeLookup.number(word);
            if (number.isPresent()) {
                return look(word, number.getAsLong(), only);
            }
            int slash = word.lastIndexOf('/');
            if (slash > 0 && word.substring(slash + 1).matches("\\d{1,5}")) {
                return event(word, word.substring(0, slash), Integer.parseInt(word.substring(slash + 1)));
            }
            List<Found> found = new ArrayList<>();
            for (Table table : tables) {
                for (Code code : table.codes()) {
                    if (code.symbol().equalsIgnoreCase(word) || word.equalsIgnoreCase(code.word())) {
                        found.add(new Found(table, code, OptionalLong.empty()));
                    }
                }
            }
            return new Asked(
                    word,
                    found.isEmpty() ? OptionalLong.empty() : found.get(0).code().number(),
                    found,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null);
        }

        private Asked look(String word, long number, String only) {
            List<Table> searched = tables.stream()
                    .filter(table -> only.isEmpty() || table.id().equals(only))
                    .toList();
            List<Found> found = known(number, searched);
            if (found.isEmpty() && !only.isEmpty()) {
                // what one client calls its code another may not
                found = known(number, tables);
            }
            boolean decimal = word.matches("\\d{1,5}");
            List<Event> events = only.isEmpty() && decimal && number <= HIGHEST_EVENT
                    ? codes.events().stream()
                            .filter(event -> event.id() == number)
                            .toList()
                    : List.of();
            List<Kin> families = new ArrayList<>();
            List<Found> near = List.of();
            if (found.isEmpty()) {
                for (Table table : searched) {
                    table.families().stream()
                            .filter(family -> family.holds(number))
                            .forEach(family -> families.add(new Kin(table, family)));
                }
                near = near(number, families, searched);
            }
            boolean meantHexadecimal = decimal
                    && events.isEmpty()
                    && known(number, searched).isEmpty()
                    && !known(Long.parseLong(word, 16), searched).isEmpty();
            return new Asked(
                    word,
                    OptionalLong.of(number),
                    found,
                    events,
                    families,
                    near,
                    List.of(),
                    meantHexadecimal ? "0x" + word : null);
        }

        private List<Found> known(long number, List<Table> searched) {
            List<Found> found = new ArrayList<>();
            for (Table table : searched) {
                List<Code> own = codes(table, number);
                own.forEach(code -> found.add(new Found(table, code, OptionalLong.empty())));
                for (Family family : table.families()) {
                    OptionalLong carried = family.holds(number) ? family.carried(number) : OptionalLong.empty();
                    if (carried.isPresent() && own.isEmpty()) {
                        codes.table(String.valueOf(family.carries()))
                                .ifPresent(other -> codes(other, carried.getAsLong())
                                        .forEach(code -> found.add(new Found(other, code, OptionalLong.of(number)))));
                    }
                }
            }
            return found;
        }

        /** In some tables several share a number. */
        private static List<Code> codes(Table table, long number) {
            return table.codes().stream()
                    .filter(code -> code.number().isPresent() && code.number().getAsLong() == number)
                    .toList();
        }

        /** The known codes on both sides, in the tables of which the code is one of a family, or else in the nearest. */
        private List<Found> near(long number, List<Kin> families, List<Table> searched) {
            Set<Table> kin = new LinkedHashSet<>();
            families.forEach(one -> kin.add(one.table()));
            if (number <= HIGHEST_EVENT) {
                // small ones are most often asked for because a client shows them
                searched.stream().filter(table -> table.id().equals(PRIMARY)).forEach(kin::add);
            }
            List<Table> looked = new ArrayList<>(kin);
            if (looked.isEmpty()) {
                looked.addAll(searched);
                looked.sort(Comparator.comparingLong(table -> distance(table, number)));
            }
            List<Found> near = new ArrayList<>();
            for (Table table : looked.subList(0, Math.min(looked.size(), kin.isEmpty() ? 1 : MOST_TABLES))) {
                List<Code> codesByNumber = table.codes().stream()
                        .filter(code -> code.number().isPresent())
                        .sorted(Comparator.comparingLong(code -> code.number().getAsLong()))
                        .toList();
                int above = 0;
                while (above < codesByNumber.size()
                        && codesByNumber.get(above).number().getAsLong() < number) {
                    above++;
                }
                int from = Math.max(0, above - NEIGHBOURS);
                int to = Math.min(codesByNumber.size(), above + NEIGHBOURS);
                codesByNumber.subList(from, to).forEach(code -> near.add(new Found(table, code, OptionalLong.empty())));
            }
            return near;
        }

        private static long distance(Table table, long number) {
            return table.codes().stream()
                    .filter(code -> code.number().isPresent())
                    .mapToLong(code -> Math.abs(code.number().getAsLong() - number))
                    .min()
                    .orElse(Long.MAX_VALUE);
        }

        private Asked event(String word, String logger, int id) {
            List<Event> ofLogger = codes.events().stream()
                    .filter(event -> isLoggedBy(event, logger))
                    .toList();
            List<Event> found =
                    ofLogger.stream().filter(event -> event.id() == id).toList();
            List<Event> near = new ArrayList<>();
            if (found.isEmpty()) {
                codes.events().stream().filter(event -> event.id() == id).forEach(near::add);
                ofLogger.stream()
                        .sorted(Comparator.comparingInt((Event event) -> Math.abs(event.id() - id))
                                .thenComparing(Event::id))
                        .limit(2L * NEIGHBOURS)
                        .forEach(near::add);
            }
            return new Asked(word, OptionalLong.empty(), List.of(), found, List.of(), List.of(), near, null);
        }

        /** Whether its provider or its channel goes by that name, or by a longer one that holds it as a part. */
        private static boolean isLoggedBy(Event event, String logger) {
            return goesBy(event.provider(), logger) || goesBy(event.channel(), logger);
        }

        private static boolean goesBy(String name, String logger) {
            String full = name.toLowerCase(Locale.ROOT);
            String asked = logger.toLowerCase(Locale.ROOT);
            return full.equals(asked)
                    || List.of(full.split("[-/]")).contains(asked)
                    || full.endsWith("-" + asked)
                    || full.contains("-" + asked + "/");
        }

        private Sought sought(Asked one) {
            List<Value> values = new ArrayList<>();
            said(one).forEach((path, value) -> FactPaths.about(path)
                    .filter(about -> about.property() != null)
                    .ifPresent(about -> values.add(new Value(about, value))));
            return new Sought(one, values);
        }

        private Optional<Reader> reader(Rule rule, List<Sought> asked) {
            boolean looked = rule.patterns().stream()
                    .anyMatch(pattern -> asked.stream().anyMatch(one -> one.isOf(pattern.kind())));
            if (!looked) {
                return Optional.empty();
            }
            Set<String> words = new LinkedHashSet<>();
            List<Condition> conditions = new ArrayList<>();
            List<String> others = new ArrayList<>();
            for (Pattern pattern : rule.patterns()) {
                for (Condition condition : pattern.conditions()) {
                    List<String> read = asked.stream()
                            .filter(one -> reads(pattern, condition, one))
                            .map(one -> one.asked().word())
                            .toList();
                    words.addAll(read);
                    if (read.isEmpty()) {
                        others.add(pattern.kind().typeName() + ": " + condition.text());
                    } else {
                        conditions.add(condition);
                    }
                }
            }
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Reader(List.copyOf(words), rule, conditions, others));
        }

        private boolean reads(Pattern pattern, Condition condition, Sought one) {
            for (Event event : one.asked().events()) {
                boolean same = pattern.kind().key().equals(EVENTS)
                        && mentions(condition.expression(), "id", event.id())
                        && names(pattern, "provider", event.provider())
                        && names(pattern, "channel", event.channel());
                if (same) {
                    return true;
                }
            }
            for (Value said : one.values()) {
                String property = said.about().property();
                boolean same = said.about().kind().equals(pattern.kind())
                        && property != null
                        && mentions(condition.expression(), property, said.value());
                if (same) {
                    return true;
                }
            }
            return false;
        }

        private static boolean names(Pattern pattern, String property, String name) {
            List<?> pinned = pattern.pinned(property);
            return pinned.isEmpty()
                    || pinned.stream().anyMatch(one -> String.valueOf(one).equalsIgnoreCase(name));
        }

        private static boolean mentions(Expression expression, String property, Object value) {
            if (expression instanceof Expression.All all) {
                return all.parts().stream().anyMatch(part -> mentions(part, property, value));
            }
            if (expression instanceof Expression.Any any) {
                return any.parts().stream().anyMatch(part -> mentions(part, property, value));
            }
            if (!(expression instanceof Expression.Comparison comparison)
                    || !comparison.property().name().equals(property)
                    || !(comparison.operand() instanceof Expression.Constant constant)) {
                return false;
            }
            return switch (comparison.operator()) {
                case EQUAL -> same(constant.value(), value);
                case IN -> ((List<?>) constant.value()).stream().anyMatch(one -> same(one, value));
                default -> false;
            };
        }

        private static boolean same(Object constant, Object value) {
            if (constant instanceof Number one && value instanceof Number other) {
                return Codes.unsigned(one.longValue()) == Codes.unsigned(other.longValue());
            }
            return constant.equals(value);
        }

        /** What facts say where they hold it, by path. */
        private Map<String, Object> said(Asked one) {
            Map<String, Object> said = new LinkedHashMap<>();
            for (Found found : one.found()) {
                Object value =
                        found.code().word().isEmpty() ? null : found.code().word();
                OptionalLong number = found.carriedIn().isPresent()
                        ? found.carriedIn()
                        : found.code().number();
                if (value == null && number.isPresent()) {
                    value = number.getAsLong();
                }
                for (String path : found.table().facts()) {
                    if (value != null) {
                        said.putIfAbsent(path, value);
                    }
                }
            }
            if (one.found().isEmpty() && one.number().isPresent()) {
                for (Kin kin : one.families()) {
                    kin.table()
                            .facts()
                            .forEach(path -> said.putIfAbsent(path, one.number().getAsLong()));
                }
            }
            return said;
        }

        private @Nullable CaseFacts facts(List<Asked> asked) {
            Map<String, Object> known = new LinkedHashMap<>();
            Map<String, Event> events = new LinkedHashMap<>();
            for (Asked one : asked) {
                said(one).entrySet().stream()
                        .filter(said -> said.getKey().startsWith("attempt."))
                        .findFirst()
                        .ifPresent(said -> known.putIfAbsent(said.getKey(), said.getValue()));
                if (known.isEmpty() && !one.events().isEmpty()) {
                    events.putIfAbsent(one.word(), one.events().get(0));
                }
            }
            if (known.isEmpty() && events.isEmpty()) {
                return null;
            }
            CaseFacts.Builder facts = CaseFacts.named("code").put("attempt.outcome", "fails");
            known.forEach((path, value) -> facts.put(path, value instanceof Long number ? number.intValue() : value));
            for (Event event : events.values()) {
                facts.add(event.on() + ".events", Map.of("id", event.id(), "provider", event.provider()));
            }
            return facts.build();
        }
    }
}
