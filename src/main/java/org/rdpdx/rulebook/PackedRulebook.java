package org.rdpdx.rulebook;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.knowledge.Layer;

/**
 * A file that {@link RulePack} wrote, or that somebody says it did: nothing in it is trusted. Nothing is unpacked to a disk,
 * and no more is read of it than a rulebook can need.
 */
final class PackedRulebook implements Closeable {

    /** What a file may hold. A rulebook of a thousand diagnoses takes a fifth of each. */
    record Limits(long fileBytes, int entries, long sourceBytes, long allSourceBytes, long unitBytes) {
        static final Limits USUAL = new Limits(512L << 20, 50_000, Layer.MOST_BYTES, 256L << 20, 32L << 20);
    }

    private static final Pattern NAME = Pattern.compile("[^\\x00-\\x1f\\\\:*?\"<>|]{1,400}");
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,3}(-.*)?");
    private static final int MANIFEST_BYTES = 1 << 16;

    private final Path file;
    private final ZipFile zip;
    private final Limits limits;
    private final Layer layer;
    private final Attributes manifest;

    private PackedRulebook(Path file, ZipFile zip, Limits limits, Layer layer, Attributes manifest) {
        this.file = file;
        this.zip = zip;
        this.limits = limits;
        this.layer = layer;
        this.manifest = manifest;
    }

    /**
     * Opens a file.
     *
     * @param problems takes what is wrong with it
     * @return nothing if anything is
     */
    static Optional<PackedRulebook> open(Path file, Limits limits, List<Problem> problems) {
        Place place = Place.startOf(file.toString());
        ZipFile zip = null;
        boolean good = false;
        try {
            if (Files.size(file) > limits.fileBytes()) {
                problems.add(Problem.of(ProblemCode.TOO_LARGE, place, String.valueOf(limits.fileBytes())));
                return Optional.empty();
            }
            zip = new ZipFile(file.toFile());
            Optional<PackedRulebook> read = new Reading(file, zip, limits, problems).read();
            good = read.isPresent();
            return read;
        } catch (IOException | IllegalArgumentException unreadable) {
            // a name that is no text in UTF-8 comes as an IllegalArgumentException
            problems.add(Problem.of(ProblemCode.PACK_UNREADABLE, place));
            return Optional.empty();
        } finally {
            if (!good) {
                close(zip);
            }
        }
    }

    private static void close(@org.jspecify.annotations.Nullable ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException alreadyTold) {
            return;
        }
    }

    /** The authors' files. */
    Layer layer() {
        return layer;
    }

    /** Engine, vocabulary and Java that the compiled rules in it are for, to be told where they do not help. */
    String builtFor() {
        return said(RulePack.ENGINE) + ", Java " + said(RulePack.JAVA) + ", vocabulary "
                + shortened(said(RulePack.FINGERPRINT));
    }

    /** What the file says of itself. */
    Rulebook.Packed about() {
        return new Rulebook.Packed(
                said(RulePack.VERSION),
                said(RulePack.HASH),
                said(RulePack.MINIMUM),
                builtFor(),
                layer.files().size());
    }

    private String said(Attributes.Name name) {
        String value = manifest.getValue(name);
        if (value == null) {
            throw new IllegalStateException(name.toString());
        }
        return value;
    }

    Path file() {
        return file;
    }

    /**
     * The classes that were compiled from a text; nothing if they are not there, damaged, or could do more than conditions
     * of rules do.
     */
    Optional<SortedMap<String, byte[]>> classes(String key) {
        ZipEntry entry = zip.getEntry(RulePack.UNITS + key + ".unit");
        if (entry == null) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> content =
                    UnitCache.unsealed(bytes(zip, entry, limits.unitBytes()).orElse(new byte[0]));
            return content.isEmpty() ? Optional.empty() : classes(content.get()).filter(HarmlessClasses::are);
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<SortedMap<String, byte[]>> classes(byte[] content) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            int length = in.readInt();
            if (length < 0 || length > in.available()) {
                return Optional.empty();
            }
            classes.put(name, in.readNBytes(length));
        }
        return Optional.of(classes);
    }

    /** What an entry holds; nothing if that is more than the limit, whatever it says of itself. */
    private static Optional<byte[]> bytes(ZipFile zip, ZipEntry entry, long limit) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readNBytes((int) limit + 1);
            return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
        }
    }

    @Override
    public void close() {
        close(zip);
    }

    /** Reading one file, gathering what is wrong with it. */
    private static final class Reading {

        private final Path file;
        private final ZipFile zip;
        private final Limits limits;
        private final List<Problem> problems;
        private final int before;
        private final Place place;
        private final SortedMap<String, byte[]> sources = new TreeMap<>();
        private long sourceBytes;

        Reading(Path file, ZipFile zip, Limits limits, List<Problem> problems) {
            this.file = file;
            this.zip = zip;
            this.limits = limits;
            this.problems = problems;
            this.before = problems.size();
            this.place = Place.startOf(file.toString());
        }

        private void problem(ProblemCode code, String... what) {
            problems.add(Problem.of(code, place, what));
        }

        private boolean wrong() {
            return problems.size() > before;
        }

        Optional<PackedRulebook> read() throws IOException {
            Optional<Attributes> manifest = manifest();
            if (manifest.isEmpty()) {
                problem(ProblemCode.PACK_FOREIGN);
                return Optional.empty();
            }
            checkForm(manifest.get());
            if (!wrong()) {
                entries();
            }
            if (wrong()) {
                return Optional.empty();
            }
            Layer layer = new Layer(file + "!", sources);
            if (!RulebookLoader.hash(List.of(layer)).equals(manifest.get().getValue(RulePack.HASH))) {
                problem(ProblemCode.PACK_CHANGED);
                return Optional.empty();
            }
            return Optional.of(new PackedRulebook(file, zip, limits, layer, manifest.get()));
        }

        private Optional<Attributes> manifest() throws IOException {
            ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
            Optional<byte[]> bytes = entry == null ? Optional.empty() : bytes(zip, entry, MANIFEST_BYTES);
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            Attributes attributes = new Manifest(new ByteArrayInputStream(bytes.get())).getMainAttributes();
            return Optional.of(attributes).filter(read -> read.containsKey(RulePack.FORM));
        }

        private void checkForm(Attributes manifest) {
            for (Attributes.Name name : List.of(
                    RulePack.VERSION,
                    RulePack.HASH,
                    RulePack.VOCABULARY,
                    RulePack.FINGERPRINT,
                    RulePack.MINIMUM,
                    RulePack.ENGINE,
                    RulePack.JAVA)) {
                if (manifest.getValue(name) == null) {
                    problem(ProblemCode.PACK_ATTRIBUTE, name.toString());
                }
            }
            if (wrong()) {
                return;
            }
            String minimum = manifest.getValue(RulePack.MINIMUM);
            String ours = Rulebook.programVersion().orElse("");
            if (!NUMBERS.matcher(minimum).matches()) {
                problem(ProblemCode.PACK_ATTRIBUTE, RulePack.MINIMUM.toString());
            } else if (isNewer(minimum, ours)
                    || !manifest.getValue(RulePack.FORM).equals(RulePack.FORM_VERSION)) {
                problem(ProblemCode.PACK_NEEDS_NEWER, minimum, ours);
            } else if (!manifest.getValue(RulePack.VOCABULARY).equals(String.valueOf(Vocabulary.VERSION))) {
                problem(
                        ProblemCode.PACK_VOCABULARY,
                        manifest.getValue(RulePack.VOCABULARY),
                        String.valueOf(Vocabulary.VERSION));
            }
        }

        /** Goes by the directory of the file, which is also what everything else of Java goes by. */
        private void entries() throws IOException {
            if (zip.size() > limits.entries()) {
                problem(ProblemCode.PACK_TOO_MANY, String.valueOf(limits.entries()));
                return;
            }
            Set<String> seen = new HashSet<>();
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                String name = entry.getName();
                if (!seen.add(name)) {
                    problem(ProblemCode.PACK_ENTRY_TWICE, name);
                } else if (!isPlain(name)) {
                    problem(ProblemCode.PACK_ENTRY_NAME, name);
                } else if (name.startsWith(RulePack.SOURCES) && !entry.isDirectory()) {
                    source(name, entry);
                } else if (!isOurs(name)) {
                    problem(ProblemCode.PACK_ENTRY_STRAY, name);
                }
                if (problems.size() > before + 20) {
                    return;
                }
            }
        }

        private void source(String name, ZipEntry entry) throws IOException {
            Optional<byte[]> content = bytes(zip, entry, limits.sourceBytes());
            if (content.isEmpty()) {
                problem(ProblemCode.PACK_ENTRY_TOO_LARGE, name, String.valueOf(limits.sourceBytes()));
                return;
            }
            sourceBytes += content.get().length;
            if (sourceBytes > limits.allSourceBytes()) {
                throw new IOException("more than " + limits.allSourceBytes());
            }
            sources.put(name.substring(RulePack.SOURCES.length()), content.get());
        }

        private static boolean isOurs(String name) {
            return name.startsWith(RulePack.META)
                    || name.startsWith(RulePack.UNITS)
                    || name.equals(RulePack.SOURCES)
                    || (name.startsWith(RulePack.SOURCES) && name.endsWith("/"));
        }

        /** Whether it leads nowhere but into the file. */
        private static boolean isPlain(String name) {
            if (!NAME.matcher(name).matches() || name.startsWith("/")) {
                return false;
            }
            String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
            for (String part : path.split("/", -1)) {
                if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                    return false;
                }
            }
            return true;
        }
    }

    private static String shortened(String fingerprint) {
        return fingerprint.substring(0, Math.min(8, fingerprint.length()));
    }

    /** Whether a version is newer than another; a program under development has none and is newer than all. */
    static boolean isNewer(String version, String than) {
        if (than.isEmpty() || !NUMBERS.matcher(than).matches()) {
            return false;
        }
        List<Integer> one = numbers(version);
        List<Integer> other = numbers(than);
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            int left = i < one.size() ? one.get(i) : 0;
            int right = i < other.size() ? other.get(i) : 0;
            if (left != right) {
                return left > right;
            }
        }
        return false;
    }

    /** Whether it is a version that can be compared. */
    static boolean isVersion(String version) {
        return NUMBERS.matcher(version).matches();
    }

    private static List<Integer> numbers(String version) {
        List<Integer> numbers = new ArrayList<>();
        for (String number : version.replaceFirst("-.*", "").split("\\.", -1)) {
            numbers.add(Integer.valueOf(number));
        }
        return numbers;
    }
}
