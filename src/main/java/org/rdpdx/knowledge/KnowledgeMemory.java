package org.rdpdx.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rdpdx.input.Problem;

/**
 * What was made of files that were read before, so that of a rulebook somebody works on only the files that changed are read
 * again. Not safe for use by several threads.
 */
public final class KnowledgeMemory {

    /** What reading finds besides what it makes. */
    record Found(List<Problem> problems, List<Reference> references) {}

    private static final class Read {
        private final byte[] content;
        private final Object made;
        private final Found found;

        Read(byte[] content, Object made, Found found) {
            this.content = content;
            this.made = made;
            this.found = found;
        }
    }

    private final Map<String, Read> files = new HashMap<>();
    private List<String> base = List.of();

    /** Begins with nothing. */
    public KnowledgeMemory() {}

    /** What all that is read rests on; where it is another than before, nothing is remembered. */
    void under(List<String> foundation) {
        if (!foundation.equals(base)) {
            files.clear();
            base = foundation;
        }
    }

    /** What is made of a file, from memory where its content is the same; {@code found} takes what was found then too. */
    @SuppressWarnings("unchecked")
    <T> T of(String file, byte[] content, Found found, Function<Found, T> reader) {
        Read known = files.get(file);
        if (known == null || !Arrays.equals(known.content, content)) {
            Found now = new Found(new ArrayList<>(), new ArrayList<>());
            known = new Read(content, reader.apply(now), now);
            files.put(file, known);
        }
        found.problems().addAll(known.found.problems());
        found.references().addAll(known.found.references());
        // a file is always read by the same reader
        return (T) known.made;
    }
}
