/**
 * What a user reads: reports as text and JSON, the vocabulary as text, and the sentence of every problem.
 *
 * <p>Every word stands in {@code messages.properties} beside this package. Nothing here prints: formats append to what they
 * are given. May use {@code plan}, {@code inquiry} and what those may use.
 *
 * <pre>{@code
 * Report report = Report.of(facts, findings, ranking, plan, rulebook);
 * ReportFormat.text(100, false).write(report, System.out);
 * }</pre>
 */
@NullMarked
package org.rdpdx.report;

import org.jspecify.annotations.NullMarked;
