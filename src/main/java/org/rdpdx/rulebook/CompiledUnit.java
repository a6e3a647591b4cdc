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
        out.writeUTF(id);
        TableCodec.write(rules, out);
        out.writeUTF(modelClass);
        out.writeInt(methods.size());
        for (Map.Entry<String, String> method : methods.entrySet()) {
            out.writeUTF(method.getKey());
            out.writeUTF(method.getValue());
        }
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().length);
            out.write(entry.getValue());
        }
    }

    static CompiledUnit read(DataInputStream in) throws IOException {
        String id = in.readUTF();
        List<Rule> rules = TableCodec.read(in);
        String modelClass = in.readUTF();
        SortedMap<String, String> methods = new TreeMap<>();
        int rulesOfModel = in.readInt();
        for (int i = 0; i < rulesOfModel; i++) {
            methods.put(in.readUTF(), in.readUTF());
        }
        SortedMap<String, byte[]> classes = new TreeMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            classes.put(name, in.readNBytes(in.readInt()));
        }
        return new CompiledUnit(id, rules, modelClass, methods, classes);
    }

    /** The same unit, its classes being on the class path. */
    CompiledUnit withoutClasses() {
        return new CompiledUnit(id, rules, modelClass, methods, new TreeMap<>());
    }
}
