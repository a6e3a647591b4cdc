import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.LambdaMetafactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes a jar start quicker; what its classes do stays the same.
 *
 * <ul>
 *   <li>Classes in the format of Java 5 get the format of Java 8, with stack maps: Java leaves older ones out of its class
 *       archives and verifies them anew at every start, for picocli a fifth of it.
 *   <li>Lambdas that can be serialized become plain ones: Java does not archive them, and makes their classes while it runs.
 *       Nobody serializes them here.
 *   <li>Entries of folders are left out, since Java lists all entries at every start and nothing asks for these.
 *   <li>What every start reads is not compressed.
 * </ul>
 *
 * <p>The build runs this as a single source file on the jar of the command line.
 */
public final class ArchivableClasses {

    /** The first format whose classes archives take and whose stack maps are trusted. */
    private static final int FIRST_WITH_STACK_MAPS = Opcodes.V1_7;

    /** Read at every start. */
    private static final List<String> READ_ALWAYS = List.of("org/rdpdx/rules/index.bin", "org/rdpdx/report/messages.properties");

    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

    private static final String PLAIN_LAMBDA = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
            + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;"
            + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;";

    private int newer;
    private int plainer;
    private int stored;

    private ArchivableClasses() {}

    /** Rewrites the jar that is named. */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        ByteArrayOutputStream rewritten = new ByteArrayOutputStream();
        ArchivableClasses archivable = new ArchivableClasses();
        try (ZipFile in = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(rewritten);
                URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                if (!entry.isDirectory()) {
                    archivable.copy(entry, in.getInputStream(entry).readAllBytes(), loader, out);
                }
            }
        }
        archivable.check(jar);
        Files.write(jar, rewritten.toByteArray());
    }

    private void copy(ZipEntry entry, byte[] found, ClassLoader loader, ZipOutputStream out) throws IOException {
        String name = entry.getName();
        byte[] content = found;
        if (name.endsWith(".class")) {
            if (isOldClass(content)) {
                content = newer(content, loader);
                newer++;
            }
            content = withPlainLambdas(content);
        }
        ZipEntry copy = new ZipEntry(name);
        copy.setTimeLocal(entry.getTimeLocal());
        if (READ_ALWAYS.contains(name)) {
            CRC32 sum = new CRC32();
            sum.update(content);
            copy.setMethod(ZipEntry.STORED);
            copy.setSize(content.length);
            copy.setCrc(sum.getValue());
            stored++;
        }
        out.putNextEntry(copy);
        out.write(content);
        out.closeEntry();
    }

    /** What there is no need for any more should not stay here. */
    private void check(Path jar) {
        if (newer == 0 || plainer == 0 || stored < READ_ALWAYS.size()) {
            throw new IllegalStateException(jar + " has changed: " + newer + " classes of an old format, " + plainer
                    + " with lambdas to be serialized, " + stored + " of " + READ_ALWAYS + " are in it");
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

    private byte[] withPlainLambdas(byte[] content) {
        ClassReader reader = new ClassReader(content);
        ClassWriter writer = new ClassWriter(reader, 0);
        int before = plainer;
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new PlainLambdas(super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                0);
        return before == plainer ? content : writer.toByteArray();
    }

    private final class PlainLambdas extends MethodVisitor {

        PlainLambdas(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle maker, Object... arguments) {
            if (isSerializable(maker, arguments)) {
                plainer++;
                super.visitInvokeDynamicInsn(
                        name,
                        descriptor,
                        new Handle(Opcodes.H_INVOKESTATIC, LAMBDAS, "metafactory", PLAIN_LAMBDA, false),
                        arguments[0],
                        arguments[1],
                        arguments[2]);
            } else {
                super.visitInvokeDynamicInsn(name, descriptor, maker, arguments);
            }
        }

        /** Only those that are nothing else than that: after their flags stands how many further methods they have, none. */
        private static boolean isSerializable(Handle maker, Object[] arguments) {
            return maker.getOwner().equals(LAMBDAS)
                    && maker.getName().equals("altMetafactory")
                    && ((int) arguments[3] & LambdaMetafactory.FLAG_SERIALIZABLE) != 0
                    && ((int) arguments[3] & LambdaMetafactory.FLAG_MARKERS) == 0
                    && (arguments.length == 4 || (int) arguments[4] == 0);
        }
    }
}
