/** Questions about a case: what is missing, what to collect next, what would be if. Values out, no printing. */
@NullMarked
package org.rdpdx.inquiry;

import org.jspecify.annotations.NullMarked;
