package vn.banso.register.catalogue;

import java.util.Map;
import java.util.Optional;
import vn.banso.register.values.Value;

/**
 * What is usual in a region; outside of it people are asked to look again, never refused.
 *
 * @param averageFrom people per household, at least
 * @param averageTo people per household, at most
 * @param largest people in one household, at most
 */
public record RegionBounds(double averageFrom, double averageTo, int largest) {
    private static final Map<String, RegionBounds> BY_REGION = Map.of(
            "urban", new RegionBounds(2.5, 4.5, 10),
            "delta", new RegionBounds(3.0, 4.5, 10),
            "mountain", new RegionBounds(3.5, 5.3, 14),
            "remote", new RegionBounds(3.5, 5.8, 16));
    private static final RegionBounds ANYWHERE = new RegionBounds(2.5, 5.8, 16);

    /** Of a choice of {@link Codes#REGION}; the widest where the region is not known. */
    public static RegionBounds of(Optional<Value.Code> region) {
        return region.flatMap(Codes.REGION::keyOf).map(BY_REGION::get).orElse(ANYWHERE);
    }
}
