/** Tests of the library's door, of the README and of the arrows between the rooms. */
@NullMarked
package org.rdpdx;

import org.jspecify.annotations.NullMarked;
