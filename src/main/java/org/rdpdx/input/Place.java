package org.rdpdx.input;

import org.jspecify.annotations.Nullable;

/**
 * Where something is written. Ordered by file, line and column.
 *
 * @param file the name of the file as it was given
 * @param line from 1; 0 for what was not read from a file
 * @param column from 1, in characters; 0 for what was not read from a file
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

    // what Java makes for a record costs 10 ms when it is first asked for, which every start would pay

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place place && line == place.line && column == place.column && file.equals(place.file);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * file.hashCode() + line) + column;
    }

    /** The beginning of a file: where a problem with the file as a whole is shown. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public int compareTo(Place other) {
        int compared = file.compareTo(other.file);
        compared = compared != 0 ? compared : Integer.compare(line, other.line);
        return compared != 0 ? compared : Integer.compare(column, other.column);
    }

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
