package org.rdpdx.knowledge;

import org.rdpdx.input.Place;

/**
 * An id that a card, a step or a case names.
 *
 * @param key under which it is written
 * @param id what it names, as it is written
 * @param place where it is written
 * @param to what kind of thing it names
 * @param owner id of the folder or step that names it
 */
record Reference(String key, String id, Place place, To to, String owner) {

    /** What can be named. */
    enum To {
        /** A diagnosis. */
        DIAGNOSIS,
        /** A step. */
        STEP,
        /** A way of seeing the cause of the card itself. */
        WAY,
        /** A rule of the folder, by its whole name. */
        RULE
    }
}
