package vn.banso.desktop.attention;

import java.util.Optional;
import vn.banso.register.values.EntryId;
import vn.banso.store.lists.Attention.Kind;

/** What the list is narrowed down to: one kind, one village, both or neither. */
public record Narrowed(Optional<Kind> kind, Optional<EntryId> village) {
    static final Narrowed ALL = new Narrowed(Optional.empty(), Optional.empty());

    boolean holds(Item item) {
        return kind.filter(k -> k != item.about().kind()).isEmpty()
                && village.filter(v -> item.where().filter(w -> w.village().equals(v)).isEmpty()).isEmpty();
    }

    Narrowed to(Optional<Kind> one) {
        return new Narrowed(one, village);
    }

    Narrowed in(Optional<EntryId> one) {
        return new Narrowed(kind, one);
    }
}
