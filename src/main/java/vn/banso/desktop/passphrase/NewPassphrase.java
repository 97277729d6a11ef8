package vn.banso.desktop.passphrase;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.banso.trust.vault.Strength;

/** A passphrase being chosen: typed twice, what it is worth told in words. */
public final class NewPassphrase {
    private final StringProperty first = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");

    public StringProperty first() {
        return first;
    }

    public StringProperty again() {
        return again;
    }

    public Strength strength() {
        return Strength.of(first.get());
    }

    /** Text key of what stands against it; empty where it can be taken. */
    public Optional<String> objection() {
        switch (strength()) {
            case NOTHING, SHORT -> {
                return Optional.of("passphrase.short");
            }
            case GUESSED -> {
                return Optional.of("passphrase.guessed");
            }
            case FAIR, GOOD -> { }
        }
        return first.get().equals(again.get()) ? Optional.empty() : Optional.of("passphrase.differ");
    }

    /** To be wiped by who takes it. */
    public char[] chars() {
        return first.get().toCharArray();
    }

    public void forget() {
        first.set("");
        again.set("");
    }
}
