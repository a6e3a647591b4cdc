@NullMarked
package org.rdpdx.diagnosis;

import org.jspecify.annotations.NullMarked;
