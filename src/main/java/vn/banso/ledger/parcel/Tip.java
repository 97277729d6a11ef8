package vn.banso.ledger.parcel;

import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;

/** The end of one branch of a feed as a node holds it, without gaps before it. */
public record Tip(FeedId feed, int number, Hash hash) {}
