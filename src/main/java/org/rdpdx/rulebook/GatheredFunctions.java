package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.MethodRemapper;
import org.objectweb.asm.commons.SimpleRemapper;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gathers the functions of rules in few classes: Drools compiles each condition, each value that conditions look at and each
 * thing that rules do into a class of its own, and Java spends time on each class when it starts. An object of such a class
 * knows its place in it and does what stands there. Only for a rulebook whose classes are all known, as where it is built into
 * the library.
 */
final class GatheredFunctions {

    /** In one class, so that what chooses among them stays short enough for Java to compile it well. */
    private static final int MOST = 100;

    /** What Drools makes each function of: its one object, its hash, and the array that each enumeration has. */
    private static final int FIELDS = 3;

    private static final String PLACE = "place";

    private static final String HASH = "getExpressionHash";

    private static final String INFORMATION = "predicateInformation";

    private final Map<String, Home> homes = new HashMap<>();
    private final SortedMap<String, byte[]> classes = new TreeMap<>();

    /** Where a function went. */
    private record Home(String className, int place) {}

    /**
     * A function by itself.
     *
     * @param does with the types of the condition
     * @param called with the types of the interface
     * @param hash gives what tells it from others
     * @param information gives the text of a condition; null for others
     */
    private record Function(
            ClassNode code,
            MethodNode does,
            MethodNode called,
            MethodNode hash,
            @Nullable MethodNode information) {

        /** Nothing if it has something that others have not, as a regular expression. */
        static Optional<Function> of(ClassNode code) {
            MethodNode does = null;
            MethodNode called = null;
            MethodNode hash = null;
            MethodNode information = null;
            for (MethodNode method : code.methods) {
                if (method.name.equals(HASH)) {
                    hash = method;
                } else if (method.name.equals(INFORMATION)) {
                    information = method;
                } else if ((method.access & Opcodes.ACC_BRIDGE) != 0) {
                    called = method;
                } else if (!method.name.startsWith("<")) {
                    does = method;
                }
            }
            return code.fields.size() > FIELDS || does == null || called == null || hash == null
                    ? Optional.empty()
                    : Optional.of(new Function(code, does, called, hash, information));
        }

        String shape() {
            return code.interfaces + " " + called.name + called.desc;
        }
    }

    private GatheredFunctions() {}

    /** Classes that do the same. */
    static SortedMap<String, byte[]> of(Map<String, byte[]> compiled) {
        GatheredFunctions gathered = new GatheredFunctions();
        SortedMap<String, List<Function>> shapes = new TreeMap<>();
        new TreeMap<>(compiled).forEach((name, code) -> {
            if (SteadyClasses.isFunction(name)) {
                ClassNode node = new ClassNode();
                new ClassReader(code).accept(node, 0);
                Function.of(node)
                        .ifPresent(function -> shapes.computeIfAbsent(function.shape(), any -> new ArrayList<>())
                                .add(function));
            }
        });
        for (List<Function> alike : shapes.values()) {
            for (int first = 0; first < alike.size(); first += MOST) {
                gathered.gather(alike.subList(first, Math.min(first + MOST, alike.size())));
            }
        }
        compiled.forEach((name, code) -> {
            if (!gathered.homes.containsKey(name.replace('.', '/'))) {
                gathered.classes.put(name, gathered.callingHomes(code));
            }
        });
        return gathered.classes;
    }

    private void gather(List<Function> functions) {
        Function model = functions.get(0);
        String name = "rules/Functions" + classes.size();
        ClassWriter home = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        home.visit(
                model.code.version,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                name,
                null,
                "java/lang/Object",
                model.code.interfaces.toArray(String[]::new));
        home.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, PLACE, "I", null, null);
        construct(name, home);
        choose(name, home, model.called, functions, (method, place) -> {
            Function function = functions.get(place);
            method.visitVarInsn(Opcodes.ALOAD, 0);
            Type[] given = Type.getArgumentTypes(function.does.desc);
            for (int argument = 0; argument < given.length; argument++) {
                method.visitVarInsn(Opcodes.ALOAD, argument + 1);
                method.visitTypeInsn(Opcodes.CHECKCAST, given[argument].getInternalName());
            }
            method.visitMethodInsn(Opcodes.INVOKESPECIAL, name, doing(place), function.does.desc, false);
            method.visitInsn(Type.getReturnType(model.called.desc).getOpcode(Opcodes.IRETURN));
        });
        choose(name, home, model.hash, functions, (method, place) -> copy(functions.get(place).hash, method));
        if (model.information != null) {
            choose(name, home, model.information, functions, (method, place) -> {
                MethodNode information = functions.get(place).information;
                if (information != null) {
                    copy(information, method);
                }
            });
        }
        for (int place = 0; place < functions.size(); place++) {
            Function function = functions.get(place);
            MethodNode does = function.does;
            does.accept(new MethodRemapper(
                    home.visitMethod(
                            Opcodes.ACC_PRIVATE, doing(place), does.desc, null, does.exceptions.toArray(String[]::new)),
                    new SimpleRemapper(Opcodes.ASM9, function.code.name, name)));
            homes.put(function.code.name, new Home(name, place));
        }
        home.visitEnd();
        classes.put(name.replace('/', '.'), home.toByteArray());
    }

    private static String doing(int place) {
        return "at" + place;
    }

    private static void construct(String name, ClassWriter home) {
        MethodVisitor constructor = home.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "(I)V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitVarInsn(Opcodes.ILOAD, 1);
        constructor.visitFieldInsn(Opcodes.PUTFIELD, name, PLACE, "I");
        constructor.visitInsn(Opcodes.RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
    }

    /** Writes a method that does at each place what stands there. */
    private static void choose(
            String name,
            ClassWriter home,
            MethodNode model,
            List<Function> functions,
            BiConsumer<MethodVisitor, Integer> atPlace) {
        MethodVisitor method = home.visitMethod(
                Opcodes.ACC_PUBLIC, model.name, model.desc, null, model.exceptions.toArray(String[]::new));
        Label[] places = new Label[functions.size()];
        for (int place = 0; place < places.length; place++) {
            places[place] = new Label();
        }
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitFieldInsn(Opcodes.GETFIELD, name, PLACE, "I");
        method.visitTableSwitchInsn(0, places.length - 1, places[places.length - 1], places);
        for (int place = 0; place < places.length; place++) {
            method.visitLabel(places[place]);
            method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            atPlace.accept(method, place);
        }
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /** For what has neither branches nor anything of its own class. */
    private static void copy(MethodNode from, MethodVisitor to) {
        from.instructions.accept(to);
    }

    /** Where the one object of a function's class was taken, one is made that knows the place of the function. */
    private byte[] callingHomes(byte[] code) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        new ClassReader(code)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                return new Calling(super.visitMethod(access, name, descriptor, signature, exceptions));
                            }
                        },
                        0);
        return writer.toByteArray();
    }

    private final class Calling extends MethodVisitor {

        Calling(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            Home home = homes.get(owner);
            if (home == null) {
                super.visitFieldInsn(opcode, owner, name, descriptor);
                return;
            }
            visitTypeInsn(Opcodes.NEW, home.className);
            visitInsn(Opcodes.DUP);
            visitIntInsn(Opcodes.BIPUSH, home.place);
            visitMethodInsn(Opcodes.INVOKESPECIAL, home.className, "<init>", "(I)V", false);
        }
    }
}
