package vn.banso.architecture.planted;

import org.junit.jupiter.api.Test;

/** A story whose name the build does not look for. */
class ForgottenStory {
    @Test
    void nobodyEverSeesThis() {
        throw new AssertionError("planted: it stands here to be found, not to be run");
    }
}
