package org.rdpdx.rulebook;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a {@link TableReader} reads: numbers in as few bytes as they need, and each text once, so that nothing has to be
 * made of what nobody asks for.
 */
final class TableWriter {

    /** Marks a text that has other characters than those of Latin-1, which are read faster. */
    static final int OTHER_CHARACTERS = 1 << 31;

    private static final int MOST_OF_ONE_BYTE = 0x7F;

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Writes each value of a list, after their number. */
    interface Each<T> {
        void write(T value);
    }

    /** A number that is not negative and mostly small. */
    void number(int value) {
        if (value < 0) {
            throw new IllegalArgumentException(String.valueOf(value));
        }
        int left = value;
        while (left > MOST_OF_ONE_BYTE) {
            body.write((left & MOST_OF_ONE_BYTE) | (MOST_OF_ONE_BYTE + 1));
            left >>>= 7;
        }
        body.write(left);
    }

    /** Any whole number. */
    void whole(int value) {
        body.writeBytes(bytes(value));
    }

    private static byte[] bytes(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    void real(double value) {
        body.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
    }

    void flag(boolean value) {
        body.write(value ? 1 : 0);
    }

    void text(String text) {
        number(index(text));
    }

    void nullable(@Nullable String text) {
        number(text == null ? 0 : index(text) + 1);
    }

    private int index(String text) {
        return texts.computeIfAbsent(text, more -> texts.size());
    }

    <T> void list(List<T> values, Each<? super T> each) {
        number(values.size());
        values.forEach(each::write);
    }

    /** Something that a reader can go past without looking at it. */
    void aside(Runnable part) {
        ByteArrayOutputStream whole = body;
        body = new ByteArrayOutputStream();
        part.run();
        byte[] written = body.toByteArray();
        body = whole;
        number(written.length);
        body.writeBytes(written);
    }

    /** Values of which a reader takes any without going past those before it. */
    <T> void rows(List<T> values, Each<? super T> each) {
        ByteArrayOutputStream whole = body;
        ByteArrayOutputStream places = new ByteArrayOutputStream();
        body = new ByteArrayOutputStream();
        for (T value : values) {
            places.writeBytes(bytes(body.size()));
            each.write(value);
        }
        byte[] written = body.toByteArray();
        body = whole;
        whole(values.size());
        body.writeBytes(places.toByteArray());
        whole(written.length);
        body.writeBytes(written);
    }

    byte[] toByteArray() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        List<Integer> places = new ArrayList<>();
        for (String text : texts.keySet()) {
            boolean latin = text.chars().allMatch(character -> character < 256);
            places.add(content.size() | (latin ? 0 : OTHER_CHARACTERS));
            content.writeBytes(text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
        }
        places.add(content.size());
        ByteBuffer all =
                ByteBuffer.allocate(Integer.BYTES + places.size() * Integer.BYTES + content.size() + body.size());
        all.putInt(texts.size());
        places.forEach(all::putInt);
        all.put(content.toByteArray());
        all.put(body.toByteArray());
        return all.array();
    }
}
