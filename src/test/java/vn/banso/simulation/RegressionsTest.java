package vn.banso.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Histories that once ended in different registers, cut down to what was needed for it. */
@Tag("slow")
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

    /** A batch that waited on a laptop for one that only the province had: its place is known only after that has come. */
    @Test
    void aGapIsClosedByTalkingOnceMore() {
        holds(2124700, 3, """
                SAVE(4501, 50915, 50203, a0d203cf04d052d8)
                CLONE(57433, 22178, 21895, 8047ef28b218af51)
                SAVE(27876, 44539, 52098, 2622c4d7d4f544dd)
                SEAL(59425, 37759, 47839, a9dcfed50cf2f358)
                SAVE(44568, 38097, 23273, c935a1365eb5aa1b)
                GRANT(30089, 17195, 47308, d0fbf6fe1d58cd64)
                BACKUP(54576, 11659, 18392, e00b27d108b0d51f)
                TALK(62763, 49309, 50666, ebef77ef80247907)
                SEAL(29636, 49946, 32141, df50676b5b1eb9ed)
                TALK(24136, 58914, 20224, 979d98dc0dcdb80)
                SAVE(10644, 58813, 202, 1557cc962072bbf8)
                SEAL(43012, 48418, 58003, f9b72e334ca06d78)
                TALK(33483, 32760, 53853, 9c275e965f46c09b)
                RESTORE(47653, 62421, 7481, 85858d922b61af18)""");
    }

    private static void holds(long seed, int nodes, String steps) {
        Schedule schedule = new Schedule(seed, nodes, steps.lines().map(Step::parse).toList());
        assertThat(new Simulator(Craft.HONEST).play(schedule)).as("%s", schedule).isEmpty();
    }
}
