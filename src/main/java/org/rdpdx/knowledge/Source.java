package org.rdpdx.knowledge;

import java.time.LocalDate;

/**
 * Where a claim comes from.
 *
 * @param url of the page
 * @param checked when somebody last read it
 * @param says what it says, in our words; empty if the claim is the page's title
 */
public record Source(String url, LocalDate checked, String says) {}
