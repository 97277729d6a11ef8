package vn.banso.ledger;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.banso.register.Value;

/** What a form holds, told in one line each, as it stands in the vector file for readers in other languages. */
final class Told {
    private Told() {}

    static String change(Change c) {
        return String.format(Locale.ROOT, "change %s kind %d type %d entry %s author %s stamp %d fields {%s} bases {%s}", c.id(), c.kind(), c.type(),
                c.entry(), c.author(), c.stamp().millis(),
                c.fields().entrySet().stream().map(f -> f.getKey() + ": " + value(f.getValue())).collect(Collectors.joining(", ")),
                c.bases().entrySet().stream().map(b -> b.getKey() + ": " + b.getValue()).collect(Collectors.joining(", ")));
    }

    static String value(Value value) {
        return switch (value) {
            case Value.Blank _ -> "blank";
            case Value.Text t -> "text " + quoted(t.text());
            case Value.Whole w -> "whole " + w.number();
            case Value.Day d -> String.format(Locale.ROOT, "day %d-%d-%d", d.year(), d.month(), d.day());
            case Value.Code c -> "code " + Integer.toUnsignedString(c.number());
            case Value.Ref r -> "link " + r.entry();
            case Value.Items i -> "items " + i.items().stream().map(Told::quoted).toList();
            case Value.Bytes b -> "bytes " + hex(b.bytes());
        };
    }

    static String header(BatchHeader h) {
        return String.format(Locale.ROOT, "author key %s incarnation %016x scope %s number %d previous %s schema %d key %016x nonce %s changes %d plain %d sealed %d body %s", hex(h.authorKey()), h.incarnation(), h.scope(), h.number(), h.previous(), h.schema(), h.keyId(), hex(h.nonce()),
                        h.changes(), h.plainLength(), h.sealedLength(), h.bodyHash());
    }

    static String state(EntryState s) {
        return String.format(Locale.ROOT, "type %d entry %s%s fields {%s}", s.type(), s.id(), s.erased() ? " erased" : "", s.fields().entrySet().stream()
                .map(f -> String.format(Locale.ROOT, "%d: heads %s replaced %s", f.getKey(), f.getValue().heads().stream()
                        .map(h -> String.format(Locale.ROOT, "%s at %d by %s %s", h.change(), h.stamp().millis(), h.author(), value(h.value()))).toList(),
                        f.getValue().replaced())).collect(Collectors.joining(", ")));
    }

    static String receipt(Receipt r) {
        return String.format(Locale.ROOT, "node key %s incarnation %016x serial %d scope %s lines %s set aside %s", hex(r.nodeKey()), r.incarnation(),
                r.serial(), r.scope(),
                r.lines().stream().map(l -> String.format(Locale.ROOT, "%s %016x %d %s %s", l.device(), l.incarnation(), l.number(), l.tip(),
                        l.applied() ? "applied" : "carried")).toList(),
                r.setAside().stream().map(a -> String.format(Locale.ROOT, "%s %s reason %d", a.batch(), a.change().map(ChangeId::toString).orElse("whole"),
                        a.reason())).toList());
    }

    static String have(Have h) {
        return String.format(Locale.ROOT, "scope %s tips %s receipts %s", h.scope(), h.tips().stream().map(t -> String.format(Locale.ROOT, "%s %016x %d %s", 
                t.feed().device(), t.feed().incarnation(), t.number(), t.hash())).toList(),
                h.receipts().stream().map(n -> String.format(Locale.ROOT, "%016x", n)).toList());
    }

    static String parcel(Parcel.Contents c) {
        return String.format(Locale.ROOT, "%s, %d damaged, %d missing: %s", c.complete() ? "complete" : "incomplete", c.damaged(), c.missing(),
                c.frames().stream().map(f -> String.format(Locale.ROOT, "%s %s", f.getClass().getSimpleName(), Hash.sha256(FrameForm.payload(f)))).toList());
    }

    static String body(List<Change> changes) {
        return changes.stream().map(Told::change).collect(Collectors.joining("; "));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(c < ' ' || c == '"' || c == '\\' ? String.format(Locale.ROOT, "\\u%04x", c) : String.valueOf((char) c)));
        return quoted.append('"').toString();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
