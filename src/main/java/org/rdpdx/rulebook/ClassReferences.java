package org.rdpdx.rulebook;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds which classes others need, by the names in their constant pools. */
final class ClassReferences {

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    private ClassReferences() {}

    /** Those classes that can be reached from some of them. */
    static SortedMap<String, byte[]> reachable(Collection<String> roots, SortedMap<String, byte[]> classes) {
        SortedMap<String, byte[]> reached = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            String name = open.pop();
            byte[] bytes = classes.get(name);
            if (bytes != null && reached.put(name, bytes) == null) {
                texts(bytes).forEach(text -> names(text, classes, open));
            }
        }
        return reached;
    }

    /** A class is named by itself, or between L and a semicolon in the type of a member. */
    private static void names(String text, SortedMap<String, byte[]> classes, Deque<String> found) {
        for (String part : text.split("[;()<>\\[]", -1)) {
            String name = part.replace('/', '.');
            if (classes.containsKey(name)) {
                found.push(name);
            } else if (name.startsWith("L") && classes.containsKey(name.substring(1))) {
                found.push(name.substring(1));
            }
        }
    }

    private static Set<String> texts(byte[] code) {
        Set<String> texts = new HashSet<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(code))) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                if (tag == UTF8) {
                    texts.add(in.readUTF());
                } else {
                    in.skipNBytes(length(tag));
                }
                if (tag == LONG || tag == DOUBLE) {
                    // these take two places
                    i++;
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return texts;
    }

    /** Bytes of a constant after its tag, by the specification of the Java virtual machine, chapter 4.4. */
    private static int length(int tag) {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case LONG, DOUBLE -> 8;
            default -> throw new IllegalStateException("constant " + tag);
        };
    }
}
