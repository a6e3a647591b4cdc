package org.rdpdx.rulebook;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.Node;
import org.rdpdx.input.Problem;
import org.rdpdx.input.StoredTree;
import org.rdpdx.knowledge.Area;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.knowledge.Codes;
import org.rdpdx.knowledge.Cures;
import org.rdpdx.knowledge.Frequency;
import org.rdpdx.knowledge.InvalidRulebookException;
import org.rdpdx.knowledge.Knowledge;
import org.rdpdx.knowledge.Layer;
import org.rdpdx.knowledge.Phase;
import org.rdpdx.knowledge.Retired;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.knowledge.Step;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.knowledge.Weights;

/**
 * Content of the rulebook on the class path: an index that is read at start, and the authors' files, each read when it is
 * shown.
 */
final class BundledContent implements RulebookContent {

    static final String ROOT = "org/rdpdx/rules/";
    static final String INDEX = ROOT + "index.bin";

    /** The paths of all files, one on each line. */
    static final String FILES = ROOT + "files.txt";

    /** Where the documents of cards and steps stand as trees, each under the path of its file. */
    static final String DOCUMENTS = ROOT + "documents/";

    /** What the index holds beside the units. */
    record Index(
            String version,
            String hash,
            long checksum,
            List<Area> areas,
            Weights weights,
            List<Cause> causes,
            Map<String, String> stepFiles,
            List<Retired> retired) {}

    private final Index index;
    private final Map<String, Card> cards = new ConcurrentHashMap<>();
    private final Map<String, Step> steps = new ConcurrentHashMap<>();
    /** Read when first asked for; read twice they are the same. */
    private volatile @Nullable List<RuleCase> cases;

    BundledContent(Index index) {
        this.index = index;
    }

    Index index() {
        return index;
    }

    /** What tells one rulebook from another stands before the rest, which a table holds. */
    static void writeHead(Index index, DataOutputStream out) throws IOException {
        out.writeLong(index.checksum());
        out.writeUTF(index.version());
        out.writeUTF(index.hash());
    }

    static void write(Index index, TableWriter out) {
        out.list(index.areas(), area -> {
            out.text(area.id());
            out.text(area.title());
            phases(area.phases(), out);
        });
        for (Frequency frequency : Frequency.values()) {
            out.real(index.weights().of(frequency));
        }
        for (Strength strength : Strength.values()) {
            out.real(index.weights().of(strength));
        }
        for (Cures cures : Cures.values()) {
            out.real(index.weights().of(cures));
        }
        out.number(index.weights().stageGate().ordinal());
        out.real(index.weights().confirmed());
        out.real(index.weights().likely());
        out.real(index.weights().possible());
        out.list(index.causes(), cause -> {
            out.text(cause.id());
            out.text(cause.area());
            out.text(cause.title());
            out.number(cause.frequency().ordinal());
            phases(cause.phases(), out);
            out.list(cause.explains(), out::text);
        });
        out.list(List.copyOf(index.stepFiles().entrySet()), step -> {
            out.text(step.getKey());
            out.text(step.getValue());
        });
        out.list(index.retired(), retired -> {
            out.text(retired.id());
            out.text(retired.why());
            out.nullable(retired.replacedBy().orElse(null));
        });
    }

    /** Only the first of what {@link #writeHead} wrote. */
    static long readChecksum(DataInputStream in) throws IOException {
        return in.readLong();
    }

    /**
     * Reads an index, in the order in which it was written.
     *
     * @param in stands at the head; the table is read to its end
     * @param rest is given the table, which stands behind what belongs to the index
     */
    static <T> T read(DataInputStream in, BiFunction<Index, TableReader, T> rest) throws IOException {
        long checksum = readChecksum(in);
        String version = in.readUTF();
        String hash = in.readUTF();
        TableReader table = new TableReader(in.readAllBytes());
        List<Area> areas = table.list(() -> new Area(table.text(), table.text(), phases(table)));
        Weights weights = weights(table);
        List<Cause> causes = table.list(() -> new Cause(
                table.text(),
                table.text(),
                table.text(),
                Frequency.values()[table.number()],
                phases(table),
                table.list(table::text)));
        // they were sorted when they were written
        Map<String, String> stepFiles = new LinkedHashMap<>();
        table.list(() -> stepFiles.put(table.text(), table.text()));
        List<Retired> retired =
                table.list(() -> new Retired(table.text(), table.text(), Optional.ofNullable(table.nullable())));
        return rest.apply(new Index(version, hash, checksum, areas, weights, causes, stepFiles, retired), table);
    }

