package org.rdpdx.facts;

/** Keys of the registry in one form, whoever wrote them: regedit, reg.exe and PowerShell each name the hives differently. */
final class RegistryKeys {

    private static final String[][] BEGINNINGS = {
        {"Microsoft.PowerShell.Core\\", ""},
        {"Registry::", ""},
        {"Computer\\", ""},
        {"HKEY_LOCAL_MACHINE", "HKLM"},
        {"HKEY_CURRENT_USER", "HKCU"},
        {"HKEY_USERS", "HKU"},
        {"HKLM:", "HKLM"},
        {"HKCU:", "HKCU"},
    };

    private RegistryKeys() {}

    /** The key as {@code HKLM\System\...}: a short hive, and no backslash at the end. */
    static String normal(String key) {
        String normal = key;
        for (String[] beginning : BEGINNINGS) {
            if (normal.regionMatches(true, 0, beginning[0], 0, beginning[0].length())) {
                normal = beginning[1] + normal.substring(beginning[0].length());
            }
        }
        return normal.endsWith("\\") ? normal.substring(0, normal.length() - 1) : normal;
    }
}
