package org.rdpdx.rulebook;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link TableWriter} wrote, in the same order. One reader is for one thread; those that it gives for parts
 * {@linkplain #aside aside} may go to others, as what they share never changes but for texts that are made twice at worst.
 */
final class TableReader {

    private static final int HIGH_BIT = 0x80;
    private static final int BYTE = 0xFF;

    private final Shared shared;
    private int at;

    /** What all readers of one table have in common. */
    private static final class Shared {
        private final byte[] all;
        private final int content;
        private final @Nullable String[] texts;

        Shared(byte[] all, int count) {
            this.all = all;
            this.content = Integer.BYTES * (count + 2);
            this.texts = new String[count];
        }

        String text(int index) {
            String known = texts[index];
            if (known != null) {
                return known;
            }
            int place = whole(all, Integer.BYTES * (index + 1));
            int from = place & ~TableWriter.OTHER_CHARACTERS;
            int to = whole(all, Integer.BYTES * (index + 2)) & ~TableWriter.OTHER_CHARACTERS;
            Charset characters = place < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            String text = new String(all, content + from, to - from, characters);
            texts[index] = text;
            return text;
        }
    }

    TableReader(byte[] all) {
        int count = whole(all, 0);
        if (count < 0 || count > all.length / Integer.BYTES - 2) {
            throw new IllegalArgumentException("no table: " + count + " texts in " + all.length + " bytes");
        }
        this.shared = new Shared(all, count);
        this.at = shared.content + whole(all, Integer.BYTES * (count + 1));
    }

    private TableReader(Shared shared, int at) {
        this.shared = shared;
        this.at = at;
    }

    /** Makes one value of a list. */
    interface Each<T> {
        T read();
    }

    private static int whole(byte[] all, int from) {
        return ((all[from] & BYTE) << 24)
                | ((all[from + 1] & BYTE) << 16)
                | ((all[from + 2] & BYTE) << 8)
                | (all[from + 3] & BYTE);
    }

    int number() {
        byte[] all = shared.all;
        int first = all[at++];
        if (first >= 0) {
            return first;
        }
        int value = first & ~HIGH_BIT & BYTE;
        int shift = 7;
        while (true) {
            int next = all[at++];
            value |= (next & ~HIGH_BIT & BYTE) << shift;
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    int whole() {
        int value = whole(shared.all, at);
        at += Integer.BYTES;
        return value;
    }

    double real() {
        long high = whole();
        long low = whole();
        return Double.longBitsToDouble((high << 32) | (low & 0xFFFF_FFFFL));
    }

    boolean flag() {
        return shared.all[at++] != 0;
    }

    String text() {
        return shared.text(number());
    }

    @Nullable
    String nullable() {
        int index = number();
        return index == 0 ? null : shared.text(index - 1);
    }

    <T> List<T> list(Each<? extends T> each) {
        int count = number();
        if (count < 0 || count > shared.all.length) {
            throw new IllegalArgumentException("no table: " + count + " values in " + shared.all.length + " bytes");
        }
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(each.read());
        }
        return values;
    }

    /** Goes past a part, which the reader that is given reads. */
    TableReader aside() {
        int length = number();
        TableReader part = new TableReader(shared, at);
        at += length;
        return part;
    }

    /** Goes past rows, any of which can be read later. */
    Rows rows() {
        int count = whole();
        int places = at;
        at += count * Integer.BYTES;
        int length = whole();
        Rows rows = new Rows(shared, count, places, at);
        at += length;
        return rows;
    }

    /** What {@link TableWriter#rows} wrote. */
    static final class Rows {
        private final Shared shared;
        private final int count;
        private final int places;
        private final int from;

        private Rows(Shared shared, int count, int places, int from) {
            this.shared = shared;
            this.count = count;
            this.places = places;
            this.from = from;
        }

        int count() {
            return count;
        }

        /** A reader that stands before a row. */
        TableReader row(int index) {
            return new TableReader(shared, from + whole(shared.all, places + index * Integer.BYTES));
        }
    }

    /** A reader that stands where this one stands. */
    TableReader again() {
        return new TableReader(shared, at);
    }
}
