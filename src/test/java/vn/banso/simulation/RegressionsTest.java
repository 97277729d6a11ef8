package vn.banso.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Histories that once ended in different registers, cut down to what was needed for it. */
class RegressionsTest {

    /** What a person saved beyond what she may write was refused by all nodes but went on being shown on her own. */
    @Test
    void whatIsRefusedIsRefusedAtHomeToo() {
        holds(776, 5, "SAVE(13977, 61070, 26677, f65a0014da295180)");
    }

    /** A batch that names another feed's batch as the one before was taken for its successor, if it came in that order. */
    @Test
    void onlyABatchOfTheSameFeedFollows() {
        holds(214, 3, """
                SAVE(54375, 7579, 16917, e3da6fde025e9164)
                SEAL(44022, 41661, 27788, 40dd04fa7effc698)
                TALK(1527, 1217, 39402, 23ff1cc55691bba2)
                FORGE(39206, 13075, 6529, bb986e5f9c1b6129)
                REVOKE(38402, 25246, 59340, 3bc5ee1e370c799)""");
    }

    /** A laptop that had not heard of its revocation showed what it wrote after it, when it had sealed it. */
    @Test
    void aRevokedLaptopShowsWhatAllOthersShow() {
        holds(367, 2, """
                REVOKE(5350, 43937, 31326, 4209b33082f7f117)
                SEAL(43846, 247, 33381, 90e259142dd76fe0)
                SAVE(64733, 65368, 60318, 96ae0fbf3b8418e)
                TALK(36059, 38548, 53635, 938b4bf7cab51cba)""");
    }

    /** A grant that grew did not reach changes refused one by one in batches that had been applied, nor one that shrank. */
    @Test
    void aChangedGrantReachesWhatWasAppliedBefore() {
        holds(510, 2, """
                SAVE(49771, 12782, 6393, 2f1ec428160b8665)
                GRANT(51028, 50112, 64104, ada67f544efd415)""");
        holds(5256, 2, """
                GRANT(39194, 64000, 11697, 9496eb52be9963b3)
                SAVE(63099, 25448, 38920, dbb2e0d99ea92e1c)""");
    }

    private static void holds(long seed, int nodes, String steps) {
        Schedule schedule = new Schedule(seed, nodes, steps.lines().map(Step::parse).toList());
        assertThat(new Simulator(Craft.HONEST).play(schedule)).as("%s", schedule).isEmpty();
    }
}
