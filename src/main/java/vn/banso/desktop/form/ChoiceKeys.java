package vn.banso.desktop.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Value;

/**
 * Which key picks which choice of a list. A digit in a choice's words is the key that picks it (1 for "Mức độ 1"); the others are
 * numbered in their order. 0 and – pick "none" wherever there is such a choice.
 */
final class ChoiceKeys {
    private static final Pattern DIGIT = Pattern.compile("(?<![\\d/])[1-9](?![\\d/])");
    private static final String NONE = "none";

    private final List<Integer> offered;
    private final Map<Integer, Integer> codes = new LinkedHashMap<>();
    private final Map<Integer, Integer> digits = new LinkedHashMap<>();

    ChoiceKeys(CodeList list, List<Integer> offered, Texts texts) {
        this.offered = offered;
        for (int code : offered) {
            Matcher said = DIGIT.matcher(CodeWords.brief(texts, list, code) + " " + texts.code(list, new Value.Code(code)));
            if (said.find()) {
                pick(Integer.parseInt(said.group()), code);
            }
        }
        Optional<Integer> none = list.code(NONE).map(Value.Code::number).filter(offered::contains);
        boolean worded = !codes.isEmpty();
        none.filter(_ -> worded).ifPresent(code -> pick(0, code));
        int next = worded ? new TreeSet<>(codes.keySet()).last() + 1 : 1;
        for (int code : offered) {
            if (!digits.containsKey(code)) {
                pick(next++, code);
            }
        }
        none.ifPresent(code -> codes.put(0, code));
    }

    private void pick(int digit, int code) {
        codes.put(digit, code);
        digits.put(code, digit);
    }

    /** What is picked by this key; empty where it picks nothing. */
    Optional<Integer> code(KeyEvent e) {
        return typed(e).map(codes::get);
    }

    /** The digit that stands beside a choice. */
    String key(int code) {
        return digits.get(code) > 9 ? "" : String.valueOf(digits.get(code));
    }

    /** All of them in their order: "1 Có  ·  2 Không". */
    String said(CodeList list, Texts texts) {
        return offered.stream().map(code -> (key(code) + " " + CodeWords.brief(texts, list, code)).strip()).collect(Collectors.joining("  ·  "));
    }

    /** 0 to 9 of either number row of the keyboard, alone; the minus sign is 0. Empty for any other key. */
    static Optional<Integer> typed(KeyEvent e) {
        KeyCode code = e.getCode();
        if (e.isShortcutDown() || e.isAltDown() || e.isShiftDown()) {
            return Optional.empty();
        }
        return code == KeyCode.MINUS || code == KeyCode.SUBTRACT ? Optional.of(0)
                : code.isDigitKey() ? Optional.of(Integer.parseInt(code.getName().replaceAll("\\D", ""))) : Optional.empty();
    }
}
