@NullMarked
package org.rdpdx.plan;

import org.jspecify.annotations.NullMarked;
