package vn.banso.desktop.form;

import vn.banso.register.values.Value;

/**
 * Something to pick from a list.
 *
 * @param label what it is called; searched in, with or without marks
 * @param detail what tells it from others of that name; may be empty
 */
public record PickItem(Value value, String label, String detail) {
    public static PickItem of(Value value, String label) {
        return new PickItem(value, label, "");
    }
}
