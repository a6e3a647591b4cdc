package org.rdpdx.rulebook;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a class file names. Java Virtual Machine Specification, 4.4. */
final class ConstantPool {

    static final int UTF8 = 1;
    static final int INTEGER = 3;
    static final int FLOAT = 4;
    static final int LONG = 5;
    static final int DOUBLE = 6;
    static final int CLASS = 7;
    static final int STRING = 8;
    static final int FIELD = 9;
    static final int METHOD = 10;
    static final int INTERFACE_METHOD = 11;
    static final int NAME_AND_TYPE = 12;
    static final int METHOD_HANDLE = 15;
    static final int METHOD_TYPE = 16;
    static final int INVOKE_DYNAMIC = 18;

    /** An entry that refers to one or two others. */
    private record Reference(int tag, int first, int second) {}

    private final @Nullable Object[] entries;

    ConstantPool(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        entries = new Object[count];
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case UTF8 -> entries[i] = in.readUTF();
                case INTEGER, FLOAT -> in.readInt();
                case LONG, DOUBLE -> {
                    in.readLong();
                    i++;
                }
                case CLASS, STRING, METHOD_TYPE -> entries[i] = new Reference(tag, in.readUnsignedShort(), 0);
                case FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, INVOKE_DYNAMIC ->
                    entries[i] = new Reference(tag, in.readUnsignedShort(), in.readUnsignedShort());
                case METHOD_HANDLE -> entries[i] = new Reference(tag, in.readUnsignedByte(), in.readUnsignedShort());
                // modules and constants that code works out: no compiler of rules makes any
                default -> throw new IOException("tag " + tag);
            }
        }
    }

    /** Each method and field, as {@code java/lang/Object.<init>}. */
    Set<String> members() {
        Set<String> members = new TreeSet<>();
        for (Object entry : entries) {
            if (entry instanceof Reference member
                    && (member.tag() == FIELD || member.tag() == METHOD || member.tag() == INTERFACE_METHOD)) {
                String owner = text(reference(member.first()).first());
                String name = text(reference(member.second()).first());
                members.add(owner + "." + name);
            }
        }
        return members;
    }

    private Reference reference(int index) {
        if (entries[index] instanceof Reference reference) {
            return reference;
        }
        throw new IndexOutOfBoundsException(index);
    }

    private String text(int index) {
        if (entries[index] instanceof String text) {
            return text;
        }
        throw new IndexOutOfBoundsException(index);
    }
}
