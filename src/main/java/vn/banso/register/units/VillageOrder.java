package vn.banso.register.units;

import java.util.Comparator;
import vn.banso.register.names.Names;

/** The order in which people list villages: by the number inside the name, "Thôn 2" before "Thôn 10". */
public final class VillageOrder implements Comparator<String> {
    public static final VillageOrder BY_NAME = new VillageOrder();

    private VillageOrder() {}

    @Override
    public int compare(String a, String b) {
        String left = Names.fold(a);
        String right = Names.fold(b);
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int leftEnd = digits(left, i);
            int rightEnd = digits(right, j);
            int order;
            if (leftEnd > i && rightEnd > j) {
                order = number(left.substring(i, leftEnd), right.substring(j, rightEnd));
            } else {
                leftEnd = i + 1;
                rightEnd = j + 1;
                order = Character.compare(left.charAt(i), right.charAt(j));
            }
            if (order != 0) {
                return order;
            }
            i = leftEnd;
            j = rightEnd;
        }
        int order = Integer.compare(left.length() - i, right.length() - j);
        return order != 0 ? order : Names.sortKey(a).compareTo(Names.sortKey(b));
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Any length: a mistyped number must not overflow. */
    private static int number(String a, String b) {
        String left = a.replaceFirst("^0+", "");
        String right = b.replaceFirst("^0+", "");
        return left.length() != right.length() ? Integer.compare(left.length(), right.length()) : left.compareTo(right);
    }
}
