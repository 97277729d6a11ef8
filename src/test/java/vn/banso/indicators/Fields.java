package vn.banso.indicators;

import java.util.List;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Field;

/** The fields that an indicator looks at. */
final class Fields {
    private Fields() {}

    static List<Field> of(Indicator indicator) {
        return Stream.of(indicator.population(), indicator.withheld(), indicator.answered(), indicator.yes()).flatMap(Fields::of).toList();
    }

    private static Stream<Field> of(Condition condition) {
        return switch (condition) {
            case Condition.Always _, Condition.Completed _ -> Stream.empty();
            case Condition.Is(var field, _) -> Stream.of(field);
            case Condition.Known(var field) -> Stream.of(field);
            case Condition.By(var field) -> Stream.of(field);
            case Condition.Within(var field) -> Stream.of(field);
            case Condition.Aged(var field, _) -> Stream.of(field);
            case Condition.Not(var other) -> of(other);
            case Condition.All(var all) -> all.stream().flatMap(Fields::of);
            case Condition.Any(var any) -> any.stream().flatMap(Fields::of);
            case Condition.Of(var link, _, var its) -> Stream.concat(Stream.of(link), of(its));
            case Condition.Was(var link, _, var its) -> Stream.concat(Stream.of(link), of(its));
            case Condition.Includes(var field, _) -> Stream.of(field);
            case Condition.Has(_, var link, var its) -> Stream.concat(Stream.of(link), of(its));
            case Condition.First(_, var link, var counts, var preferred) ->
                    Stream.of(Stream.of(link), of(counts), of(preferred)).flatMap(s -> s);
            case Condition.Latest(_, var link, var day, var better, var counts, var its) ->
                    Stream.of(Stream.of(link, day), better.stream().flatMap(Fields::of), of(counts), of(its)).flatMap(s -> s);
        };
    }
}
