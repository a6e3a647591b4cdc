package org.rdpdx.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be said in a fact file: kinds, viewpoints, principals and dialogs. It comes from {@code rules/v1/facts/} through
 * a generated table, so that no YAML is read at start. Immutable.
 */
public final class Vocabulary {

    /** Viewpoint of what is written at the top of a file. */
    public static final String TOP = "top";

    /** Major version of the vocabulary: the folder of the rules written in it is {@code v1}. */
    public static final int VERSION = 1;

    private static final List<Kind> KINDS = VocabularyTable.kinds();
    private static final Map<String, Kind> BY_KEY = new HashMap<>();
    private static final Map<String, Kind> BY_TYPE_NAME = new HashMap<>();
    private static final List<String> VIEWPOINTS = List.of(VocabularyTable.viewpoints());
    private static final List<String> CAN_BE_NONE = List.of(VocabularyTable.canBeNone());
    private static final List<String> UNREAD_REASONS = List.of(VocabularyTable.unreadReasons());
    private static final List<String> HOW = List.of(VocabularyTable.how());

    static {
        for (Kind kind : KINDS) {
            BY_KEY.put(kind.key(), kind);
            BY_TYPE_NAME.put(kind.typeName(), kind);
        }
    }

    private Vocabulary() {}

    /** All kinds, in the order in which they are shown. */
    public static List<Kind> kinds() {
        return KINDS;
    }

    /** The kind of that word in a fact file, such as {@code services}. */
    public static Optional<Kind> byKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** The kind of that record, such as {@code Service}. */
    public static Optional<Kind> byTypeName(String typeName) {
        return Optional.ofNullable(BY_TYPE_NAME.get(typeName));
    }

    /**
     * The kind of that word in a fact file, which must exist.
     *
     * @throws IllegalStateException if it does not
     */
    public static Kind require(String key) {
        Kind kind = BY_KEY.get(key);
        if (kind == null) {
            throw new IllegalStateException("no kind " + key);
        }
        return kind;
    }

    /** All viewpoints but the top, in the order in which they are shown. */
    public static List<String> viewpoints() {
        return VIEWPOINTS;
    }

    /** Viewpoints that a connection may do without, so that a file can say {@code gateway: none}. */
    public static List<String> canBeNone() {
        return CAN_BE_NONE;
    }

    /** Words that stand for SIDs, with the SID; {@code D} in it stands for the domain or machine. */
    public static Map<String, String> principals() {
        return Principals.NAMES;
    }

    /** The word for a SID, or the text itself if it is one of our words or any other SID; nothing for a display name. */
    public static Optional<String> principal(String text) {
        return Principals.of(text);
    }

    /** Ids of the dialogs that are known, with the English words by which each is recognised. */
    public static Map<String, String> messages() {
        return Dialogs.english();
    }

    /** The dialog that a text shows, in whatever language we know it; also for an id itself. */
    public static Optional<String> message(String text) {
        return Dialogs.recognise(text);
    }

    /** Reasons why something could not be read. */
    public static List<String> unreadReasons() {
        return UNREAD_REASONS;
    }

    /** Words for how somebody knows. */
    public static List<String> how() {
        return HOW;
    }

    /**
     * Makes a fact. For the rules' room, which holds values that were checked before; everybody else names facts by path.
     *
     * @param values one for each of {@link Kind#properties()}, of its type; null where it was not observed
     */
    public static Fact create(Kind kind, @Nullable Object[] values) {
        return VocabularyTable.create(kind, values);
    }

    /** Differs whenever a kind, a property, a type or a word differs; the same on every machine. */
    public static String fingerprint() {
        return VocabularyTable.FINGERPRINT;
    }

    /** The kinds that can be written at a viewpoint. */
    static List<Kind> kindsAt(String viewpoint) {
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : KINDS) {
            if (kind.viewpoints().contains(viewpoint)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** A map in the order of a table of two columns. */
    static Map<String, String> ordered(String[]... rows) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String[] row : rows) {
            map.put(row[0], row[1]);
        }
        return Collections.unmodifiableMap(map);
    }
}
