package org.rdpdx.knowledge;

/**
 * Another cause that looks the same from afar.
 *
 * @param id of that diagnosis
 * @param tellApart how to tell the two apart, one sentence
 */
public record LookAlike(String id, String tellApart) {}
