package org.rdpdx.report;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The syntax tree of a PowerShell text, by the grammar of tree-sitter-powershell. The parser is a WebAssembly module that is
 * run in this process: {@code src/test/grammar/build.sh} says what it is made of.
 */
final class PowerShellTree {

    private static final Grammar GRAMMAR = new Grammar();
    private static final int NUMBERS = 6;

    private final Node root;

    private PowerShellTree(Node root) {
        this.root = root;
    }

    /** Part of the text, with the parts it consists of. */
    static final class Node {
        private final byte[] source;
        private final String name;
        private final boolean wrong;
        private final int begin;
        private final int end;
        private final int row;
        private final List<Node> children = new ArrayList<>();

        private Node(byte[] source, String name, int flags, int begin, int end, int row) {
            this.source = source;
            this.name = name;
            this.wrong = (flags & 6) != 0;
            this.begin = begin;
            this.end = end;
            this.row = row;
        }

        /** What the grammar calls it: {@code command_name}. */
        String name() {
            return name;
        }

        /** The first of its parts of that name. */
        Node child(String wanted) {
            return children.stream()
                    .filter(child -> child.name.equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + wanted + " in " + this));
        }

        /** All of it, signs too. */
        String text() {
            return new String(source, begin, end - begin, StandardCharsets.UTF_8);
        }

        /** Its line, from one. */
        int line() {
            return row + 1;
        }

        /** Everything of that name within it, itself too, in the order of the text. */
        List<Node> all(String wanted) {
            List<Node> found = new ArrayList<>();
            each(node -> {
                if (node.name.equals(wanted)) {
                    found.add(node);
                }
            });
            return found;
        }

        void each(Consumer<Node> what) {
            what.accept(this);
            children.forEach(child -> child.each(what));
        }

        @Override
        public String toString() {
            return line() + ": " + name + " " + text();
        }
    }

    /** Reads a text; one at a time. */
    static synchronized PowerShellTree of(String text) {
        return GRAMMAR.read(text.getBytes(StandardCharsets.UTF_8));
    }

    Node root() {
        return root;
    }

    /** Where the grammar does not know the text, or had to think something in; empty if all of it is right. */
    List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        root.each(node -> {
            if (node.wrong) {
                mistakes.add(node.toString());
            }
        });
        return mistakes;
    }

    /** The parser, set up once. */
    private static final class Grammar {
        private final Instance parser;
        private final Map<Long, String> names = new HashMap<>();

        Grammar() {
            WasmModule module = module();
            ImportValues.Builder imports = ImportValues.builder();
            module.importSection().stream()
                    .filter(FunctionImport.class::isInstance)
                    .map(FunctionImport.class::cast)
                    .forEach(wanted -> imports.addFunction(new HostFunction(
                            wanted.module(),
                            wanted.name(),
                            module.typeSection().getType(wanted.typeIndex()),
                            (instance, arguments) -> {
                                throw new IllegalStateException("the parser asks for " + wanted.name());
                            })));
            parser = Instance.builder(module)
                    .withImportValues(imports.build())
                    .withMemoryFactory(ByteArrayMemory::new)
                    .withMachineFactory(MachineFactoryCompiler.compile(module))
                    .build();
        }

        private static WasmModule module() {
            try (InputStream in = PowerShellTree.class.getResourceAsStream("/powershell/powershell.wasm")) {
                if (in == null) {
                    throw new IllegalStateException("powershell.wasm is missing");
                }
                return Parser.parse(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        PowerShellTree read(byte[] text) {
            Memory memory = parser.memory();
            int place = (int) parser.export("place").apply(text.length + 1L)[0];
            memory.write(place, text);
            int nodes = (int) parser.export("parse").apply(place, text.length)[0];
            parser.export("release").apply(place);
            return new PowerShellTree(node(text, memory, new int[] {nodes}));
        }

        private Node node(byte[] text, Memory memory, int[] at) {
            int[] numbers = new int[NUMBERS];
            for (int i = 0; i < NUMBERS; i++) {
                numbers[i] = memory.readInt(at[0]);
                at[0] += Integer.BYTES;
            }
            Node node = new Node(text, name(memory, numbers[0]), numbers[1], numbers[2], numbers[3], numbers[5]);
            for (int i = 0; i < numbers[4]; i++) {
                node.children.add(node(text, memory, at));
            }
            return node;
        }

        private String name(Memory memory, long symbol) {
            return names.computeIfAbsent(
                    symbol,
                    unknown -> memory.readCString((int) parser.export("name").apply(symbol)[0]));
        }
    }
}
