package vn.banso.desktop;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import vn.banso.desktop.kit.Failures;
import vn.banso.say.FailureCode;
import vn.banso.say.Sentence;

/**
 * The handler of what nobody caught, on any thread: a short code on the screen, one line in the log for each code, however often it
 * happens. Where the memory is used up the program ends safely instead.
 */
final class UncaughtFailures implements Thread.UncaughtExceptionHandler {
    private final Consumer<List<Sentence>> told;
    private final Consumer<Throwable> end;
    private final Map<String, List<Sentence>> known = new ConcurrentHashMap<>();

    /**
     * @param told shows it; from any thread
     * @param end ends the program; from any thread
     */
    UncaughtFailures(Consumer<List<Sentence>> told, Consumer<Throwable> end) {
        this.told = told;
        this.end = end;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        if (isOutOfMemory(failure)) {
            end.accept(failure);
        } else {
            told.accept(known.computeIfAbsent(FailureCode.of(failure), _ -> Failures.told(failure)));
        }
    }

    private static boolean isOutOfMemory(Throwable failure) {
        return failure instanceof OutOfMemoryError || failure.getCause() instanceof OutOfMemoryError;
    }
}
