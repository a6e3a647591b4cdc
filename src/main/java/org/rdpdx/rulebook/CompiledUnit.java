package org.rdpdx.rulebook;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One rule file, compiled. Immutable, safe for several threads. */
final class CompiledUnit {

    private final String id;
    private final List<Rule> rules;
    private final String modelClass;
    private final SortedMap<String, byte[]> classes;
    private final Supplier<SortedMap<String, String>> reading;

    /** Read when it is first asked for, which is when rules are loaded; read twice it is the same. */
    private volatile @Nullable SortedMap<String, String> methods;

    private CompiledUnit(
            String id,
            List<Rule> rules,
            String modelClass,
            Supplier<SortedMap<String, String>> reading,
            SortedMap<String, byte[]> classes) {
        this.id = id;
        this.rules = rules;
        this.modelClass = modelClass;
        this.reading = reading;
        this.classes = classes;
    }

    /**
     * Takes what it is given.
     *
     * @param id the folder it stands in
     * @param rules its rows of the condition table
     * @param modelClass name of the class that gives Drools the rules
     * @param methods by rule name, the class and method that give Drools that rule alone
     * @param classes class files by class name; empty where they are on the class path already
     */
    CompiledUnit(
            String id,
            List<Rule> rules,
            String modelClass,
            SortedMap<String, String> methods,
            SortedMap<String, byte[]> classes) {
        this(id, rules, modelClass, () -> methods, classes);
    }

    /** The folder it stands in. */
    String id() {
        return id;
    }

    /** Its rows of the condition table. */
    List<Rule> rules() {
        return rules;
    }

    /** Name of the class that gives Drools the rules. */
    String modelClass() {
        return modelClass;
    }

    /** By rule name, the class and method that give Drools that rule alone. */
    SortedMap<String, String> methods() {
        SortedMap<String, String> known = methods;
        if (known == null) {
            known = reading.get();
            methods = known;
        }
        return known;
    }

    /** Class files by class name; empty where they are on the class path already. */
    SortedMap<String, byte[]> classes() {
        return classes;
    }

    /** The same with only some of its rules. */
    CompiledUnit with(List<Rule> fewer) {
        return new CompiledUnit(id, fewer, modelClass, reading, classes);
    }

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
        out.aside(() -> out.list(List.copyOf(methods().entrySet()), method -> {
            out.text(method.getKey());
            out.text(method.getValue());
        }));
    }

    static CompiledUnit read(DataInputStream in) throws IOException {
        CompiledUnit unit = read(new TableReader(in.readNBytes(in.readInt())));
        SortedMap<String, byte[]> classes = new TreeMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            classes.put(name, in.readNBytes(in.readInt()));
        }
        return new CompiledUnit(unit.id(), unit.rules(), unit.modelClass(), unit.reading, classes);
    }

    /** One whose classes are on the class path. */
    static CompiledUnit read(TableReader in) {
        String id = in.text();
        List<Rule> rules = in.list(() -> TableCodec.rule(in));
        String modelClass = in.text();
        TableReader methods = in.aside();
        return new CompiledUnit(id, rules, modelClass, () -> methods(methods.again()), new TreeMap<>());
    }

    private static SortedMap<String, String> methods(TableReader in) {
        SortedMap<String, String> methods = new TreeMap<>();
        in.list(() -> methods.put(in.text(), in.text()));
        return methods;
    }
}
