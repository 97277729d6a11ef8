package vn.banso.desktop.form;

import java.util.List;
import java.util.function.Consumer;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.TypedText;
import vn.banso.register.values.Value;
import vn.banso.say.Sentence;
import vn.banso.store.register.NewVillages;
import vn.banso.store.writing.SaveResult;

/** A village of this commune that is not in the list yet is written down by its name alone; the rest is asked on its own page. */
public final class NewVillage implements Adding {
    private static final int LONGEST = 60;

    private final OpenRegister workplace;
    private final ScopeId commune;
    private final Texts texts;

    public NewVillage(OpenRegister workplace, ScopeId commune, Texts texts) {
        this.workplace = workplace;
        this.commune = commune;
        this.texts = texts;
    }

    @Override
    public String offer(String typed) {
        return texts.get(isPossible() ? "form.add_village" : "form.add_village.who", shown(typed));
    }

    private static String shown(String typed) {
        String name = TypedText.oneLine(typed);
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }

    @Override
    public boolean isPossible() {
        return workplace.mayWrite(Catalogue.VILLAGE, Kind.CREATE);
    }

    @Override
    public void add(String typed, Consumer<PickItem> then) {
        String name = TypedText.oneLine(typed);
        workplace.act(node -> {
            Draft village = NewVillages.begun(node, commune).with("name", new Value.Text(name));
            return new Written(village, node.save(List.of(village)));
        }, written -> {
            if (written.result() instanceof SaveResult.Refused refused) {
                workplace.tell(Notice.look(refused.refusals().stream().map(r -> Sentence.of("reason." + r.reason())).distinct().toList()));
                return;
            }
            then.accept(PickItem.of(new Value.Ref(written.village().id()), name));
            workplace.tell(Notice.done("form.village_added", name));
        });
    }

    private record Written(Draft village, SaveResult result) {}
}
