@NullMarked
package org.rdpdx.knowledge;

import org.jspecify.annotations.NullMarked;
