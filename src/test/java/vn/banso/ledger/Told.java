package vn.banso.ledger;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.parcel.BatchRun;
import vn.banso.ledger.parcel.Digest;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.FrameForm;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.RefusalPage;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.Value;

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
        return String.format(Locale.ROOT, "author key %s incarnation %016x scope %s number %d previous %s schema %d key %016x nonce %s changes %d plain %d sealed %d body %s closes %s", hex(h.authorKey()), h.incarnation(), h.scope(), h.number(), h.previous(), h.schema(), h.keyId(), hex(h.nonce()),
                        h.changes(), h.plainLength(), h.sealedLength(), h.bodyHash(),
                h.closes().stream().map(c -> String.format(Locale.ROOT, "%016x at %d %s", c.incarnation(), c.number(), c.end())).toList());
    }

    static String run(BatchRun r) {
        return String.format(Locale.ROOT, "author key %s incarnation %016x scope %s from number %d previous %s schema %d key %016x nonce %s signatures %s shares %s plain %d body %s", hex(r.authorKey()), r.incarnation(), r.scope(), r.first(), r.previous(), r.schema(), r.keyId(), hex(r.nonce()),
                r.signatures().stream().map(Told::hex).toList(), r.shares().stream().map(s -> s.changes() + " of " + s.batch()).toList(), r.plainLength(), hex(r.body()));
    }

    static String state(EntryState s) {
        return String.format(Locale.ROOT, "type %d entry %s%s fields {%s}", s.type(), s.id(), s.erased() ? " erased" : "", s.fields().entrySet().stream()
                .map(f -> String.format(Locale.ROOT, "%d: heads %s replaced %s", f.getKey(), f.getValue().heads().stream()
                        .map(h -> String.format(Locale.ROOT, "%s at %d by %s %s", h.change(), h.stamp().millis(), h.author(), value(h.value()))).toList(),
                        f.getValue().replaced())).collect(Collectors.joining(", ")));
    }

    static String receipt(Receipt.News n) {
        return String.format(Locale.ROOT, "node key %s incarnation %016x serial %d scope %s of %d feeds, all %s signature %s, since %d: %s",
                hex(n.head().nodeKey()), n.head().incarnation(), n.head().serial(), n.head().scope(), n.head().feeds(), n.head().content(),
                hex(n.signature()), n.since(), n.changed().entrySet().stream().map(f -> String.format(Locale.ROOT, "%s %016x aside %s ends %s",
                        f.getKey().device(), f.getKey().incarnation(),
                        f.getValue().aside().map(a -> a.count() + " " + digest(a.digest())).orElse("nothing"),
                        f.getValue().ends().stream().map(e -> String.format(Locale.ROOT, "%d %s applied to %d", e.number(), e.tip(), e.applied())).toList())).toList());
    }

    static String refusals(RefusalPage r) {
        return String.format(Locale.ROOT, "%s from %d: %s", wanted(new RefusalPage.Wanted(r.feed(), r.digest(), r.from())), r.from(), r.page().stream()
                .map(a -> String.format(Locale.ROOT, "%s %s reason %d", a.batch(), a.change().map(ChangeId::toString).orElse("whole"), a.reason())).toList());
    }

    static String wanted(RefusalPage.Wanted w) {
        return String.format(Locale.ROOT, "scope %s feed %s %016x digest %s from %d", w.feed().scope(), w.feed().device(), w.feed().incarnation(),
                digest(w.digest()), w.from());
    }

    static String have(Frame.HaveFrame frame) {
        Have h = frame.have();
        return String.format(Locale.ROOT, "scope %s receipts %s redactions %s feeds %s, digest %s", h.scope(), marks(h.receipts()), marks(h.redactions()),
                feeds(HaveForm.byFeed(h.tips())), digest(frame.all()));
    }

    static String haveDigest(Frame.HaveDigest h) {
        return String.format(Locale.ROOT, "scope %s digest %s receipts %s", h.scope(), digest(h.digest()), marks(h.receipts()));
    }

    static String haveFeeds(Frame.HaveFeeds h) {
        return String.format(Locale.ROOT, "scope %s digest %s receipts %s redactions %s feeds %s", h.scope(), digest(h.digest()), marks(h.receipts()),
                marks(h.redactions()), feeds(h.feeds()));
    }

    private static String digest(Digest digest) {
        return String.format(Locale.ROOT, "%016x%016x", digest.hi(), digest.lo());
    }

    private static List<String> marks(List<Long> marks) {
        return marks.stream().map(n -> String.format(Locale.ROOT, "%016x", n)).toList();
    }

    private static List<String> feeds(Map<FeedId, List<Tip>> feeds) {
        return feeds.entrySet().stream().map(f -> String.format(Locale.ROOT, "%s %016x ends %s", f.getKey().device(), f.getKey().incarnation(),
                f.getValue().stream().map(t -> t.number() + " " + t.hash()).toList())).toList();
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
