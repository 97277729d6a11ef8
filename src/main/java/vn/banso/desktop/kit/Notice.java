package vn.banso.desktop.kit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.say.Sentence;

/**
 * Something to say that does not interrupt.
 *
 * @param undo what takes it back, where it can be taken back
 * @param goOn where it is gone on with, where it was left half done
 */
public record Notice(Tone tone, List<Sentence> sentences, Optional<Runnable> undo, Optional<Place> goOn) {
    /** {@code DONE} is calm and goes by itself; {@code WAIT} and {@code LOOK} stay until they are put away. */
    public enum Tone { DONE, WAIT, LOOK }

    public Notice(Tone tone, List<Sentence> sentences, Optional<Runnable> undo) {
        this(tone, sentences, undo, Optional.empty());
    }

    public static Notice done(String key, Object... args) {
        return new Notice(Tone.DONE, List.of(Sentence.of(key, args)), Optional.empty());
    }

    public static Notice wait(String key, Object... args) {
        return new Notice(Tone.WAIT, List.of(Sentence.of(key, args)), Optional.empty());
    }

    public static Notice look(List<Sentence> sentences) {
        return new Notice(Tone.LOOK, sentences, Optional.empty());
    }

    public Notice and(List<Sentence> more) {
        return new Notice(tone, Stream.concat(sentences.stream(), more.stream()).toList(), undo, goOn);
    }

    public Notice undoneBy(Runnable act) {
        return new Notice(tone, sentences, Optional.of(act), goOn);
    }

    public Notice goingOnAt(Place place) {
        return new Notice(tone, sentences, undo, Optional.of(place));
    }
}
