package org.rdpdx.facts;

/** How often a kind can be written in one viewpoint. */
public enum Shape {
    /** At most once: a map. */
    ONE,
    /** Any number of times: a list of maps. */
    LIST
}
