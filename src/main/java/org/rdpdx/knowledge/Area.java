package org.rdpdx.knowledge;

import java.util.List;

/**
 * A part of the connection that diagnoses are sorted under.
 *
 * @param id name of the folder
 * @param title for people
 * @param phases in which its causes show, unless a card says otherwise
 */
public record Area(String id, String title, List<Phase> phases) {
    /** Copies what it is given. */
    public Area {
        phases = List.copyOf(phases);
    }
}
