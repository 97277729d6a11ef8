package vn.banso.desktop.attention;

import java.util.function.Function;
import vn.banso.store.Node;
import vn.banso.store.writing.SaveResult;

/**
 * What somebody decided, and how it is taken back.
 *
 * @param item what it was about
 * @param detail as it stood before
 * @param back what makes the register as it was; where that is not all, the item itself is asked about again
 * @param said text key of what is said when it has been taken back
 */
record Decision(Item item, Detail detail, Function<Node, SaveResult> back, String said) {}
