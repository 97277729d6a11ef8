package vn.banso.register.sample;

import vn.banso.register.values.EntryId;

/** What the rest of a sample needs to remember of a person. */
record Resident(EntryId id, int age, boolean woman, boolean vneidLevel2, boolean away) {}
