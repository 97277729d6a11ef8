package vn.banso.desktop.requests;

import java.time.LocalDate;
import java.util.function.Supplier;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.Value;
import vn.banso.store.personal.DataRequest;

/** What is said of a case. */
final class RequestWords {
    private final Ui ui;
    private final Supplier<LocalDate> today;

    RequestWords(Ui ui, Supplier<LocalDate> today) {
        this.ui = ui;
        this.today = today;
    }

    boolean isLate(DataRequest request) {
        return request.isLate(today.get());
    }

    String who(RequestsScene.Line line) {
        return line.who().isEmpty() ? ui.say("requests.erased_name") : line.who();
    }

    String kind(DataRequest request) {
        return value("kind", request.kind().code());
    }

    /** Whose turn it is by when, or what came of it. */
    String state(DataRequest request) {
        String due = request.due().map(ui.formats()::day).orElse("");
        return isLate(request) ? ui.say("requests.late", due) : request.isOpen() ? ui.say("requests.due", due)
                : ui.say("requests.answered", value("status", request.status().code()), request.answeredOn().map(ui.formats()::day).orElse(""));
    }

    String purposes(DataRequest request) {
        return request.entry().value(Catalogue.DATA_REQUEST.field("purposes")).map(v -> ui.texts().value(Catalogue.DATA_REQUEST.field("purposes"), v)).orElse("");
    }

    private String value(String field, Value value) {
        return ui.texts().value(Catalogue.DATA_REQUEST.field(field), value);
    }
}
