/**
 * Text that somebody wrote, with the place of every word of it: YAML and JSON as one tree, and what is wrong with it.
 *
 * <p>May use Jackson's streaming parser and SnakeYAML's event parser, and nothing of this project.
 *
 * <pre>{@code
 * List<Problem> problems = new ArrayList<>();
 * List<Node> documents = Documents.read("case.yaml", bytes, problems);
 * }</pre>
 */
@NullMarked
package org.rdpdx.input;

import org.jspecify.annotations.NullMarked;
