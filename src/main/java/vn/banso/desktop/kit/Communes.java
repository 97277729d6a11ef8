package vn.banso.desktop.kit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;

/**
 * The communes this laptop works for, mostly one, and which of them is looked at. The one list of them for all pages: whatever is
 * written belongs to a commune that somebody named, or to the only one there is.
 */
public final class Communes {
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<ScopeId>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ScopeId>> all = new ReadOnlyObjectWrapper<>(List.of());
    private List<ScopeId> writable = List.of();

    Communes() {}

    /** What the node says. @param granted those that this device may write in */
    void found(List<ScopeId> held, List<ScopeId> granted) {
        writable = List.copyOf(granted.isEmpty() ? held : granted);
        all.set(List.copyOf(held));
        chosen.get().filter(c -> !held.contains(c)).ifPresent(_ -> chosen.set(Optional.empty()));
        known.set(true);
    }

    /** False until the node has said which they are. */
    public ReadOnlyBooleanProperty known() {
        return known.getReadOnlyProperty();
    }

    /** Those this device has the key of. */
    public List<ScopeId> all() {
        return all.get();
    }

    /** The same, to be followed. */
    public ReadOnlyObjectProperty<List<ScopeId>> list() {
        return all.getReadOnlyProperty();
    }

    /** It is known that there is none: nobody has let this laptop in yet. */
    public boolean isNowhere() {
        return known.get() && all().isEmpty();
    }

    public boolean areSeveral() {
        return all().size() > 1;
    }

    /** Those in which something new may be written. */
    public List<ScopeId> writable() {
        return writable;
    }

    /** The one that is looked at; empty for all of them. */
    public ObjectProperty<Optional<ScopeId>> chosen() {
        return chosen;
    }

    /** Whether what belongs to this one is looked at. */
    public boolean shows(ScopeId commune) {
        return chosen.get().filter(c -> !c.equals(commune)).isEmpty();
    }

    /** Those that are looked at. */
    public List<ScopeId> shown() {
        return all().stream().filter(this::shows).toList();
    }

    /** Where something new belongs: the one that is looked at, or the only one. Empty where somebody has to say which. */
    public Optional<ScopeId> ofNew() {
        return chosen.get().filter(writable::contains).or(() -> writable.size() == 1 ? Optional.of(writable.getFirst()) : Optional.empty());
    }

    /** What is called so, told from its like elsewhere: with its commune where several are looked at. */
    public String told(String name, ScopeId commune, Texts texts) {
        return shown().size() < 2 ? name : Stream.of(name, name(commune, texts)).filter(s -> !s.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** As people call it. */
    public static String name(ScopeId commune, Texts texts) {
        return Units.find(commune).map(unit -> unit.named(texts)).orElseGet(commune::toString);
    }
}
