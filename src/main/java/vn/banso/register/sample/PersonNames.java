package vn.banso.register.sample;

import java.util.List;

/**
 * Invented full names. Surnames in the shares of the country (Nguyễn 40 %, Trần 11 %, Lê 9 %), in the mountains with the
 * surnames that are at home there: two-word names and names with an apostrophe among them.
 */
final class PersonNames {
    private static final List<String> LOWLAND = List.of("Phạm", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
            "Dương", "Lý");
    private static final List<String> HIGHLAND = List.of("Nông", "Nông", "Triệu", "Triệu", "Lò", "Vàng", "Giàng", "Hoàng",
            "Lý", "Bàn", "Ma", "Ksor", Surname.CENTRAL);
    private static final List<String> MIDDLE_MEN = List.of("Văn", "Đức", "Hữu", "Minh", "Quang", "Công", "Xuân");
    private static final List<String> MIDDLE_WOMEN = List.of("Thị", "Thị", "Thị", "Ngọc", "Thu", "Kim", "Thanh");
    private static final List<String> MEN = List.of("An", "Bình", "Cường", "Dũng", "Đông", "Hòa", "Hùng", "Khánh", "Lâm",
            "Long", "Mạnh", "Nghĩa", "Phúc", "Quý", "Sơn", "Thắng", "Thành", "Tiến", "Toàn", "Trường", "Tuấn", "Việt");
    private static final List<String> WOMEN = List.of("Anh", "Bích", "Chi", "Dung", "Đào", "Hà", "Hằng", "Hoa", "Hương", "Huyền",
            "Lan", "Liên", "Linh", "Mai", "Nga", "Ngân", "Nhung", "Oanh", "Phượng", "Thảo", "Thúy", "Yến");
    private static final List<String> CLANS = List.of("Niê", "Mlô", "Êban", "Kbuôr", "Ayŭn");

    private final Dice dice;
    private final Region region;

    PersonNames(Dice dice, Region region) {
        this.dice = dice;
        this.region = region;
    }

    /** A family's surname; {@link #full} makes a name of it. */
    String surname() {
        return switch (dice.weighted(.40, .11, .09, .40)) {
            case 0 -> "Nguyễn";
            case 1 -> "Trần";
            case 2 -> "Lê";
            default -> dice.pick(region.highland() ? HIGHLAND : LOWLAND);
        };
    }

    String full(String surname, boolean woman) {
        String given = dice.pick(woman ? WOMEN : MEN);
        if (surname.equals(Surname.CENTRAL)) {
            return (woman ? "H'" + given : "Y " + given) + " " + dice.pick(CLANS);
        }
        if (surname.equals("Ksor") || surname.equals("Lò") && dice.chance(.5)) {
            return surname + " " + given;
        }
        return surname + " " + dice.pick(woman ? MIDDLE_WOMEN : MIDDLE_MEN) + " " + given;
    }

    private static final class Surname {
        /** The peoples of the Central Highlands: H' before a woman's, Y before a man's name, the clan behind. */
        static final String CENTRAL = "H'/Y";
    }
}
