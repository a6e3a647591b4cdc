package org.rdpdx.facts;

/**
 * A value while a case is being put together.
 *
 * @param value of the property's Java type
 * @param origin where it came from
 */
record Cell(Object value, Origin origin) {}
