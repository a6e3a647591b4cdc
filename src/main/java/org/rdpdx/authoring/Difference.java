package org.rdpdx.authoring;

import java.util.ArrayList;
import java.util.List;

/** How two texts differ, line by line. */
final class Difference {

    /** Lines that stayed, shown around those that did not. */
    private static final int AROUND = 2;

    private final List<String> before;
    private final List<String> after;
    private final int[][] common;

    private Difference(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
    }

    /** Lines that are gone begin with a minus, new ones with a plus; three dots stand for what stayed and is left out. */
    static List<String> between(List<String> before, List<String> after) {
        List<String> all = new Difference(before, after).all();
        List<String> shown = new ArrayList<>();
        boolean leftOut = false;
        for (int i = 0; i < all.size(); i++) {
            if (isNear(all, i)) {
                if (leftOut) {
                    shown.add("  ...");
                }
                shown.add(all.get(i));
            }
            leftOut = !isNear(all, i);
        }
        return shown;
    }

    private static boolean isNear(List<String> all, int at) {
        for (int i = Math.max(0, at - AROUND); i <= Math.min(all.size() - 1, at + AROUND); i++) {
            if (!all.get(i).startsWith(" ")) {
                return true;
            }
        }
        return false;
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean both = i < before.size() && j < after.size();
            if (both && before.get(i).equals(after.get(j))) {
                all.add("  " + before.get(i++));
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                all.add("- " + before.get(i++));
            } else {
                all.add("+ " + after.get(j++));
            }
        }
        return all;
    }
}
