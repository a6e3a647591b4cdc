package org.rdpdx.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.facts.FactText;
import org.rdpdx.facts.InvalidFactFileException;
import org.rdpdx.input.Problem;
import org.rdpdx.report.Messages;

/** The fact file that answers are added to. What it held before is never touched. Not safe for use by several threads. */
final class AskFile {

    private final Path path;
    private final byte[] before;
    private final Optional<String> caseName;
    private final boolean isNew;
    private byte[] added = new byte[0];

    private AskFile(Path path, byte[] before, boolean isNew) {
        this.path = path;
        this.before = before;
        this.isNew = isNew;
        this.caseName = FactFile.caseSaid(path, before);
    }

    /**
     * Reads a file, or begins it with its case and the time.
     *
     * @throws InvalidFactFileException with all that is wrong with it
     */
    static AskFile open(Path path, Clock clock) {
        if (path.equals(FactFile.STANDARD_INPUT)) {
            throw new UsageException(Messages.text("ask.no-input"));
        }
        if (Files.isDirectory(path)) {
            throw new UsageException(Messages.text("ask.folder", path));
        }
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            throw new UsageException(Messages.text("ask.json", path));
        }
        if (!Files.exists(path)) {
            return begun(path, clock);
        }
        List<CaseFacts> cases = FactFile.read(List.of(path));
        if (cases.size() != 1) {
            throw new UsageException(Messages.text("ask.several-cases", path, cases.size()));
        }
        AskFile file = new AskFile(path, bytes(path), false);
        FactFile.ReadResult more = file.with(FactText.unread(file.caseName, "attempt.error", "no-tool"));
        if (!more.refused().isEmpty() || more.cases().size() != 1) {
            throw new UsageException(Messages.text("ask.cannot-add", path));
        }
        if (!Files.isWritable(path)) {
            throw unwritable(path);
        }
        return file;
    }

    private static AskFile begun(Path path, Clock clock) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        boolean saysNothing = stem.isBlank() || stem.strip().equalsIgnoreCase("unknown");
        byte[] first = FactText.first(saysNothing ? "case " + stem : stem, clock.instant())
                .getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(path, first, StandardOpenOption.CREATE_NEW);
        } catch (IOException failed) {
            throw unwritable(path);
        }
        return new AskFile(path, first, true);
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException failed) {
            throw unwritable(path);
        }
    }

    private static UsageException unwritable(Path path) {
        return new UsageException(Messages.text("ask.unwritable", path));
    }

    /** The first of {@code case.yaml}, {@code case-2.yaml} and so on that is not there. */
    static Path unused() {
        Path path = Path.of("case.yaml");
        for (int number = 2; Files.exists(path); number++) {
            path = Path.of("case-" + number + ".yaml");
        }
        return path;
    }

    Path path() {
        return path;
    }

    boolean isNew() {
        return isNew;
    }

    /** What the documents say they are about; empty if they say nothing. */
    Optional<String> caseName() {
        return caseName;
    }

    /** What would be read if these documents were all that was added. */
    private FactFile.ReadResult with(String documents) {
        return FactFile.readAs(path, concat(before, addition(documents)));
    }

    /** What is wrong if these documents are added. */
    List<Problem> problems(String documents) {
        return with(documents).problems();
    }

    /** The case as it is with these documents, which hold no problem. */
    CaseFacts facts(String documents) {
        return with(documents).cases().get(0);
    }

    /** Makes these documents all that was added, on the disk too. */
    void write(String documents) {
        byte[] wanted = addition(documents);
        int same = Arrays.mismatch(added, wanted);
        if (same < 0) {
            return;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            if (channel.size() != (long) before.length + added.length) {
                throw new UsageException(Messages.text("ask.changed", path));
            }
            ByteBuffer rest = ByteBuffer.wrap(wanted, same, wanted.length - same);
            long at = (long) before.length + same;
            while (rest.hasRemaining()) {
                at += channel.write(rest, at);
            }
            channel.truncate((long) before.length + wanted.length);
            channel.force(false);
        } catch (IOException failed) {
            throw unwritable(path);
        }
        added = wanted;
    }

    /** With the end of the line that the file may lack. */
    private byte[] addition(String documents) {
        boolean ended = before.length == 0 || before[before.length - 1] == '\n';
        return documents.isEmpty() ? new byte[0] : ((ended ? "" : "\n") + documents).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] left, byte[] right) {
        byte[] all = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, all, left.length, right.length);
        return all;
    }
}
