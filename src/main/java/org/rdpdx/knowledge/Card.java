package org.rdpdx.knowledge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a diagnosis means and what to do about it: the content of {@code diagnosis.yaml}.
 *
 * @param id name of its folder
 * @param area id of the area it stands in
 * @param title for people, one line
 * @param why what happens, and why the connection then fails
 * @param frequency how common it is
 * @param phases in which it shows
 * @param remedies its steps, in the author's order
 * @param lookAlikes causes that look the same from afar
 * @param explains ids of diagnoses that are symptoms of this one
 * @param falsePositives when its rules speak though it is not the cause
 * @param sources where its claims come from
 * @param since version of the rulebook that brought it, or {@code next}
 * @param status {@code stable} or {@code experimental}
 */
public record Card(
        String id,
        String area,
        String title,
        String why,
        Frequency frequency,
        List<Phase> phases,
        List<Remedy> remedies,
        List<LookAlike> lookAlikes,
        List<String> explains,
        List<String> falsePositives,
        List<Source> sources,
        String since,
        String status) {

    /**
     * A step of this cure.
     *
     * @param stepId id of the step
     * @param inline the step, if it is written in the card and not shared
     * @param cures how often it cures; null of one that only looks or prepares
     */
    public record Remedy(
            String stepId, @Nullable Step inline, @Nullable Cures cures) {
        /** How often it cures. */
        public Optional<Cures> curing() {
            return Optional.ofNullable(cures);
        }
    }

    /** Copies what it is given. */
    public Card {
        phases = List.copyOf(phases);
        remedies = List.copyOf(remedies);
        lookAlikes = List.copyOf(lookAlikes);
        explains = List.copyOf(explains);
        falsePositives = List.copyOf(falsePositives);
        sources = List.copyOf(sources);
    }
}
