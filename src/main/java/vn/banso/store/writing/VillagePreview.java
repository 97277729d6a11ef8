package vn.banso.store.writing;

import java.util.Set;

/**
 * What a change of villages would touch, before anything is done.
 *
 * @param obstacles why it cannot be done; none where it can
 * @param households live in the villages concerned
 * @param people are recorded there
 * @param teams work there
 * @param sameName another village of the commune where it goes on is called the same: two of one name are hard to tell apart
 */
public record VillagePreview(Set<Obstacle> obstacles, long households, long people, long teams, boolean sameName) {

    /** Why a change of villages cannot be done, or not be taken back; the texts are {@code village.obstacle.<name>}. */
    public enum Obstacle {
        /** One of them is not in this commune's register, or no more. */
        NO_VILLAGE,
        /** Nothing would change: the same name, into itself, to the commune it is in. */
        NOTHING_NEW,
        /** No name, or two parts of one name. */
        NAMES,
        /** A split of it still waits for somebody to say which household went where. */
        SPLIT_WAITS,
        /** This device may not do it, in one of the communes. */
        NOT_PERMITTED,
        /** It was taken back already. */
        UNDONE,
        /** Something was done with these villages since: that is to be taken back first. */
        CHANGED_SINCE,
        /** It is taken back in the commune that it came from. */
        FROM_THERE
    }

    public boolean isPossible() {
        return obstacles.isEmpty();
    }
}
