package vn.banso.receiver;

import io.javalin.http.Context;
import java.util.Locale;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;

/** For somebody who opens the address in a browser: what answers here, and that there is nothing to do. */
final class FrontPage {
    private static final String PAGE = "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>Bản Số</title><p>%s</p>";

    private FrontPage() {}

    static void show(Context ctx) {
        ctx.contentType("text/html; charset=utf-8").result(String.format(Locale.ROOT, PAGE, Texts.of(Lang.VI).get("receiver.front_page")));
    }
}
