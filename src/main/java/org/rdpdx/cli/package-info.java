/**
 * The command line: one file per command. The only room that knows picocli, prints, and ends the process.
 *
 * <pre>{@code
 * int exitCode = Main.run(arguments, System.in, System.out, System.err);
 * }</pre>
 */
@NullMarked
package org.rdpdx.cli;

import org.jspecify.annotations.NullMarked;
