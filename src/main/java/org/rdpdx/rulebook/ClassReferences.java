package org.rdpdx.rulebook;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Finds which classes others need. */
final class ClassReferences {

    private ClassReferences() {}

    /** Those classes that can be reached from some of them. */
    static SortedMap<String, byte[]> reachable(Collection<String> roots, SortedMap<String, byte[]> classes) {
        SortedMap<String, byte[]> reached = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            String name = open.pop();
            byte[] bytes = classes.get(name);
            if (bytes != null && reached.put(name, bytes) == null) {
                addNamed(bytes, open);
            }
        }
        return reached;
    }

    /** Who renames all classes that a class names is told of each. */
    private static void addNamed(byte[] code, Deque<String> named) {
        Remapper told = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String name) {
                named.push(name.replace('/', '.'));
                return name;
            }
        };
        new ClassReader(code).accept(new ClassRemapper(new ClassWriter(0), told), ClassReader.SKIP_DEBUG);
    }
}
