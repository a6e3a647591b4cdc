@NullMarked
package org.rdpdx.cli;

import org.jspecify.annotations.NullMarked;
