package vn.banso.cli.frame;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON in and out. What is read may come from anybody, so depth and lengths are bounded. */
public final class Json {
    private static final int DEEPEST = 16;
    private static final int LONGEST_TEXT = 100_000;
    private static final long LONGEST_DOCUMENT = 256L << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_TEXT)
                            .maxNameLength(200).maxNumberLength(40).maxDocumentLength(LONGEST_DOCUMENT).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    private Json() {}

    /** Maps, lists, records, texts and numbers, in the order they were put in; null is written as {@code null}. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** @throws tools.jackson.core.JacksonException where the text is not JSON; it knows line and column */
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }
}
