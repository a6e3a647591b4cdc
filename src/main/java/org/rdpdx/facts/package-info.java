/**
 * What was observed: the vocabulary of kinds and properties, and the facts of a case with where each came from.
 *
 * <p>May use {@code org.rdpdx.input}. The records of {@code org.rdpdx.facts.kind} and {@code VocabularyTable} are made from
 * {@code rules/v1/facts/}.
 *
 * <pre>{@code
 * List<CaseFacts> cases = FactFile.read(List.of(Path.of("case.yaml")));
 * CaseFacts made = CaseFacts.named("INC-1").put("host.nla.required", true).build();
 * }</pre>
 */
@NullMarked
package org.rdpdx.facts;

import org.jspecify.annotations.NullMarked;
