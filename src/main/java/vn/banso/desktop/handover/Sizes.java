package vn.banso.desktop.handover;

import vn.banso.desktop.kit.Ui;

/** Bytes as people read them. */
final class Sizes {
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    private Sizes() {}

    /** "3,2 GB" or "840 MB"; whoever sells sticks counts in thousands, and so do we. */
    static String of(long bytes, Ui ui) {
        return bytes >= GIGA ? ui.say("handover.size.giga", Math.round(bytes / GIGA * 10) / 10.0)
                : ui.say("handover.size.mega", Math.round(bytes / MEGA));
    }
}
