package org.rdpdx.rulebook;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One rule file, compiled.
 *
 * @param id the folder it stands in
 * @param rules its rows of the condition table
 * @param modelClass name of the class that gives Drools the rules
 * @param methods by rule name, the class and method that give Drools that rule alone
 * @param classes class files by class name; empty where they are on the class path already
 */
record CompiledUnit(
        String id,
        List<Rule> rules,
        String modelClass,
        SortedMap<String, String> methods,
        SortedMap<String, byte[]> classes) {

    void write(DataOutputStream out) throws IOException {
        TableWriter table = new TableWriter();
        write(table);
        byte[] written = table.toByteArray();
        out.writeInt(written.length);
        out.write(written);
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().length);
            out.write(entry.getValue());
        }
    }

    /** All but its classes. */
    void write(TableWriter out) {
        out.text(id);
        out.list(rules, rule -> TableCodec.rule(out, rule));
        out.text(modelClass);
        out.list(List.copyOf(methods.entrySet()), method -> {
            out.text(method.getKey());
            out.text(method.getValue());
        });
    }

    static CompiledUnit read(DataInputStream in) throws IOException {
        CompiledUnit unit = read(new TableReader(in.readNBytes(in.readInt())));
        SortedMap<String, byte[]> classes = new TreeMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            classes.put(name, in.readNBytes(in.readInt()));
        }
        return new CompiledUnit(unit.id(), unit.rules(), unit.modelClass(), unit.methods(), classes);
    }

    /** One whose classes are on the class path. */
    static CompiledUnit read(TableReader in) {
        String id = in.text();
        List<Rule> rules = in.list(() -> TableCodec.rule(in));
        String modelClass = in.text();
        SortedMap<String, String> methods = new TreeMap<>();
        in.list(() -> methods.put(in.text(), in.text()));
        return new CompiledUnit(id, rules, modelClass, methods, new TreeMap<>());
    }
}
