package org.rdpdx.knowledge;

import java.util.List;

/**
 * What ranking needs to know of a diagnosis: a card without its words, so that no card is read before it is shown.
 *
 * @param id name of its folder
 * @param area id of the area it stands in
 * @param title for people, one line
 * @param frequency how common it is
 * @param phases in which it shows
 * @param explains ids of diagnoses that are symptoms of this one
 */
public record Cause(
        String id, String area, String title, Frequency frequency, List<Phase> phases, List<String> explains) {

    /** Copies what it is given. */
    public Cause {
        phases = List.copyOf(phases);
        explains = List.copyOf(explains);
    }

    /** The card's part that ranking needs. */
    public static Cause of(Card card) {
        return new Cause(card.id(), card.area(), card.title(), card.frequency(), card.phases(), card.explains());
    }
}
