import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.LambdaMetafactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes a jar start quicker; what its classes do stays the same.
 *
 * <ul>
 *   <li>Classes in the format of Java 5 get the format of Java 8, with stack maps: Java leaves older ones out of its class
 *       archives and verifies them anew at every start, for picocli a fifth of it.
 *   <li>Lambdas become classes, one for all that a class has of one interface: Java links each when it first comes to it,
 *       before 25 for a tenth of a start, and makes classes for those that can be serialized while it runs.
 *   <li>Entries of folders are left out, since Java lists all entries at every start and nothing asks for these.
 *   <li>What every start reads is not compressed.
 * </ul>
 *
 * <p>The build runs this as a single source file on the jar of the command line.
 */
public final class QuickStart {

    /** The first format whose classes archives take and whose stack maps are trusted. */
    private static final int FIRST_WITH_STACK_MAPS = Opcodes.V1_7;

    private static final String CLASS = ".class";

    /** Read at every start. */
    private static final List<String> READ_ALWAYS = List.of("org/rdpdx/rules/index.bin", "org/rdpdx/report/messages.properties");

    /** Of these, lambdas become classes: what one case needs. */
    private static final Pattern LAMBDAS_MOVED = Pattern.compile(
            "org/rdpdx/(?!authoring/|site/).*|org/drools/(base|core|kiesession|modelcompiler|model/(?!codegen/))/?.*");

    private int newer;
    private int moved;
    private int stored;

    private QuickStart() {}

