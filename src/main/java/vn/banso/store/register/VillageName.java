package vn.banso.store.register;

import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/**
 * A village as lists and papers call it.
 *
 * @param kind of {@link Codes#VILLAGE_KIND}; 0 where it is not noted
 */
public record VillageName(ScopeId scope, EntryId id, int kind, String name) {

    static VillageName of(Entry entry) {
        return new VillageName(entry.scope(), entry.id(), entry.code(Catalogue.VILLAGE.field("kind")),
                entry.text(Catalogue.VILLAGE.field("name")).orElse(""));
    }

    /** "Bản Khuổi Mèo"; the kind is not said twice where somebody wrote it into the name. */
    public String in(Texts texts) {
        if (kind == 0) {
            return name;
        }
        String said = texts.code(Codes.VILLAGE_KIND, new Value.Code(kind));
        return name.toLowerCase(texts.lang().locale()).startsWith(said.toLowerCase(texts.lang().locale())) ? name : said + " " + name;
    }
}
