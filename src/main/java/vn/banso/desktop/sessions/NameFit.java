package vn.banso.desktop.sessions;

import vn.banso.register.names.Names;

/** Whether some letters mean a name, and how well: people are called by the last word of their name. */
final class NameFit {
    private static final int OTHER_MARKS = 3;

    private NameFit() {}

    /** Every word typed begins a word of the name, with or without marks. */
    static boolean fits(String typed, String name) {
        return Names.resembles(typed, name);
    }

    /** Names with just the marks that were typed come before all others. Of them 0 where the name one is called by begins so, 1 where the whole name does, 2 elsewhere. */
    static int rank(String typed, String name) {
        String called = name.substring(name.lastIndexOf(' ') + 1);
        int place = !typed.contains(" ") && Names.resembles(typed, called) ? 0 : Names.fold(name).startsWith(Names.fold(typed)) ? 1 : 2;
        return Names.matches(typed, name) ? place : place + OTHER_MARKS;
    }
}
