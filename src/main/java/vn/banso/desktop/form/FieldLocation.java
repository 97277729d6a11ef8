package vn.banso.desktop.form;

import vn.banso.register.catalogue.Field;

/** One place of a form: this field of that entry. */
public record FieldLocation(EntryModel entry, Field field) {}
