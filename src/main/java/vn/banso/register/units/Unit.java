package vn.banso.register.units;

import java.util.Locale;
import java.util.Optional;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.ScopeId;

/**
 * A province or a commune as one list of units knows it. The same code may name another commune in another list, so a unit
 * is known by list <em>and</em> code.
 *
 * @param list version of the list that names it so: the day from which, or until which, it was in force, such as {@code "2025-07-01"}
 * @param began version of the list in which this unit first stood: a later list may rename it or call a commune a ward, and it stays
 *     the same unit with the same {@link #scope()}
 * @param code two digits for a province, five for a commune, with leading zeros
 * @param name without the kind: "La Bằng"
 * @param province code of the province it belongs to, its own for a province
 * @param district the district it belonged to; empty since districts ended
 */
public record Unit(String list, String began, String code, Kind kind, String name, String province, Optional<District> district) {

    /**
     * A district of before July 2025.
     *
     * @param code three digits, unique in the country, as its name is not even in a province
     * @param name with its kind: "Huyện Đại Từ"
     */
    public record District(String code, String name) {}

    /** What sort of unit; the texts are {@code unit.kind.<name in lower case>}. */
    public enum Kind {
        /** tỉnh */
        PROVINCE('T'),
        /** thành phố trực thuộc trung ương */
        CITY('C'),
        /** xã */
        COMMUNE('x'),
        /** phường */
        WARD('p'),
        /** thị trấn, until 2025 */
        TOWNSHIP('t'),
        /** đặc khu, since 2025 */
        SPECIAL_ZONE('d');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }

        static Kind of(char sign) {
            for (Kind kind : values()) {
                if (kind.sign == sign) {
                    return kind;
                }
            }
            throw new IllegalStateException("a list of units has the unknown kind " + sign);
        }
    }

    public boolean isProvince() {
        return kind == Kind.PROVINCE || kind == Kind.CITY;
    }

    /** The scope of what is recorded there; for a province, that of its governance. It does not change with the next list. */
    public ScopeId scope() {
        return isProvince() ? ScopeId.governance(began, code) : ScopeId.commune(began, code);
    }

    /** With its kind: "xã La Bằng", "La Bằng commune". */
    public String named(Texts texts) {
        return texts.get("unit.kind." + kind.name().toLowerCase(Locale.ROOT), name);
    }
}
