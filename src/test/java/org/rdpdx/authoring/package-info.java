@NullMarked
package org.rdpdx.authoring;

import org.jspecify.annotations.NullMarked;
