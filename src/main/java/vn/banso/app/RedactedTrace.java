package vn.banso.app;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.CoreConstants;

/**
 * Writes a failure into the log by the classes and methods it went through. Messages are left out: they may repeat what
 * somebody typed.
 */
public final class RedactedTrace extends ThrowableHandlingConverter {
    private static final int MOST_FRAMES = 40;
    private static final int MOST_CAUSES = 10;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        int causes = 0;
        for (IThrowableProxy at = event.getThrowableProxy(); at != null && causes < MOST_CAUSES; at = at.getCause(), causes++) {
            text.append("  ").append(at.getClassName()).append(CoreConstants.LINE_SEPARATOR);
            StackTraceElementProxy[] frames = at.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                text.append("    ").append(frames[i].getSTEAsString()).append(CoreConstants.LINE_SEPARATOR);
            }
        }
        return text.toString();
    }
}
