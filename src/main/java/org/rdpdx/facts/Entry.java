package org.rdpdx.facts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.Place;

/** One thing while a case is being put together: becomes one fact. */
final class Entry {

    private final Kind kind;
    private final String viewpoint;
    private final @Nullable Cell[] cells;
    private final Origin origin;
    private boolean absent;

    /**
     * Begins an entry.
     *
     * @param origin where the entry as a whole is written
     */
    Entry(Kind kind, String viewpoint, Origin origin) {
        this.kind = kind;
        this.viewpoint = viewpoint;
        this.origin = origin;
        this.cells = new Cell[kind.properties().size()];
    }

    Kind kind() {
        return kind;
    }

    String viewpoint() {
        return viewpoint;
    }

    Origin origin() {
        return origin;
    }

    Place place() {
        return origin.place();
    }

    boolean absent() {
        return absent;
    }

    void sayAbsent() {
        absent = true;
    }

    int size() {
        return cells.length;
    }

    Property property(String name) {
        return kind.properties().get(kind.indexOf(name));
    }

    @Nullable
    Cell cell(int index) {
        return cells[index];
    }

    @Nullable
    Cell cell(String property) {
        int index = kind.indexOf(property);
        return index < 0 ? null : cells[index];
    }

    @Nullable
    Object value(String property) {
        Cell cell = cell(property);
        return cell == null ? null : cell.value();
    }

    void set(int index, Cell cell) {
        cells[index] = cell;
    }

    void set(String property, @Nullable Cell cell) {
        cells[kind.indexOf(property)] = cell;
    }

    /** Whether both say which thing they are about, and it is the same one. */
    boolean sameThing(Entry other) {
        if (kind != other.kind || !viewpoint.equals(other.viewpoint)) {
            return false;
        }
        for (String property : kind.identity()) {
            if (!says(property, other.value(property))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the property is observed and has that value. */
    boolean says(String property, @Nullable Object wanted) {
        int index = kind.indexOf(property);
        Cell cell = index < 0 ? null : cells[index];
        return cell != null && wanted != null && Values.same(kind.properties().get(index), cell.value(), wanted);
    }

    /** {@code host.services[TermService].state}, with names as they were written. */
    String path(String property) {
        StringBuilder path = new StringBuilder();
        if (!kind.top()) {
            path.append(viewpoint).append('.');
        }
        path.append(kind.key());
        if (!kind.identity().isEmpty()) {
            path.append('[');
            String separator = "";
            for (String name : kind.identity()) {
                Cell cell = cell(name);
                path.append(separator).append(cell == null ? "" : Values.text(property(name), cell.value()));
                separator = ",";
            }
            path.append(']');
        }
        return path.append('.').append(property).toString();
    }

    /** The fact that this entry says. */
    Fact toFact() {
        @Nullable Object[] values = new Object[cells.length];
        List<Property> properties = kind.properties();
        for (int i = 0; i < cells.length; i++) {
            Cell cell = cells[i];
            values[i] = cell == null ? null : cell.value();
        }
        values[0] = viewpoint;
        if (kind.absentable()) {
            values[properties.size() - kind.ownProperties().size() - 1] = !absent;
        }
        return VocabularyTable.create(kind, values);
    }

    /** Origins by index of the property. */
    List<@Nullable Origin> origins() {
        List<@Nullable Origin> origins = new ArrayList<>(cells.length);
        for (Cell cell : cells) {
            origins.add(cell == null ? null : cell.origin());
        }
        return origins;
    }
}
