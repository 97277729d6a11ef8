package vn.banso.carrier;

import java.time.Duration;

/**
 * How long a caller waits. Never for the whole exchange: a slow line that moves is a good line.
 *
 * @param connect for the connection to stand
 * @param silence with no byte moving and none on its way
 * @param slowestBytesPerSecond what the line is trusted to carry at least; bytes handed to the system may still be on their way
 *     for as long as this takes
 */
public record Timeouts(Duration connect, Duration silence, int slowestBytesPerSecond) {

    public static Timeouts usual() {
        return new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(45), 1_000);
    }
}
