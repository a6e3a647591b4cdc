package org.rdpdx.inquiry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CollectWay;

/**
 * One thing to do next: a command to run or a question to ask, and the facts that it answers. Immutable.
 *
 * @param wanted what it answers, the most telling first; never empty
 * @param how the way to do it; null if none is known
 * @param decides ids of the diagnoses whose confidence it can move, the most moved first
 * @param worth how far it can be expected to bring the case, in bits per minute; for comparing only
 */
public record ToCollect(List<Wanted> wanted, @Nullable CollectWay how, List<String> decides, double worth) {

    /** Seconds of something nobody said how to do. */
    static final int UNKNOWN_SECONDS = 300;

    /** Copies what it is given. */
    public ToCollect {
        wanted = List.copyOf(wanted);
        decides = List.copyOf(decides);
    }

    /** The paths, and what else names the thing. */
    public String shown() {
        String paths = wanted.stream().map(Wanted::path).collect(Collectors.joining(", "));
        String beside = wanted.get(0).beside();
        return beside.isEmpty() ? paths : paths + " (" + beside + ")";
    }

    /** The way to do it, if one is known. */
    public Optional<CollectWay> way() {
        return Optional.ofNullable(how);
    }

    /** How long it takes, roughly. */
    public int seconds() {
        return seconds(how);
    }

    static int seconds(@Nullable CollectWay how) {
        return how == null ? UNKNOWN_SECONDS : Math.max(1, how.seconds());
    }
}
