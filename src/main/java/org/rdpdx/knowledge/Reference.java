package org.rdpdx.knowledge;

import org.rdpdx.input.Place;

/**
 * An id that a card or a step names.
 *
 * @param key under which it is written
 * @param id what it names
 * @param place where it is written
 * @param ofStep whether it names a step, and not a diagnosis
 */
record Reference(String key, String id, Place place, boolean ofStep) {}
