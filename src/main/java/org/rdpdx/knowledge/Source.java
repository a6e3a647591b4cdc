package org.rdpdx.knowledge;

import java.time.LocalDate;
import java.util.List;

/**
 * Where a claim comes from.
 *
 * @param url of the page
 * @param checked when somebody last read it
 * @param says what it says, in our words; empty if the claim is the page's title
 * @param ways the ways of seeing the cause that rest on it, each by what follows the id in the rule's name, or the id itself
 *     for the rule that carries just that; empty in a step
 */
public record Source(String url, LocalDate checked, String says, List<String> ways) {

    /** Copies what it is given. */
    public Source {
        ways = List.copyOf(ways);
    }
}
