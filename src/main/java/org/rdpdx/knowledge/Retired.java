package org.rdpdx.knowledge;

import java.util.Optional;

/**
 * An id that once named a diagnosis. It is never used again.
 *
 * @param id the old id
 * @param why it is gone
 * @param replacedBy id of the diagnosis to look at instead
 */
public record Retired(String id, String why, Optional<String> replacedBy) {}
