@NullMarked
package org.rdpdx.inquiry;

import org.jspecify.annotations.NullMarked;