    private static Weights weights(TableReader in) {
        Map<Frequency, Double> prior = new EnumMap<>(Frequency.class);
        for (Frequency frequency : Frequency.values()) {
            prior.put(frequency, in.real());
        }
        Map<Strength, Double> strengths = new EnumMap<>(Strength.class);
        for (Strength strength : Strength.values()) {
            strengths.put(strength, in.real());
        }
        Map<Cures, Double> cures = new EnumMap<>(Cures.class);
        for (Cures often : Cures.values()) {
            cures.put(often, in.real());
        }
        Strength gate = Strength.values()[in.number()];
        return new Weights(prior, strengths, gate, cures, in.real(), in.real(), in.real());
    }

    private static void phases(List<Phase> phases, TableWriter out) {
        out.list(phases, phase -> out.number(phase.ordinal()));
    }

    private static List<Phase> phases(TableReader in) {
        return in.list(() -> Phase.values()[in.number()]);
    }

    private static List<String> files() {
        return new String(bytes(FILES), StandardCharsets.UTF_8).lines().toList();
    }

    /** All files of the rulebook on the class path, as if they stood in a folder. */
    static Layer layer() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files().forEach(path -> files.put(path, resource(path)));
        return new Layer("bundled", files);
    }

    private static byte[] resource(String path) {
        return bytes(ROOT + "v1/" + path);
    }

    /** Whether a file is kept as a tree too, so that nothing has to parse it. */
    static boolean hasDocument(String path) {
        return path.endsWith("/diagnosis.yaml") || path.startsWith("steps/") || path.startsWith(Codes.FOLDER);
    }

    /** The document of a file that holds one, without any YAML being parsed. */
    private static Node document(String path) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes(DOCUMENTS + path)))) {
            return StoredTree.read("bundled/" + path, in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = BundledContent.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the library lacks " + resource);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String version() {
        return index.version();
    }

    @Override
    public String hash() {
        return index.hash();
    }

    @Override
    public List<Area> areas() {
        return index.areas();
    }

    @Override
    public Weights weights() {
        return index.weights();
    }

    @Override
    public List<Cause> causes() {
        return index.causes();
    }

    @Override
    public Card card(String id) {
        return cards.computeIfAbsent(id, this::readCard);
    }

    private Card readCard(String id) {
        Cause cause = causes().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no diagnosis " + id));
        Area area = areas().stream()
                .filter(known -> known.id().equals(cause.area()))
                .findFirst()
                .orElseThrow();
        return Knowledge.card(id, area, document(cause.area() + "/" + id + "/diagnosis.yaml"));
    }

    @Override
    public Step step(String id) {
        // not computeIfAbsent: reading an inline step reads its card
        Step known = steps.get(id);
        if (known != null) {
            return known;
        }
        Step read = readStep(id);
        steps.put(id, read);
        return read;
    }

    private Step readStep(String id) {
        String path = index.stepFiles().get(id);
        if (path == null) {
            throw new IllegalArgumentException("no step " + id);
        }
        if (path.startsWith("steps/")) {
            return Knowledge.step(id, document(path));
        }
        String folder = path.substring(0, path.lastIndexOf('/'));
        String diagnosis = folder.substring(folder.lastIndexOf('/') + 1);
        return card(diagnosis).remedies().stream()
                .map(Card.Remedy::inline)
                .filter(step -> step != null && step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<String> stepIds() {
        return List.copyOf(index.stepFiles().keySet());
    }

    @Override
    public List<Retired> retired() {
        return index.retired();
    }

    @Override
    public List<RuleCase> cases() {
        List<RuleCase> known = cases;
        if (known == null) {
            List<Problem> problems = new ArrayList<>();
            known = List.copyOf(Knowledge.read(List.of(layer()), problems).cases());
            if (!problems.isEmpty()) {
                throw new InvalidRulebookException(problems);
            }
            cases = known;
        }
        return known;
    }

    @Override
    public Codes codes() {
        SortedMap<String, Node> documents = new TreeMap<>();
        files().stream()
                .filter(path -> path.startsWith(Codes.FOLDER))
                .forEach(path -> documents.put(path, document(path)));
        return Codes.read(documents, new ArrayList<>());
    }

    @Override
    public String text(String path) {
        if (!files().contains(path)) {
            throw new IllegalArgumentException("no file " + path);
        }
        return new String(resource(path), StandardCharsets.UTF_8);
    }

    @Override
    public List<Layer> layers() {
        return List.of(layer());
    }

    @Override
    public Knowledge knowledge() {
        return Knowledge.read(layers(), new ArrayList<>());
    }
}
