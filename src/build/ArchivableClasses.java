import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Gives classes of a jar that are in the format of Java 5 the format of Java 8, with stack maps; what they do stays the
 * same. Java leaves older ones out of its class archives and verifies them anew at every start: for picocli, a fifth of it.
 * Entries of folders are left out, since Java lists all entries at every start and nothing asks for these.
 *
 * <p>The build runs this as a single source file on the jar of the command line.
 */
public final class ArchivableClasses {

    /** The first format whose classes archives take and whose stack maps are trusted. */
    private static final int FIRST_WITH_STACK_MAPS = Opcodes.V1_7;

    private ArchivableClasses() {}

    /** Rewrites the jar that is named. */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        ByteArrayOutputStream rewritten = new ByteArrayOutputStream();
        int newer = 0;
        try (ZipFile in = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(rewritten);
                URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = in.getInputStream(entry).readAllBytes();
                if (isOldClass(entry.getName(), content)) {
                    content = newer(content, loader);
                    newer++;
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                out.write(content);
                out.closeEntry();
            }
        }
        if (newer == 0) {
            throw new IllegalStateException("no class of an old format is in " + jar + ": this step can go");
        }
        Files.write(jar, rewritten.toByteArray());
    }

    private static boolean isOldClass(String name, byte[] content) {
        return name.endsWith(".class") && ((content[6] & 0xff) << 8 | content[7] & 0xff) < FIRST_WITH_STACK_MAPS;
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
}
