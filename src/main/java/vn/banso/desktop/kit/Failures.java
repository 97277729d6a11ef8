package vn.banso.desktop.kit;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.banso.say.FailureCode;
import vn.banso.say.Sentence;
import vn.banso.say.Sentences;

/** The outermost edge of the windows: what went wrong, in sentences. Nobody foresaw it: a short code, and one line in the log. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    public static List<Sentence> told(Throwable failure) {
        return Sentences.of(failure).orElseGet(() -> {
            String code = FailureCode.of(failure);
            LOG.error("unforeseen {}", code, failure);
            return List.of(Sentence.of("kit.unforeseen", code));
        });
    }
}
