package vn.banso.desktop.form;

import vn.banso.register.catalogue.Field;

/** Where on the screen one field of one entry is answered. */
public interface Asked {
    EntryModel model();

    Field field();

    /** Brings the keyboard here. */
    void focus();

    /** Takes over what is being typed and was not finished yet. */
    void finish();
}
