package vn.banso.ledger;

/** The end of one branch of a feed as a node holds it, without gaps before it. */
public record Tip(FeedId feed, int number, Hash hash) {}
