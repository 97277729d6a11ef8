package vn.banso.architecture.planted.store.engine;

import java.sql.Connection;
import vn.banso.architecture.planted.trust.KnowsItsReader;

/** No fault in itself: the store may know SQL and the rooms to its right. */
public class Shelf {
    public Connection connection;
    public KnowsItsReader keys;
}
