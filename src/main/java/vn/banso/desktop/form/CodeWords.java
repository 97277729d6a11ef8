package vn.banso.desktop.form;

import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Value;

/** How choices are written where there is little room. */
final class CodeWords {
    private CodeWords() {}

    /** The text {@code short.<list>.<key>} where there is one, else the label in full. */
    static String brief(Texts texts, CodeList list, int code) {
        Value.Code value = new Value.Code(code);
        return list.keyOf(value).flatMap(key -> texts.find("short." + list.key() + "." + key)).orElseGet(() -> texts.code(list, value));
    }
}
