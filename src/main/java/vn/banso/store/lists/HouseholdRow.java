package vn.banso.store.lists;

import java.util.Optional;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.batches.RecordState;

/**
 * A household as a list shows it. Codes are those of the catalogue, 0 where nothing was asked; texts are empty where nothing is known.
 *
 * @param number the local number; 0 where there is none
 * @param head the name of the head or, where nobody is called so, of the first member
 * @param members how many are listed or, where none are, how many it is said to have
 * @param smartphone {@link vn.banso.register.catalogue.CodeList#YES} where somebody there has one, NO where all were asked, else NOT_ASKED
 * @param state the least of the household and its members; {@link RecordState#DRAFT} where an unfinished form waits
 * @param needsLook whether parallel values wait for a decision there
 * @param foundBy the member by whom it was found, where that is not the head
 */
public record HouseholdRow(ScopeId scope, EntryId id, EntryId village, String villageName, int number, String head, String address,
                           int members, int smartphone, int fibreAvailable, int fibreSubscribed, int poverty, int residence,
                           Optional<Value.Day> lastVisit, RecordState state, boolean needsLook, Optional<String> foundBy) {}
