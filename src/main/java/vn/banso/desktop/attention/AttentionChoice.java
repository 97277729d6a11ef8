package vn.banso.desktop.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be done about a thing on the list, numbered from 1 in the order in which the page shows it. */
final class AttentionChoice {
    private AttentionChoice() {}

    /** Empty where there are not so many. */
    static Optional<Runnable> of(Detail detail, AttentionModel model, int number) {
        List<Runnable> all = new ArrayList<>();
        switch (detail) {
            case Detail.Differ differ -> differ.questions()
                    .forEach(question -> question.answers().forEach(answer -> all.add(() -> model.decide(question, answer))));
            case Detail.Twice twice -> all.addAll(List.of(() -> model.merge(twice.one()), () -> model.merge(twice.other()), model::keepBoth));
            case Detail.Apart apart -> apart.ways().forEach(way -> all.add(() -> model.part(way)));
            case Detail.AfterRevocation late -> all.add(() -> model.letCount(late));
            case Detail.Helped helped -> all.add(() -> model.knows(helped));
            case Detail.Plain _ -> { }
        }
        return number >= 1 && number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
    }
}
