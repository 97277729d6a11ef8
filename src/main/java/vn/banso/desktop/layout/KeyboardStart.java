package vn.banso.desktop.layout;

/** A part of a page that knows itself where somebody begins by keyboard. */
public interface KeyboardStart {
    /** The keyboard comes here. */
    void enter();
}
