/** How often the rulebook is right about real cases. */
@NullMarked
package org.rdpdx.accuracy;

import org.jspecify.annotations.NullMarked;
