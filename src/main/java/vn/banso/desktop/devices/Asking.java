package vn.banso.desktop.devices;

import java.nio.file.Path;
import vn.banso.trust.governance.Enrolment;
import vn.banso.trust.vault.OneTimeCode;

/** Somebody asks to be let in. */
sealed interface Asking {
    Enrolment.Request request();

    /** By a file; the welcome is written to another. */
    record ByFile(Enrolment.Request request, Path file) implements Asking {}

    /** By a code that was read over the telephone; the welcome is left under it. */
    record OverLine(Enrolment.Request request, OneTimeCode code) implements Asking {}
}
