package vn.banso.architecture.planted.register;

import vn.banso.architecture.planted.store.engine.Shelf;

/** Fault: an arrow to the left. */
public class KnowsTheStore {
    public Shelf shelf;
}