    /** Rewrites the jar that is named. */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        ByteArrayOutputStream rewritten = new ByteArrayOutputStream();
        QuickStart quick = new QuickStart();
        try (ZipFile in = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(rewritten);
                URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                if (!entry.isDirectory()) {
                    quick.copy(entry, in.getInputStream(entry).readAllBytes(), loader, out);
                }
            }
        }
        quick.check(jar);
        Files.write(jar, rewritten.toByteArray());
    }

    private void copy(ZipEntry entry, byte[] found, ClassLoader loader, ZipOutputStream out) throws IOException {
        String name = entry.getName();
        byte[] content = found;
        if (name.endsWith(CLASS) && isOldClass(content)) {
            content = newer(content, loader);
            newer++;
        }
        if (name.endsWith(CLASS) && LAMBDAS_MOVED.matcher(name).matches()) {
            Map<String, byte[]> classes = Lambdas.moved(content);
            moved += classes.size() - 1;
            for (Map.Entry<String, byte[]> one : classes.entrySet()) {
                put(one.getKey() + CLASS, one.getValue(), entry, out);
            }
        } else {
            put(name, content, entry, out);
        }
    }

    private void put(String name, byte[] content, ZipEntry like, ZipOutputStream out) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(like.getTimeLocal());
        if (READ_ALWAYS.contains(name)) {
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            stored++;
        }
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    /** What there is no need for any more should not stay here. */
    private void check(Path jar) {
        if (newer == 0 || moved == 0 || stored < READ_ALWAYS.size()) {
            throw new IllegalStateException(jar + " has changed: " + newer + " classes of an old format, " + moved
                    + " made of lambdas, " + stored + " of " + READ_ALWAYS + " are in it");
        }
    }

    private static boolean isOldClass(byte[] content) {
        return ((content[6] & 0xff) << 8 | content[7] & 0xff) < FIRST_WITH_STACK_MAPS;
    }

    private static byte[] newer(byte[] content, ClassLoader loader) {
        ClassReader reader = new ClassReader(content);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return loader;
            }
        };
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public void visit(
                            int version, int access, String name, String signature, String parent, String[] interfaces) {
                        super.visit(Opcodes.V1_8, access, name, signature, parent, interfaces);
                    }
                },
                ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    /**
     * Makes classes of the lambdas of a class. All that have the same interface are objects of one class, which know their
     * place in it; each calls a static method of the class where it stood, which may see what the lambda could see.
     */
    private static final class Lambdas {

        private static final String MAKER = "java/lang/invoke/LambdaMetafactory";

        private static final String PLACE = "place";

        private static final Map<String, String> BOXES = Map.of(
                "Z", "java/lang/Boolean",
                "B", "java/lang/Byte",
                "C", "java/lang/Character",
                "S", "java/lang/Short",
                "I", "java/lang/Integer",
                "J", "java/lang/Long",
                "F", "java/lang/Float",
                "D", "java/lang/Double");

        private final ClassNode host = new ClassNode();
        private final List<MethodNode> called = new ArrayList<>();
        private final Map<String, List<Lambda>> byInterface = new LinkedHashMap<>();

        /**
         * One of them.
         *
         * @param captured what it is made with
         * @param given what it is called with, as it knows it
         * @param gives what it returns, as it knows it
         * @param erased how its interface calls it
         * @param calls what it stands for
         */
        private record Lambda(
                String name, Type[] captured, Type[] given, Type gives, String method, Type erased, Handle calls) {

            String descriptor() {
                Type[] all = Arrays.copyOf(captured, captured.length + given.length);
                System.arraycopy(given, 0, all, captured.length, given.length);
                return Type.getMethodDescriptor(gives, all);
            }
        }

        /** All classes that come of one: itself and those of its lambdas, by name. */
        static Map<String, byte[]> moved(byte[] content) {
            Lambdas lambdas = new Lambdas();
            new ClassReader(content).accept(lambdas.host, 0);
            lambdas.replace();
            if (lambdas.byInterface.isEmpty()) {
                return Map.of(lambdas.host.name, content);
            }
            Map<String, byte[]> classes = new LinkedHashMap<>();
            lambdas.host.methods.addAll(lambdas.called);
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            lambdas.host.accept(writer);
            classes.put(lambdas.host.name, writer.toByteArray());
            lambdas.byInterface.forEach(
                    (type, alike) -> classes.put(lambdas.className(type), lambdas.functions(type, alike)));
            return classes;
        }

        private String className(String type) {
            return host.name + "$" + type.substring(type.lastIndexOf('/') + 1) + "Lambdas";
        }

        private void replace() {
            host.methods.removeIf(method -> method.name.equals("$deserializeLambda$"));
            for (MethodNode method : host.methods) {
                for (AbstractInsnNode instruction : method.instructions.toArray()) {
                    if (instruction instanceof InvokeDynamicInsnNode dynamic && isLambda(dynamic)) {
                        method.instructions.set(dynamic, made(dynamic));
                    }
                }
            }
        }

        /** Those of one interface; one that can be serialized as well, since nobody serializes it here. */
        private static boolean isLambda(InvokeDynamicInsnNode dynamic) {
            if (!dynamic.bsm.getOwner().equals(MAKER)) {
                return false;
            }
            Object[] with = dynamic.bsmArgs;
            int known = LambdaMetafactory.FLAG_SERIALIZABLE | LambdaMetafactory.FLAG_BRIDGES;
            return with.length == 3 || (((int) with[3] & ~known) == 0 && (with.length == 4 || (int) with[4] == 0));
        }

        private MethodInsnNode made(InvokeDynamicInsnNode dynamic) {
            Type known = (Type) dynamic.bsmArgs[2];
            Type type = Type.getReturnType(dynamic.desc);
            Lambda lambda = new Lambda(
                    "called$" + called.size(),
                    Type.getArgumentTypes(dynamic.desc),
                    known.getArgumentTypes(),
                    known.getReturnType(),
                    dynamic.name,
                    (Type) dynamic.bsmArgs[0],
                    (Handle) dynamic.bsmArgs[1]);
            called.add(call(lambda));
            List<Lambda> alike = byInterface.computeIfAbsent(type.getInternalName(), any -> new ArrayList<>());
            alike.add(lambda);
            return new MethodInsnNode(
                    Opcodes.INVOKESTATIC,
                    className(type.getInternalName()),
                    "at" + (alike.size() - 1),
                    dynamic.desc,
                    false);
        }

        private boolean isInterface() {
            return (host.access & Opcodes.ACC_INTERFACE) != 0;
        }

        /** The method that does what the lambda does; all others see it, as members of interfaces are public. */
        private MethodNode call(Lambda lambda) {
            int access = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | (isInterface() ? Opcodes.ACC_PUBLIC : 0);
            MethodNode method = new MethodNode(access, lambda.name, lambda.descriptor(), null, null);
            Handle calls = lambda.calls;
            boolean makes = calls.getTag() == Opcodes.H_NEWINVOKESPECIAL;
            boolean ofClass = calls.getTag() == Opcodes.H_INVOKESTATIC;
            List<Type> wanted = new ArrayList<>(List.of(Type.getArgumentTypes(calls.getDesc())));
            if (makes) {
                method.visitTypeInsn(Opcodes.NEW, calls.getOwner());
                method.visitInsn(Opcodes.DUP);
            } else if (!ofClass) {
                wanted.add(0, Type.getObjectType(calls.getOwner()));
            }
            Type[] given = Type.getArgumentTypes(lambda.descriptor());
            int local = 0;
            for (int i = 0; i < given.length; i++) {
                method.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), local);
                convert(given[i], wanted.get(i), method);
                local += given[i].getSize();
            }
            int how = switch (calls.getTag()) {
                case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
                case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
                case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
                case Opcodes.H_INVOKESPECIAL, Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
                default -> throw new IllegalStateException(host.name + ": " + calls);
            };
            method.visitMethodInsn(how, calls.getOwner(), calls.getName(), calls.getDesc(), calls.isInterface());
            Type got = makes ? Type.getObjectType(calls.getOwner()) : Type.getReturnType(calls.getDesc());
            if (lambda.gives.getSort() == Type.VOID) {
                if (got.getSize() > 0) {
                    method.visitInsn(got.getSize() == 1 ? Opcodes.POP : Opcodes.POP2);
                }
            } else {
                convert(got, lambda.gives, method);
            }
            method.visitInsn(lambda.gives.getOpcode(Opcodes.IRETURN));
            method.visitMaxs(0, 0);
            return method;
        }

        private static boolean isPrimitive(Type type) {
            return type.getSort() < Type.ARRAY;
        }

        /** As Java does where a lambda is called: by boxes, and by casts. */
        private void convert(Type from, Type to, MethodVisitor method) {
            if (from.equals(to)) {
                return;
            }
            if (isPrimitive(from) && isPrimitive(to)) {
                throw new IllegalStateException(host.name + ": widens " + from + " to " + to);
            } else if (isPrimitive(from)) {
                String box = BOXES.get(from.getDescriptor());
                method.visitMethodInsn(
                        Opcodes.INVOKESTATIC, box, "valueOf", "(" + from.getDescriptor() + ")L" + box + ";", false);
            } else if (isPrimitive(to)) {
                String box = BOXES.get(to.getDescriptor());
                if (BOXES.containsValue(from.getInternalName()) && !from.getInternalName().equals(box)) {
                    throw new IllegalStateException(host.name + ": widens " + from + " to " + to);
                }
                method.visitTypeInsn(Opcodes.CHECKCAST, box);
                method.visitMethodInsn(
                        Opcodes.INVOKEVIRTUAL, box, to.getClassName() + "Value", "()" + to.getDescriptor(), false);
            } else if (!to.getInternalName().equals("java/lang/Object")) {
                method.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
            }
        }

        private byte[] functions(String type, List<Lambda> alike) {
            String name = className(type);
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            writer.visit(
                    host.version,
                    Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                    name,
                    null,
                    "java/lang/Object",
                    new String[] {type});
            writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, PLACE, "I", null, null);
            construct(name, writer);
            Map<String, String> fields = new TreeMap<>();
            for (int place = 0; place < alike.size(); place++) {
                Lambda lambda = alike.get(place);
                for (int i = 0; i < lambda.captured.length; i++) {
                    fields.put(field(i, lambda.captured[i]), descriptor(lambda.captured[i]));
                }
                make(name, type, place, lambda, writer);
            }
            fields.forEach((field, descriptor) -> writer.visitField(Opcodes.ACC_PRIVATE, field, descriptor, null, null));
            choose(name, alike, writer);
            return writer.toByteArray();
        }

        private static void construct(String name, ClassWriter writer) {
            MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PRIVATE, "<init>", "(I)V", null, null);
            constructor.visitVarInsn(Opcodes.ALOAD, 0);
            constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
            constructor.visitVarInsn(Opcodes.ALOAD, 0);
            constructor.visitVarInsn(Opcodes.ILOAD, 1);
            constructor.visitFieldInsn(Opcodes.PUTFIELD, name, PLACE, "I");
            constructor.visitInsn(Opcodes.RETURN);
            constructor.visitMaxs(0, 0);
        }

        /** A field for what is captured there by any lambda of this class. */
        private static String field(int index, Type type) {
            return "captured" + index + (isPrimitive(type) ? type.getDescriptor() : "");
        }

        private static String descriptor(Type type) {
            return isPrimitive(type) ? type.getDescriptor() : "Ljava/lang/Object;";
        }

        /** The method that makes an object of it, with the same descriptor as what Java would have linked. */
        private void make(String name, String type, int place, Lambda lambda, ClassWriter writer) {
            MethodVisitor method = writer.visitMethod(
                    Opcodes.ACC_STATIC,
                    "at" + place,
                    Type.getMethodDescriptor(Type.getObjectType(type), lambda.captured),
                    null,
                    null);
            method.visitTypeInsn(Opcodes.NEW, name);
            method.visitInsn(Opcodes.DUP);
            method.visitLdcInsn(place);
            method.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", "(I)V", false);
            int local = 0;
            for (int i = 0; i < lambda.captured.length; i++) {
                Type one = lambda.captured[i];
                method.visitInsn(Opcodes.DUP);
                method.visitVarInsn(one.getOpcode(Opcodes.ILOAD), local);
                method.visitFieldInsn(Opcodes.PUTFIELD, name, field(i, one), descriptor(one));
                local += one.getSize();
            }
            method.visitInsn(Opcodes.ARETURN);
            method.visitMaxs(0, 0);
        }

        private void choose(String name, List<Lambda> alike, ClassWriter writer) {
            Lambda model = alike.get(0);
            MethodVisitor method =
                    writer.visitMethod(Opcodes.ACC_PUBLIC, model.method, model.erased.getDescriptor(), null, null);
            Label[] places = new Label[alike.size()];
            Arrays.setAll(places, place -> new Label());
            if (places.length > 1) {
                method.visitVarInsn(Opcodes.ALOAD, 0);
                method.visitFieldInsn(Opcodes.GETFIELD, name, PLACE, "I");
                method.visitTableSwitchInsn(0, places.length - 1, places[places.length - 1], places);
            }
            for (int place = 0; place < places.length; place++) {
                Lambda lambda = alike.get(place);
                if (!lambda.method.equals(model.method) || !lambda.erased.equals(model.erased)) {
                    throw new IllegalStateException(name + " has several methods");
                }
                if (places.length > 1) {
                    method.visitLabel(places[place]);
                    method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
                }
                call(name, lambda, method);
            }
            method.visitMaxs(0, 0);
        }

        private void call(String name, Lambda lambda, MethodVisitor method) {
            for (int i = 0; i < lambda.captured.length; i++) {
                Type one = lambda.captured[i];
                method.visitVarInsn(Opcodes.ALOAD, 0);
                method.visitFieldInsn(Opcodes.GETFIELD, name, field(i, one), descriptor(one));
                convert(Type.getType(descriptor(one)), one, method);
            }
            Type[] erased = lambda.erased.getArgumentTypes();
            int local = 1;
            for (int i = 0; i < erased.length; i++) {
                method.visitVarInsn(erased[i].getOpcode(Opcodes.ILOAD), local);
                convert(erased[i], lambda.given[i], method);
                local += erased[i].getSize();
            }
            method.visitMethodInsn(
                    Opcodes.INVOKESTATIC, host.name, lambda.name, lambda.descriptor(), isInterface());
            Type gives = lambda.erased.getReturnType();
            convert(lambda.gives, gives, method);
            method.visitInsn(gives.getOpcode(Opcodes.IRETURN));
        }
    }
}
