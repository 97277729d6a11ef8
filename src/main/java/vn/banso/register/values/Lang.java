package vn.banso.register.values;

import java.util.Locale;

/** The languages of the product. */
public enum Lang {
    VI(Locale.of("vi", "VN")), EN(Locale.UK);

    private final Locale locale;

    Lang(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The two letters in file names and options: {@code vi}, {@code en}. */
    public String code() {
        return locale.getLanguage();
    }
}
