package vn.banso.store.engine;

import java.sql.SQLException;
import org.sqlite.ProgressHandler;
import vn.banso.store.Node;

/** Counts what the database does, in steps of its own machine: no clock, so the same on every computer. */
public final class Work {
    private Work() {}

    public static long steps(Node node, Runnable work) {
        long[] steps = new long[1];
        try {
            ProgressHandler.setHandler(node.context().db.connection, 1, new ProgressHandler() {
                @Override
                protected int progress() {
                    steps[0]++;
                    return 0;
                }
            });
            work.run();
            ProgressHandler.clearHandler(node.context().db.connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return steps[0];
    }
}
