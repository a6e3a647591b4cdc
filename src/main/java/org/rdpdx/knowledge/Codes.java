package org.rdpdx.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.Node;
import org.rdpdx.input.Problem;

/**
 * What is known about codes and events, whatever rules make of them: the content of the folder {@code codes}. Immutable.
 *
 * @param tables one for each space of numbers, by id
 * @param events events that Windows logs, in the order of their file
 * @param pairs what sources say of a primary and an extended code together
 * @param pairNotes what has to be known of one pair before any of its causes
 * @param order a good connection, told by its events; empty if nothing is said
 */
public record Codes(List<Table> tables, List<Event> events, List<Pair> pairs, List<Pair> pairNotes, String order) {

    /** Where the files of codes lie in a rulebook. */
    public static final String FOLDER = "codes/";

    /** Codes are unsigned: their lowest 32 bits. */
    private static final long BITS = 0xFFFF_FFFFL;

    /** Copies what it is given. */
    public Codes {
        tables = List.copyOf(tables);
        events = List.copyOf(events);
        pairs = List.copyOf(pairs);
        pairNotes = List.copyOf(pairNotes);
    }

    /**
     * Reads the files of codes.
     *
     * @param documents what each file holds, by path inside the rulebook
     * @param problems takes what is wrong
     */
    public static Codes read(Map<String, Node> documents, List<Problem> problems) {
        return new CodeReader(problems).read(documents);
    }

    /** The table of that id. */
    public Optional<Table> table(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** A code as its 32 bits without a sign. */
    public static long unsigned(long code) {
        return code & BITS;
    }

    /** As tables and facts write it: {@code 0x904}. */
    public static String hexadecimal(long code) {
        return "0x" + Long.toHexString(unsigned(code)).toUpperCase(Locale.ROOT);
    }

    /** How sure it is that a code means this. */
    public enum Surety {
        /** A vendor's page, a protocol or an interface says so. */
        DOCUMENTED,
        /** Seen in what a product prints, in logs or in reports from the field. */
        OBSERVED,
        /** Concluded by us. */
        INFERRED;

        /** The word in YAML, JSON and on screen. */
        public String word() {
            return Words.of(this);
        }
    }

    /**
     * What is said of something, and why it can be believed.
     *
     * @param says its meaning
     * @param stage where in a connection it shows: a phase, or {@code gateway} or {@code broker}; empty if it tells nothing of
     *     that
     * @param surety how sure it is
     * @param sources pages, the best first, or what else it is known from
     * @param note what else to know; empty if nothing
     */
    public record Meaning(String says, String stage, Surety surety, List<String> sources, String note) {
        /** Copies what it is given. */
        public Meaning {
            sources = List.copyOf(sources);
        }
    }

    /**
     * One space of numbers.
     *
     * @param id its name
     * @param title what its codes are
     * @param where where they are met
     * @param facts paths of facts that hold such codes
     * @param note what holds for all of them; empty if nothing
     * @param checked when its sources were last read
     * @param families what a code tells that is not known itself
     * @param codes those that are known
     */
    public record Table(
            String id,
            String title,
            String where,
            List<String> facts,
            String note,
            LocalDate checked,
            List<Family> families,
            List<Code> codes) {
        /** Copies what it is given. */
        public Table {
            facts = List.copyOf(facts);
            families = List.copyOf(families);
            codes = List.copyOf(codes);
        }
    }

    /**
     * Codes of a table that have something in common.
     *
     * @param from the least of them
     * @param to the greatest of them
     * @param mask which bits tell whether one in that range is one of them
     * @param value what those bits are
     * @param carries id of the table whose code stands in the other bits; null if none does
     * @param base what has to be added to the other bits to have that code
     */
    public record Family(
            long from,
            long to,
            long mask,
            long value,
            @Nullable String carries,
            long base,
            Meaning meaning) {
        /** Whether that code is one of them. */
        public boolean holds(long code) {
            long bits = unsigned(code);
            return bits >= from && bits <= to && (bits & mask) == value;
        }

        /** The code that stands in one of them. */
        public OptionalLong carried(long code) {
            return carries == null ? OptionalLong.empty() : OptionalLong.of((unsigned(code) & ~mask & BITS) + base);
        }
    }

    /**
     * One code.
     *
     * @param number its 32 bits without a sign; nothing where only a name is known
     * @param symbol its name; empty if none was published
     * @param word what facts say in its place; empty if they say the number
     */
    public record Code(OptionalLong number, String symbol, String word, Meaning meaning) {}

    /**
     * One event.
     *
     * @param id its number
     * @param provider what logs it
     * @param channel the log in which it stands
     * @param on viewpoint of the machine that logs it
     * @param level how grave Windows holds it to be
     */
    public record Event(int id, String provider, String channel, String on, String level, Meaning meaning) {}

    /**
     * What a source says of two codes, or of one, or of a box.
     *
     * @param primary the primary code; nothing if any
     * @param box which box, where no code is known; empty if a code is
     * @param extended the extended code; nothing if any
     * @param basis how the source comes to it
     * @param look where to look to see whether it is so; empty if nothing is said
     */
    public record Pair(
            OptionalLong primary, String box, OptionalLong extended, String basis, String look, Meaning meaning) {

        /** Whether it is about these two. */
        public boolean isAbout(long one, long other) {
            return primary.isPresent()
                    && primary.getAsLong() == unsigned(one)
                    && (extended.isEmpty() || extended.getAsLong() == unsigned(other));
        }
    }
}
