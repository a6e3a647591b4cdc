package org.rdpdx.facts;

import org.rdpdx.input.Place;

/**
 * Something that somebody tried to observe and could not. It stays unknown.
 *
 * @param path path of the fact, such as {@code host.certificate.privateKeyReadable}
 * @param because why: one of {@link Vocabulary#unreadReasons()}
 * @param place where it is written
 */
public record Unread(String path, String because, Place place) {}
