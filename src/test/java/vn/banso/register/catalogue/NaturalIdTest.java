package vn.banso.register.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

class NaturalIdTest {
    private static final EntryId SESSION = EntryId.parse("000000000000000000000000000000aa");
    private static final EntryId PERSON = EntryId.parse("000000000000000000000000000000bb");

    /** Other laptops have computed these: they may never change. */
    @Test
    void staysWhatItWas() {
        assertThat(NaturalId.attendance(SESSION, PERSON)).hasToString("55284883aadbf33a721213b7771165f7");
        assertThat(NaturalId.practice(SESSION, PERSON)).hasToString("91adc3f03576c80c3a517fed91866116");
        assertThat(NaturalId.province("2025-07-01", "19")).hasToString("8fb0ca3b37d12c8bf9c339478b90bebd");
        assertThat(NaturalId.grant(new byte[32])).hasToString("71d3d1cd0a72577049942026fdfaf7d2");
        assertThat(NaturalId.scopeKey(new byte[32], ScopeId.commune("2025-07-01", "05719"), 1, 2)).hasToString("869b43c502555ad2daca2906b5ede9d7");
    }

    @Test
    void isReadFromWhatAnEntrySays() {
        Map<Integer, Value> fields = Map.of(16, new Value.Ref(SESSION), 17, new Value.Ref(PERSON), 18, new Value.Code(1));
        assertThat(NaturalId.of(Catalogue.ATTENDANCE, fields)).contains(NaturalId.attendance(SESSION, PERSON));
        assertThat(NaturalId.of(Catalogue.PRACTICE, fields)).contains(NaturalId.practice(SESSION, PERSON));
        assertThat(NaturalId.of(Catalogue.ATTENDANCE, Map.of(16, new Value.Ref(SESSION)))).isEmpty();
        assertThat(NaturalId.of(Catalogue.PERSON, fields)).isEmpty();
    }

    @Test
    void differentThingsHaveDifferentIds() {
        assertThat(Stream.of(NaturalId.attendance(SESSION, PERSON), NaturalId.attendance(PERSON, SESSION),
                NaturalId.practice(SESSION, PERSON), NaturalId.grant(new byte[32]), NaturalId.revocation(new byte[32]),
                NaturalId.grant(new byte[31]))).doesNotHaveDuplicates();
    }
}
