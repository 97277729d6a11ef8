package vn.banso.register.rules;

import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;

/** What a choice that a province adds has to be: one of a list that may grow, under a key and a number that nothing else has. */
final class ChoiceRules {
    private final Draft draft;
    private final Entry after;

    ChoiceRules(Draft draft, Entry after) {
        this.draft = draft;
        this.after = after;
    }

    Stream<Finding> check() {
        return draft.type() != Catalogue.CHOICE ? Stream.empty() : Stream.of(list(), key(), taken()).flatMap(Optional::stream);
    }

    private Optional<Finding> list() {
        Field list = draft.type().field("list");
        return after.text(list).flatMap(Codes::growing).isPresent() ? Optional.empty()
                : Optional.of(Finding.block(list, "check.choice_list", String.join(", ", Codes.GROWING.stream().map(CodeList::key).toList())));
    }

    private Optional<Finding> key() {
        Field key = draft.type().field("key");
        return after.text(key).filter(k -> k.matches("[a-z0-9_.]+")).isPresent() ? Optional.empty() : Optional.of(Finding.block(key, "check.choice_key"));
    }

    private Optional<Finding> taken() {
        Field key = draft.type().field("key");
        long number = after.whole(draft.type().field("number")).orElse(0L);
        return Codes.growing(after.text(draft.type().field("list")).orElse("")).flatMap(list -> after.text(key).flatMap(list::code))
                .filter(c -> c.number() != number).map(_ -> Finding.block(key, "check.choice_taken"));
    }
}
