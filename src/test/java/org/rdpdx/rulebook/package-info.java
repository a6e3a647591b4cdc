@NullMarked
package org.rdpdx.rulebook;

import org.jspecify.annotations.NullMarked;
