package vn.banso.store.lists;

import vn.banso.register.values.EntryId;

/**
 * A household that may be the one that is being written down.
 *
 * @param head what its head is called; empty where that is not known
 * @param people how many of its members look the same
 * @param phone whether a telephone is the same
 */
public record DuplicateCandidate(EntryId household, String head, int people, boolean phone) {}
