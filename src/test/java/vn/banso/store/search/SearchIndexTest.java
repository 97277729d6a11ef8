package vn.banso.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.banso.register.names.Names;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;

class SearchIndexTest {
    private static final ScopeId HERE = new ScopeId(1);
    private static final ScopeId THERE = new ScopeId(2);
    private static final List<String> WORDS = List.of("Nguyễn", "Nông", "Triệu", "Đặng", "Sính", "Thị", "Văn", "Ý", "H'Hen", "Ân", "0912345678", "0987000111");

    private final SearchIndex index = new SearchIndex();

    private List<String> found(String typed) {
        return index.search(typed, 1000).stream().map(SearchIndex.Hit::folded).toList();
    }

    @Test
    void wordsAreFoundByTheirBeginningsWithMarksOrWithout() {
        index.put(HERE, new EntryId(0, 1), 2, "Nông Văn Sính\n0912345678");
        index.put(HERE, new EntryId(0, 2), 2, "Đặng Thị Nông");
        assertThat(found("nong")).containsExactly("nong van sinh\n0912345678", "dang thi nong");
        assertThat(found("Đặng nô")).containsExactly("dang thi nong");
        assertThat(found("sinh nong")).hasSize(1);
        assertThat(found("5678")).hasSize(1);
        assertThat(found("ong")).isEmpty();
        assertThat(found("  ")).isEmpty();
        assertThat(index.search("n", 1)).hasSize(1);
    }

    @Test
    void itAnswersLikeAPlainWalkHoweverMuchItChanged() {
        long seed = Long.getLong("seed", 20_261_120L);
        Random random = new Random(seed);
        Map<Map.Entry<ScopeId, EntryId>, String> plain = new HashMap<>();
        for (int step = 0; step < 40_000; step++) {
            ScopeId scope = random.nextBoolean() ? HERE : THERE;
            EntryId id = new EntryId(random.nextInt(3), random.nextInt(4000));
            int act = random.nextInt(10);
            if (act == 0) {
                index.remove(scope, id);
                plain.remove(Map.entry(scope, id));
            } else if (act == 1 && random.nextInt(2000) == 0) {
                index.clear(scope);
                plain.keySet().removeIf(k -> k.getKey().equals(scope));
            } else {
                String text = word(random) + " " + word(random) + (random.nextBoolean() ? "\n" + word(random) : "");
                index.put(scope, id, 2, text);
                plain.put(Map.entry(scope, id), text);
            }
            if (step % 4000 == 0) {
                index.sort();
            }
        }
        assertThat(index.size()).as("seed " + seed).isEqualTo(plain.size());
        for (String typed : List.of("n", "ngu", "thi van", "y", "h'", "0912", "678", "an dang", "zzz")) {
            List<String> expected = plain.values().stream().map(t -> String.join("\n", t.lines().map(Names::searchable).toList()))
                    .filter(t -> matches(t, typed)).sorted().toList();
            List<String> all = new ArrayList<>(index.search(typed, Integer.MAX_VALUE).stream().map(SearchIndex.Hit::folded).toList());
            all.sort(null);
            assertThat(all).as("seed " + seed + ", " + typed).isEqualTo(expected);
            assertThat(index.search(typed, 7).stream().map(SearchIndex.Hit::folded).toList()).as("seed " + seed + ", " + typed)
                    .isEqualTo(index.search(typed, Integer.MAX_VALUE).stream().limit(7).map(SearchIndex.Hit::folded).toList());
        }
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static boolean matches(String text, String typed) {
        return Arrays.stream(Names.fold(typed).split(" ")).allMatch(part -> Arrays.stream(text.split("[ \n]"))
                .anyMatch(w -> w.startsWith(part) || part.length() > 2 && Character.isDigit(part.charAt(0)) && w.contains(part)));
    }
}
