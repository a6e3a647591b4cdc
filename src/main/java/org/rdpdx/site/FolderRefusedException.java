package org.rdpdx.site;

/** A folder cannot take a site, since it holds something that would be lost. The message says what, and what to do. */
public final class FolderRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FolderRefusedException(String message) {
        super(message);
    }
}
