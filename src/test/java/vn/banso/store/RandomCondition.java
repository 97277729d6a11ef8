package vn.banso.store;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vn.banso.indicators.Condition;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Field.ValueType;
import vn.banso.store.tables.RegisterTables;

/** Conditions that nobody would ask for, of any shape the language allows. */
public final class RandomCondition {
    private static final List<EntryType> TYPES = List.of(Catalogue.VILLAGE, Catalogue.HOUSEHOLD, Catalogue.PERSON, Catalogue.SESSION,
            Catalogue.ATTENDANCE, Catalogue.ASSESSMENT, Catalogue.TEAM, Catalogue.TEAM_MEMBER);

    private final Random random;

    public RandomCondition(Random random) {
        this.random = random;
    }

    public EntryType type() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    public Condition about(EntryType type, int depth) {
        return depth == 0 ? leaf(type) : switch (random.nextInt(7)) {
            case 0 -> Condition.not(about(type, depth - 1));
            case 1 -> new Condition.All(several(type, depth - 1));
            case 2 -> new Condition.Any(several(type, depth - 1));
            case 3 -> along(type, depth - 1);
            case 4, 5 -> from(type, depth - 1);
            default -> leaf(type);
        };
    }

    private List<Condition> several(EntryType type, int depth) {
        return IntStream.rangeClosed(0, random.nextInt(1, 3)).mapToObj(_ -> about(type, depth)).toList();
    }

    private Condition along(EntryType type, int depth) {
        List<Field> links = type.fields().stream().filter(f -> f.type() == ValueType.REF)
                .filter(f -> TYPES.stream().anyMatch(t -> t.key().equals(f.target().orElseThrow()))).toList();
        if (links.isEmpty()) {
            return leaf(type);
        }
        Field link = links.get(random.nextInt(links.size()));
        if (random.nextInt(4) == 0) {
            return new Condition.First(type, link, about(type, depth), about(type, depth));
        }
        EntryType target = Catalogue.type(link.target().orElseThrow()).orElseThrow();
        return RegisterTables.EVER.contains(target) && random.nextBoolean() ? new Condition.Was(link, target, about(target, depth))
                : new Condition.Of(link, target, about(target, depth));
    }

    private Condition from(EntryType type, int depth) {
        EntryType other = type();
        List<Field> links = other.fields().stream()
                .filter(f -> f.type() == ValueType.REF && f.target().orElseThrow().equals(type.key())).toList();
        if (links.isEmpty()) {
            return type == Catalogue.PERSON ? new Condition.Completed(random.nextInt(101)) : leaf(type);
        }
        Field link = links.getFirst();
        List<Field> days = days(other);
        return days.isEmpty() || random.nextBoolean() ? new Condition.Has(other, link, about(other, depth))
                : new Condition.Latest(other, link, days.getFirst(), List.of(leaf(other)), about(other, depth), about(other, depth));
    }

    private Condition leaf(EntryType type) {
        List<Field> open = type.fields().stream().filter(Field::open)
                .filter(f -> f.type() != ValueType.ITEMS | f.codes().isPresent() && f.type() != ValueType.TEXT && f.type() != ValueType.BYTES).toList();
        Field field = open.get(random.nextInt(open.size()));
        return switch (field.type()) {
            case CODE -> random.nextInt(3) == 0 ? new Condition.Known(field) : new Condition.Is(field, codes());
            case DAY -> switch (random.nextInt(4)) {
                case 0 -> new Condition.By(field);
                case 1 -> new Condition.Within(field);
                case 2 -> new Condition.Aged(field, random.nextInt(20));
                default -> new Condition.Known(field);
            };
            case ITEMS -> new Condition.Includes(field, field.codes().orElseThrow().codes().values().iterator().next());
            default -> new Condition.Known(field);
        };
    }

    private TreeSet<Integer> codes() {
        TreeSet<Integer> codes = new TreeSet<>(List.of(random.nextInt(3), 3 + random.nextInt(3)));
        if (random.nextInt(4) == 0) {
            codes.add(CodeList.REFUSED);
        }
        return codes;
    }

    private static List<Field> days(EntryType type) {
        return type.fields().stream().filter(f -> f.type() == ValueType.DAY).toList();
    }
}
