package org.rdpdx.rulebook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.rdpdx.facts.ValueType;
import org.rdpdx.facts.Vocabulary;

/**
 * Keeps compiled units in a folder that only this user can write, because they are code. A file is written under another
 * name and then renamed, and its content is compared with its own hash before anything of it is loaded. Whatever goes
 * wrong with it only means that the unit is compiled again. Safe for several threads and processes. Where it grows beyond
 * {@link #MOST_BYTES}, what was written longest ago goes.
 */
final class UnitCache {

    private static final int HASH_BYTES = 32;
    private static final String UNIT = ".unit";
    private static final String QUICK = ".quick";
    private static final String LATEST = ".latest";
    private static final String PART = ".part";

    /** On Linux this process, which belongs to whom it runs for. */
    private static final Path PROCESS = Path.of("/proc/self");

    /** What all such folders beside each other may hold: some thousand diagnoses, or many editions of fewer. */
    static final long MOST_BYTES = 256L << 20;

    /** To look how much there is takes as long as to write a few files. */
    private static final int WRITES_BETWEEN_LOOKS = 64;

    private final Optional<Path> folder;
    private final long mostBytes;
    private final AtomicInteger writes = new AtomicInteger();

    private UnitCache(Optional<Path> folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** No cache: every unit is compiled. */
    static UnitCache none() {
        return new UnitCache(Optional.empty(), 0);
    }

    /** A cache in that folder, or none if the folder cannot be made or belongs to others too. */
    static UnitCache in(Path folder) {
        return in(folder, MOST_BYTES);
    }

    static UnitCache in(Path folder, long mostBytes) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                if (isPosix(folder)) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
            }
            return !isPosix(folder) || isMine(folder) ? new UnitCache(Optional.of(folder), mostBytes) : none();
        } catch (IOException | UnsupportedOperationException notToBeHad) {
            return none();
        }
    }

    private static boolean isPosix(Path folder) throws IOException {
        FileStore store = Files.getFileStore(folder);
        return store.supportsFileAttributeView("posix");
    }

    private static boolean isMine(Path folder) throws IOException {
        PosixFileAttributes attributes = Files.readAttributes(folder, PosixFileAttributes.class);
        return PosixFilePermissions.toString(attributes.permissions()).endsWith("------")
                && attributes.owner().equals(me(folder));
    }

    private static UserPrincipal me(Path folder) throws IOException {
        // to ask for the name of a user may ask a directory in the network
        return Files.exists(PROCESS)
                ? Files.getOwner(PROCESS)
                : folder.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name", ""));
    }

    /** The name under which a rule text is kept: it changes with everything that the compiled form depends on. */
    static String key(String file, String drl) {
        String all = String.join(
                "\n",
                String.valueOf(TableCodec.VERSION),
                String.valueOf(org.kie.api.KieServices.class.getPackage().getImplementationVersion()),
                RulePack.JAVA_LEVEL,
                Vocabulary.fingerprint(),
                javaTypes(),
                Door.FINGERPRINT,
                file,
                drl);
        return HexFormat.of().formatHex(sha256(all.getBytes(StandardCharsets.UTF_8)));
    }

    /** Compiled rules call the records' accessors, whose types follow from those of the values. */
    private static String javaTypes() {
        StringBuilder types = new StringBuilder();
        for (ValueType type : ValueType.values()) {
            types.append(type).append('=').append(type.javaType().getName()).append(' ');
        }
        return types.toString();
    }

    /** What one edition of the door let pass, the next may refuse, or hand to Drools in other words. */
    private static final class Door {
        static final String FINGERPRINT = fingerprint(List.of(
                DrlReader.class,
                ConstraintReader.class,
                ConstraintToken.class,
                Operator.class,
                Undecided.class,
                DrlCompiler.class,
                SteadyClasses.class,
                KindMetadata.class,
                CompiledModel.class,
                CompiledUnit.class,
                DrlPieces.class,
                QuickCompiler.class,
                ClassReferences.class,
                TableCodec.class));

        private static String fingerprint(List<Class<?>> parts) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            parts.forEach(part -> add(part, all));
            return HexFormat.of().formatHex(sha256(all.toByteArray()));
        }

        private static void add(Class<?> part, ByteArrayOutputStream all) {
            String name = part.getName().substring(part.getPackageName().length() + 1) + ".class";
            try (InputStream code = part.getResourceAsStream(name)) {
                if (code == null) {
                    throw new IllegalStateException("no class file " + name);
                }
                all.writeBytes(code.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            Arrays.stream(part.getDeclaredClasses())
                    .sorted(Comparator.comparing(Class::getName))
                    .forEach(nested -> add(nested, all));
        }
    }

    /**
     * What a rule file was compiled to last.
     *
     * @param unit all of it
     * @param rules what tells each rule's text from another, by its name
     */
    record Latest(CompiledUnit unit, SortedMap<String, String> rules) {}

    /** As it is kept: the unit stands in a file of its own. */
    private record Pointer(String unitFile, SortedMap<String, String> rules) {

        void write(DataOutputStream out) throws IOException {
            out.writeUTF(unitFile);
            out.writeInt(rules.size());
            for (Map.Entry<String, String> rule : rules.entrySet()) {
                out.writeUTF(rule.getKey());
                out.writeUTF(rule.getValue());
            }
        }

        static Pointer read(DataInputStream in) throws IOException {
            String unitFile = in.readUTF();
            SortedMap<String, String> rules = new TreeMap<>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                rules.put(in.readUTF(), in.readUTF());
            }
            return new Pointer(unitFile, rules);
        }
    }

    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    private interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    /** The unit that was compiled as a whole: its bytes follow from its text alone. */
    Optional<CompiledUnit> find(String key) {
        return read(key + UNIT, CompiledUnit::read);
    }

    /** The unit, compiled as a whole or rule by rule. */
    Optional<CompiledUnit> findQuick(String key) {
        return find(key).or(() -> read(key + QUICK, CompiledUnit::read));
    }

    /** What the file of that path was compiled to last, to whatever text. */
    Optional<Latest> latest(String path) {
        return read(key(path, "") + LATEST, Pointer::read)
                .filter(pointer -> pointer.unitFile().matches("[0-9a-f]{64}\\.(unit|quick)"))
                .flatMap(pointer ->
                        read(pointer.unitFile(), CompiledUnit::read).map(unit -> new Latest(unit, pointer.rules())));
    }

    /** Keeps a unit that was compiled as a whole. */
    void keep(String key, CompiledUnit unit) {
        write(key + UNIT, unit::write);
    }

    /** Keeps a unit that was compiled rule by rule. */
    void keepQuick(String key, CompiledUnit unit) {
        write(key + QUICK, unit::write);
    }

    /** Remembers for the next time what a file was compiled to, and of which rules. */
    void keepLatest(String path, String key, boolean quick, SortedMap<String, String> rules) {
        write(key(path, "") + LATEST, new Pointer(key + (quick ? QUICK : UNIT), rules)::write);
    }

    private <T> Optional<T> read(String name, Reader<T> reader) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> content = unsealed(Files.readAllBytes(folder.get().resolve(name)));
            return content.isEmpty()
                    ? Optional.empty()
                    : Optional.of(reader.read(new DataInputStream(new ByteArrayInputStream(content.get()))));
        } catch (IOException | RuntimeException absentOrDamaged) {
            return Optional.empty();
        }
    }

    private void write(String name, Writer writer) {
        if (folder.isEmpty()) {
            return;
        }
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            writer.write(new DataOutputStream(content));
            byte[] all = sealed(content.toByteArray());
            Path temporary = Files.createTempFile(folder.get(), name, PART);
            try {
                Files.write(temporary, all);
                Files.move(
                        temporary,
                        folder.get().resolve(name),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            if (writes.getAndIncrement() % WRITES_BETWEEN_LOOKS == 0) {
                new CacheRoom(folder.get(), mostBytes).make();
            }
        } catch (IOException | RuntimeException notKept) {
            // the next run compiles it again: slower, and right
            return;
        }
    }

    /** Content with its own hash before it. */
    static byte[] sealed(byte[] content) {
        byte[] all = Arrays.copyOf(sha256(content), HASH_BYTES + content.length);
        System.arraycopy(content, 0, all, HASH_BYTES, content.length);
        return all;
    }

    /** Content whose hash stands before it; nothing if it is not the one. */
    static Optional<byte[]> unsealed(byte[] all) {
        if (all.length <= HASH_BYTES) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(all, HASH_BYTES, all.length);
        byte[] stated = Arrays.copyOf(all, HASH_BYTES);
        return MessageDigest.isEqual(stated, sha256(content)) ? Optional.of(content) : Optional.empty();
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
