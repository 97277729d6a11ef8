package vn.banso.app.story;

import java.nio.file.Path;
import java.time.Clock;
import vn.banso.store.Node;
import vn.banso.store.files.NodeOptions;
import vn.banso.trust.crypto.Argon2Cost;
import vn.banso.trust.governance.Role;

/**
 * One machine of the story and the invented person in front of it.
 *
 * @param key names the machine in the texts {@code story.actor.<key>}, and its folder
 * @param holder whom the grant names
 */
record Actor(String key, String holder, Role role, Node node) {

    /** Sets up a machine that belongs to nobody yet. */
    static Actor on(Path dir, String key, String holder, Role role, Clock clock, char[] passphrase) {
        return new Actor(key, holder, role, Node.create(dir.resolve(key), passphrase, options(dir, clock)));
    }

    /** The story shows the road, not the lock: it must not spend its minute on hard passphrases. */
    static NodeOptions options(Path dir, Clock clock) {
        return NodeOptions.standard().withClock(clock).withHome(dir.resolve("home")).withCost(Argon2Cost.FAST);
    }
}
