package org.rdpdx.input;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps a document that was read, so that it need not be parsed again; its places stay. */
public final class StoredTree {

    private static final int MAPPING = 0;
    private static final int SEQUENCE = 1;
    private static final int SCALAR = 2;
    private static final int PLAIN_SCALAR = 3;

    private StoredTree() {}

    /**
     * Writes a document.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Node node, DataOutputStream out) throws IOException {
        if (node instanceof MappingNode mapping) {
            begin(MAPPING, node, out);
            out.writeInt(mapping.entries().size());
            for (MappingNode.Entry entry : mapping.entries()) {
                out.writeUTF(entry.key());
                place(entry.keyPlace(), out);
                write(entry.value(), out);
            }
        } else if (node instanceof SequenceNode sequence) {
            begin(SEQUENCE, node, out);
            out.writeInt(sequence.items().size());
            for (Node item : sequence.items()) {
                write(item, out);
            }
        } else if (node instanceof ScalarNode scalar) {
            begin(scalar.plain() ? PLAIN_SCALAR : SCALAR, node, out);
            out.writeUTF(scalar.text());
        }
    }

    private static void begin(int kind, Node node, DataOutputStream out) throws IOException {
        out.writeByte(kind);
        place(node.place(), out);
    }

    private static void place(Place place, DataOutputStream out) throws IOException {
        out.writeInt(place.line());
        out.writeInt(place.column());
    }

    /**
     * Reads what was {@linkplain #write written}.
     *
     * @param fileName the name that places show
     * @throws IOException if it cannot be read
     */
    public static Node read(String fileName, DataInputStream in) throws IOException {
        int kind = in.readByte();
        Place place = new Place(fileName, in.readInt(), in.readInt());
        return switch (kind) {
            case MAPPING -> new MappingNode(place, entries(fileName, in));
            case SEQUENCE -> new SequenceNode(place, items(fileName, in));
            case SCALAR, PLAIN_SCALAR -> new ScalarNode(place, in.readUTF(), kind == PLAIN_SCALAR);
            default -> throw new IOException("no such part of a document: " + kind);
        };
    }

    private static List<MappingNode.Entry> entries(String fileName, DataInputStream in) throws IOException {
        int count = in.readInt();
        List<MappingNode.Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String key = in.readUTF();
            Place keyPlace = new Place(fileName, in.readInt(), in.readInt());
            entries.add(new MappingNode.Entry(key, keyPlace, read(fileName, in)));
        }
        return entries;
    }

    private static List<Node> items(String fileName, DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(read(fileName, in));
        }
        return items;
    }
}
