package vn.banso.desktop.attention;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.banso.store.Node;
import vn.banso.store.SaveResult;

/**
 * What somebody decided, and how it is taken back.
 *
 * @param item what it was about
 * @param detail as it stood before
 * @param back what makes the register as it was; where that is not all, the item itself is asked about again
 * @param said text key of what is said when it has been taken back
 */
record Decision(Item item, Detail detail, Function<Node, SaveResult> back, String said) {
    /**
     * Whether what was asked stands on the list by this. Two values that stand against each other again were both written by whoever
     * took the decision back; who wrote them in truth is known from before. Once somebody else writes, the register knows better.
     */
    boolean isAskedAgain(List<Item> fresh) {
        Optional<Item> now = fresh.stream().filter(item::isSame).findFirst();
        return detail instanceof Detail.Differ differ && differ.questions().stream().noneMatch(Detail.Question::isAct) ? now.filter(f -> f.fields().equals(item.fields()) && f.isOfOne()).isPresent() : now.isEmpty();
    }
}
