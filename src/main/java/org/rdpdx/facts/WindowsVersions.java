package org.rdpdx.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * Which builds a Windows can have. Only what is sure: a name that is not in the table can have any.
 *
 * <p>Source: Microsoft's lists of release information for Windows and Windows Server; builds between two releases are
 * counted to the later one.
 */
final class WindowsVersions {

    private record Version(String name, long first, long last, boolean server) {}

    private static final List<Version> VERSIONS = List.of(
            new Version("windows-xp", 2600, 3790, false),
            new Version("windows-server-2003", 3790, 3790, true),
            new Version("windows-vista", 6000, 6003, false),
            new Version("windows-server-2008", 6001, 6003, true),
            new Version("windows-7", 7600, 7601, false),
            new Version("windows-server-2008-r2", 7600, 7601, true),
            new Version("windows-8", 9200, 9200, false),
            new Version("windows-server-2012", 9200, 9200, true),
            new Version("windows-8.1", 9600, 9600, false),
            new Version("windows-server-2012-r2", 9600, 9600, true),
            new Version("windows-10", 10000, 19999, false),
            new Version("windows-server-2016", 14300, 17134, true),
            new Version("windows-server-2019", 17623, 19042, true),
            new Version("windows-server-2022", 20100, 25398, true),
            new Version("windows-11", 21990, 99999, false),
            new Version("windows-server-2025", 25900, 99999, true));

    private WindowsVersions() {}

    static boolean canBe(String name, long build) {
        for (Version version : VERSIONS) {
            if (version.name().equals(name)) {
                return build >= version.first() && build <= version.last();
            }
        }
        return !name.startsWith("windows-");
    }

    /** Windows 10 and 11 for several sessions at once count as servers, so only the other contradictions are sure. */
    static boolean canBe(String name, String productType) {
        for (Version version : VERSIONS) {
            if (version.name().equals(name)) {
                boolean multiSession = name.equals("windows-10") || name.equals("windows-11");
                return version.server()
                        ? !productType.equals("workstation")
                        : productType.equals("workstation") || (multiSession && productType.equals("server"));
            }
        }
        return true;
    }

    /** The names that a build can have. */
    static List<String> of(long build) {
        List<String> names = new ArrayList<>();
        for (Version version : VERSIONS) {
            if (build >= version.first() && build <= version.last()) {
                names.add(version.name());
            }
        }
        return names;
    }
}
