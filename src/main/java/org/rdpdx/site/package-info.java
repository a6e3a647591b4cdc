/**
 * The rulebook as a static site: a catalogue and a page for everything in it, to be opened from a folder without any network.
 * May use all rooms but the command line.
 *
 * <pre>{@code
 * RulebookSite.of(rulebook).writeTo(Path.of("site"));
 * }</pre>
 */
@NullMarked
package org.rdpdx.site;

import org.jspecify.annotations.NullMarked;
