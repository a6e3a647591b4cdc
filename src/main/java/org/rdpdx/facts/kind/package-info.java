// Made from rules/v1/facts by GeneratedSources; change it there.

/** One record per kind of fact: what rules match. Components are null where nothing was observed. */
@NullMarked
package org.rdpdx.facts.kind;

import org.jspecify.annotations.NullMarked;
