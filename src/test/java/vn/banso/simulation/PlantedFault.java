package vn.banso.simulation;

import java.util.List;
import java.util.Optional;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.Permits;
import vn.banso.ledger.merge.Reason;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.ScopeId;

/** The errors of other people's systems, built into the nodes one at a time. A simulator that does not find them proves nothing. */
enum PlantedFault {
    /** A copied store goes on with its numbers, and a second batch of a number is taken for the first. */
    CLONE_KEEPS_ITS_SEQUENCE(new Craft() {
        @Override
        boolean noticesCopies() {
            return false;
        }

        @Override
        boolean lets(ModelNode node, Batch batch) {
            return node.shelf.batches().stream().map(node.world.paper::batch).noneMatch(b -> !b.hash().equals(batch.hash())
                    && b.header().number() == batch.header().number() && Cast.feed(b).equals(Cast.feed(batch)));
        }
    }),

    /** The latest clock wins, whatever its owner had seen. */
    MERGE_BY_WALL_CLOCK(new Craft() {
        @Override
        EntryState fold(EntryState state, Change change) {
            EntryState next = state.apply(change);
            for (int field : change.fields().keySet()) {
                List<EntryState.Head> heads = next.heads(field);
                if (heads.size() > 1) {
                    next = next.apply(new Change(2, change.type(), change.entry(), change.author(), change.stamp(),
                            new java.util.TreeMap<>(), new java.util.TreeMap<>(java.util.Map.of(field, new java.util.TreeSet<>(
                            heads.subList(1, heads.size()).stream().map(EntryState.Head::change).toList()))), change.id()));
                }
            }
            return next;
        }

        @Override
        Stamp stamp(EntryState state, long clock) {
            return new Stamp(clock);
        }
    }),

    /** What comes a second time is counted a second time. */
    IMPORT_COUNTS_TWICE(new Craft() {
        @Override
        boolean lets(ModelNode node, Batch batch) {
            if (node.shelf.standing(batch.hash()).isPresent()) {
                node.shelf.tally += (int) node.world.paper.read(batch.hash(), true).stream().filter(Deeds::creates).count();
            }
            return true;
        }

        @Override
        int households(ModelNode node) {
            return super.households(node) + node.shelf.tally;
        }
    }),

    /** What was sent once is never sent again. */
    HAVE_LIST_AS_A_CURSOR(new Craft() {
        @Override
        List<Hash> owed(ModelNode me, int peer, List<Tip> ours, List<Tip> theirs, ScopeId scope) {
            List<Hash> unsent = me.owed(ours, theirs).stream().filter(h -> !me.sentTo(peer).contains(h)).toList();
            me.sentTo(peer).addAll(unsent);
            return unsent;
        }
    }),

    /** A stamp is what the clock says, even where a later stamp was on the screen. */
    STAMPS_NOT_RAISED(new Craft() {
        @Override
        Stamp stamp(EntryState state, long clock) {
            return new Stamp(Math.max(clock, 1));
        }
    }),

    /** A receipt of whoever carries the batch is taken for the province's. */
    RECEIPTS_BELIEVED_FROM_A_RELAY(new Craft() {
        @Override
        boolean isProvince(int device) {
            return true;
        }
    }),

    /** A receipt is believed for every batch with a smaller number, on whatever branch. */
    RECEIPTS_BELIEVED_BY_NUMBER(new Craft() {
        @Override
        boolean followsChains() {
            return false;
        }
    }),

    /** What was applied before a revocation came stays applied, and what comes after it is refused. */
    REVOCATION_BY_ORDER_OF_ARRIVAL(new Craft() {
        @Override
        Permits permits(ModelNode me, ModelGrants grants) {
            return new Permits() {
                @Override
                public Ruling batch(BatchHeader header) {
                    Ruling ruling = grants.batch(header);
                    if (!(ruling instanceof Ruling.UpTo)) {
                        return ruling;
                    }
                    Hash batch = Hash.sha256(HeaderForm.write(header));
                    return me.shelf.standing(batch).filter(s -> s == BatchStatus.APPLIED).isPresent() ? Ruling.ALLOWED
                            : new Ruling.Refused(Reason.REVOKED);
                }

                @Override
                public Optional<Reason> change(BatchHeader header, Change change) {
                    return grants.change(header, change);
                }
            };
        }
    }),

    /** What was refused, or waits, is not judged again when a grant comes or grows. */
    GRANTS_REACH_ONLY_WHAT_COMES_LATER(new Craft() {
        @Override
        boolean looksBack() {
            return false;
        }
    }),

    /** A batch whose predecessor has not come is thrown away. */
    GAPS_DROPPED(new Craft() {
        @Override
        boolean lets(ModelNode node, Batch batch) {
            return batch.header().number() == 1 || node.shelf.standing(batch.header().previous()).isPresent();
        }
    }),

    /** Fields that the program does not know fall under the table. */
    UNKNOWN_FIELDS_DROPPED(new Craft() {
        @Override
        EntryState fold(EntryState state, Change change) {
            var known = new java.util.TreeMap<>(change.fields());
            known.remove(Deeds.NEWER_FIELD);
            return state.apply(new Change(change.kind(), change.type(), change.entry(), change.author(), change.stamp(), known,
                    change.bases(), change.id()));
        }
    });

    final Craft craft;

    PlantedFault(Craft craft) {
        this.craft = craft;
    }
}
