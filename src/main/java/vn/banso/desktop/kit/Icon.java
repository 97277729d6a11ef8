package vn.banso.desktop.kit;

import org.kordamp.ikonli.feather.Feather;

/** The icons we use, by what they stand for; one pack, one weight. */
public enum Icon {
    TODAY(Feather.SUN), HOUSEHOLDS(Feather.HOME), CLASSES(Feather.BOOK_OPEN), VILLAGES(Feather.MAP_PIN), HAND_OVER(Feather.SEND),
    ATTENTION(Feather.EYE), SETTINGS(Feather.SETTINGS), LOCK(Feather.LOCK), PERSON(Feather.USER), PEOPLE(Feather.USERS),
    PHONE(Feather.SMARTPHONE), FIBRE(Feather.WIFI), SEARCH(Feather.SEARCH), ADD(Feather.PLUS), BACK(Feather.ARROW_LEFT),
    DONE(Feather.CHECK), CLOSE(Feather.X), HISTORY(Feather.CLOCK), PRINT(Feather.PRINTER), FILE(Feather.FILE), FOLDER(Feather.FOLDER),
    STICK(Feather.HARD_DRIVE), NETWORK(Feather.GLOBE), IMPORT(Feather.DOWNLOAD), UNDO(Feather.CORNER_UP_LEFT), REDO(Feather.CORNER_UP_RIGHT),
    DELETE(Feather.TRASH_2), MOVE(Feather.ARROW_RIGHT), EDIT(Feather.EDIT_2), HELP(Feather.HELP_CIRCLE), MORE(Feather.MORE_HORIZONTAL),
    WARNING(Feather.ALERT_TRIANGLE), CALENDAR(Feather.CALENDAR), AWARD(Feather.AWARD), SHIELD(Feather.SHIELD), KEY(Feather.KEY),
    DRAFT(Feather.EDIT_3), HERE(Feather.MONITOR), OFFICE(Feather.BRIEFCASE), PROVINCE(Feather.CHECK_CIRCLE), EXPAND(Feather.CHEVRON_DOWN),
    NEXT(Feather.CHEVRON_RIGHT), PREVIOUS(Feather.CHEVRON_LEFT), RETRY(Feather.REFRESH_CW), FILTER(Feather.FILTER), PLAY(Feather.PLAY_CIRCLE);

    private final Feather drawing;

    Icon(Feather drawing) {
        this.drawing = drawing;
    }

    Feather drawing() {
        return drawing;
    }
}
