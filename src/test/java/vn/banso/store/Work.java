package vn.banso.store;

import java.sql.SQLException;
import org.sqlite.ProgressHandler;

/** Counts what the database does, in steps of its own machine: no clock, so the same on every computer. */
final class Work {
    private Work() {}

    static long steps(Node node, Runnable work) {
        long[] steps = new long[1];
        try {
            ProgressHandler.setHandler(node.in.db.connection, 1, new ProgressHandler() {
                @Override
                protected int progress() {
                    steps[0]++;
                    return 0;
                }
            });
            work.run();
            ProgressHandler.clearHandler(node.in.db.connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return steps[0];
    }
}
