package org.rdpdx.rulebook;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * Remembers that a folder held the bundled rulebook, by names, sizes and times of its files, since to look at those takes a
 * tenth of the time that it takes to read the files. Whatever goes wrong with it only means that they are read again.
 */
final class FolderStamp {

    /** A file that was changed so shortly before may be changed again without its time showing it. */
    private static final long SETTLED_MILLIS = TimeUnit.SECONDS.toMillis(2);

    /** Further down there are no rules; a link may lead into itself. */
    private static final int DEEPEST = 8;

    private final Path stamp;
    private final long expected;
    private final long newest;

    /**
     * Looks at a folder.
     *
     * @param cache where stamps are kept
     * @param folder what is looked at
     * @param bundled checksum of the rulebook it is compared with
     * @throws IOException if the folder cannot be looked at
     */
    FolderStamp(Path cache, Path folder, long bundled) throws IOException {
        CRC32 name = new CRC32();
        name.update(folder.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
        this.stamp = cache.resolve("same-" + Long.toHexString(name.getValue()) + ".stamp");
        Listing listing = new Listing(bundled);
        listing.add(folder.toFile(), 0);
        this.expected = listing.sum;
        this.newest = listing.newest;
    }

    /** By {@link File} and not by {@code Files}, and summed without objects: at the start of a program both cost much. */
    private static final class Listing {

        /** An odd number whose bits are as good as random, so that each bit of a value moves many of a product. */
        private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

        private long sum;
        private long newest = Long.MIN_VALUE;

        Listing(long sum) {
            this.sum = sum;
        }

        void add(File folder, int depth) throws IOException {
            String[] names = folder.list();
            if (names == null || depth > DEEPEST) {
                throw new IOException("cannot be listed: " + folder);
            }
            add(names.length);
            for (String name : names) {
                File file = new File(folder, name);
                add(name.hashCode());
                // a folder with a dot in its name holds no rules, so that one with something in it is never found to be
                // the same
                if (name.indexOf('.') < 0 && file.isDirectory()) {
                    add(file, depth + 1);
                } else {
                    long changed = file.lastModified();
                    if (changed > newest) {
                        newest = changed;
                    }
                    add(file.length());
                    add(changed);
                }
            }
        }

        private void add(long value) {
            long mixed = (sum ^ value) * FACTOR;
            sum = mixed ^ (mixed >>> 32);
        }
    }

    /** Whether the folder looks as it did when it was {@linkplain #keep last} found to be the same. */
    boolean isKnown() {
        if (!Files.isRegularFile(stamp)) {
            return false;
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(stamp))) {
            return in.readLong() == expected;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Remembers that the folder is the same, unless it was changed just now. */
    void keep() {
        try {
            Path part = Files.createTempFile(stamp.resolveSibling(""), "same", ".part");
            try {
                Files.write(
                        part, ByteBuffer.allocate(Long.BYTES).putLong(expected).array());
                if (newest < part.toFile().lastModified() - SETTLED_MILLIS) {
                    Files.move(part, stamp, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException notKept) {
            // the next run reads the files again: slower, and right
            return;
        }
    }
}
