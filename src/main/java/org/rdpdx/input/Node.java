package org.rdpdx.input;

/**
 * A part of a document, with its place. Immutable.
 *
 * <p>A scalar keeps its source text: nothing is made a number, a date or a flag here, because YAML's own typing damages
 * real values ({@code 26100.10} would become 26100.1, {@code off} false).
 */
public sealed interface Node permits MappingNode, SequenceNode, ScalarNode {

    /** Where it begins. */
    Place place();

    /** What it is, in a word that problems use: {@code map}, {@code list} or the text itself. */
    String shown();
}
