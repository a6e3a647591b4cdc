@NullMarked
package org.rdpdx.site;

import org.jspecify.annotations.NullMarked;
