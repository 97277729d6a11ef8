package vn.banso.architecture.planted.sync;

import java.sql.Connection;

/** Fault: a library outside its home. */
public class SpeaksSqlInTheSync {
    public Connection connection;
}
