package vn.banso.store.training;

import java.util.List;
import java.util.Optional;
import vn.banso.register.catalogue.Entry;
import vn.banso.store.register.VillageName;

/**
 * Everything the page of a class shows.
 *
 * @param course empty for one that is not written down yet
 * @param sessions by day
 * @param learners whoever came to a session or was assessed in one, by name
 * @param underWay whether sessions are still to come, so that nobody has completed the class yet
 * @param villages of the commune, to choose from
 */
public record ClassSheet(Optional<Entry> course, List<SessionLine> sessions, List<Learner> learners, boolean underWay,
                   List<VillageName> villages) {}
