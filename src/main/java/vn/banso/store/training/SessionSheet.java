package vn.banso.store.training;

import java.util.List;
import java.util.Optional;
import vn.banso.register.catalogue.Entry;
import vn.banso.store.register.PersonLine;
import vn.banso.store.register.VillageName;

/**
 * Everything the page of a session shows.
 *
 * @param session empty for one that is not written down yet
 * @param course the class it belongs to
 * @param number which of the sessions of its class; 0 for one that stands alone
 * @param of how many
 * @param learners who came to the other sessions of the class, by name
 * @param roll who lives in the village or villages, by name
 * @param marks what is written down of this session
 * @param present those of them who came, with all that is known of them
 * @param underWay whether sessions of its class are still to come
 * @param villages of the commune, to choose from
 */
public record SessionSheet(Optional<Entry> session, Optional<Entry> course, int number, int of, List<PersonLine> learners, List<PersonLine> roll,
                    List<Mark> marks, List<Learner> present, boolean underWay, List<VillageName> villages) {

    /**
     * @param presence of the codes of presence, 0 where only practice is noted
     * @param practised the answer, 0 where nobody noted it
     */
    public record Mark(PersonLine person, int presence, int practised) {
        public boolean came() {
            return Attendance.came(presence);
        }
    }
}
