package vn.banso.architecture.planted.trust;

import vn.banso.architecture.planted.store.engine.Shelf;

/** Fault: a circle of two packages. */
public class KnowsItsReader {
    public Shelf reader;
}
