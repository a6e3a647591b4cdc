package org.rdpdx.facts;

import java.util.Locale;

/** What the value of a property is, and which Java type holds it. */
public enum ValueType {
    /** True or false: {@link Boolean}. */
    FLAG(Boolean.class, "Boolean"),
    /**
     * Whole number of 32 bits, larger ones being taken as their bits: {@link Integer}. Not {@link Long}: Drools looks a
     * constant of a rule, an Integer, up among the values of a property by its hash, and would never find a Long.
     */
    INT(Integer.class, "Integer"),
    /** Number with or without a point: {@link Double}. */
    NUMBER(Double.class, "Double"),
    /** Free text, compared letter by letter where rules may compare it at all: {@link String}. */
    TEXT(String.class, "String"),
    /** Name that Windows or a product gave; compared without regard to case, see {@link Property#canonical}: {@link String}. */
    NAME(String.class, "String"),
    /** Lower-case word with hyphens, of an open set: {@link String}. */
    TOKEN(String.class, "String"),
    /** One of {@link Property#words()}: {@link String}. */
    WORD(String.class, "String"),
    /** 32 bits, however they were written: {@link Integer}. */
    CODE(Integer.class, "Integer"),
    /** A time as exact as it is known: {@link TimeSpan}. */
    TIME(TimeSpan.class, "TimeSpan"),
    /** Time of day where the machine is, {@code 14:00}: {@link String}. */
    CLOCK(String.class, "String"),
    /** One of {@link Vocabulary#principals()}, or a SID: {@link String}. */
    PRINCIPAL(String.class, "String"),
    /** 40 hexadecimal digits in upper case: {@link String}. */
    THUMBPRINT(String.class, "String"),
    /** Path of a file; compared without regard to case like a name: {@link String}. */
    PATH(String.class, "String"),
    /** Id of a dialog, one of {@link Vocabulary#messages()}: {@link String}. */
    MESSAGE(String.class, "String");

    private final Class<?> javaType;
    private final String javaName;

    ValueType(Class<?> javaType, String javaName) {
        this.javaType = javaType;
        this.javaName = javaName;
    }

    /** The Java type of one value of this type; a set of them is a list. */
    public Class<?> javaType() {
        return javaType;
    }

    /** Simple name of {@link #javaType()}. */
    String javaName() {
        return javaName;
    }

    /** The word in the vocabulary's files: {@code name}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether capital and small letters mean the same, so that values are compared by {@link Property#canonical}. */
    public boolean foldsCase() {
        return this == NAME || this == PATH;
    }

    /** Whether values have an order that rules may ask for with {@code <} and {@code >}. */
    public boolean ordered() {
        return this == INT || this == NUMBER || this == TIME;
    }
}
