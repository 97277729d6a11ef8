package vn.banso.carrier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.register.values.ScopeId;

/** What a parcel carries, looked at from outside: whose it is, and whether others carry all of it. */
public final class ParcelSummary {
    private final Parcel.Contents contents;

    private ParcelSummary(Parcel.Contents contents) {
        this.contents = contents;
    }

    /** Empty where the bytes are no parcel of a version we know. */
    public static Optional<ParcelSummary> of(byte[] bytes) {
        try {
            return Optional.of(read(bytes));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    public static ParcelSummary read(byte[] bytes) throws MalformedException {
        return new ParcelSummary(Parcel.read(bytes));
    }

    public List<Frame> frames() {
        return contents.frames();
    }

    public boolean complete() {
        return contents.complete();
    }

    /** Who speaks in it. */
    public Optional<DeviceId> speaker() {
        return intro().map(intro -> DeviceId.ofKey(intro.nodeKey()));
    }

    public boolean isOf(DeviceId device) {
        return speaker().filter(device::equals).isPresent();
    }

    /** The province of whoever speaks. */
    public Optional<ScopeId> governance() {
        return intro().map(Frame.IntroFrame::governance);
    }

    private Optional<Frame.IntroFrame> intro() {
        return frames().stream().filter(Frame.IntroFrame.class::isInstance).map(Frame.IntroFrame.class::cast).findFirst();
    }

    /** The batches in it, whole ones. */
    public List<Batch> batches() {
        return frames().stream().filter(Frame.BatchFrame.class::isInstance).map(frame -> ((Frame.BatchFrame) frame).batch()).toList();
    }

    /** Whether it is worth carrying: more than who speaks, and that both hold the same. */
    public boolean saysSomething() {
        return !frames().stream().allMatch(frame -> frame instanceof Frame.IntroFrame || frame instanceof Frame.AuthFrame || frame instanceof Frame.AnswerFrame
                || frame instanceof Frame.HaveDigest);
    }

    /**
     * Whether nothing is lost when this parcel goes: everything it carries lies in the others too, or a receipt among the answers
     * covers it, or a redaction among the others stands in its place. Have-lists and signatures of an earlier day are of no further use. A parcel that is not whole is never told so.
     */
    boolean carriedBy(Collection<ParcelSummary> others, List<ParcelSummary> answers) {
        if (!complete()) {
            return false;
        }
        Set<Hash> carried = new HashSet<>();
        Set<Hash> redacted = new HashSet<>();
        others.forEach(other -> other.frames().forEach(frame -> {
            carried.add(mark(frame));
            if (frame instanceof Frame.RedactionFrame redaction) {
                redacted.add(Hash.sha256(redaction.header()));
            }
        }));
        List<Receipt.News> receipts = new ArrayList<>();
        answers.forEach(answer -> answer.frames().forEach(frame -> {
            if (frame instanceof Frame.ReceiptFrame(Receipt.News news)) {
                receipts.add(news);
            }
        }));
        return frames().stream().allMatch(frame -> switch (frame) {
            case Frame.HaveFrame _, Frame.HaveDigest _, Frame.HaveFeeds _, Frame.RefusalsWanted _, Frame.IntroFrame _, Frame.AuthFrame _,
                    Frame.AnswerFrame _, Frame.SinglyFrame _ -> true;
            case Frame.BatchFrame(var batch) -> carried.contains(mark(frame)) || redacted.contains(batch.hash()) || covers(receipts, batch.header());
            case Frame.ReceiptFrame(var news) -> carried.contains(mark(frame)) || newer(others, news.head());
            default -> carried.contains(mark(frame));
        });
    }

    private static Hash mark(Frame frame) {
        return Hash.sha256(Parcel.write(List.of(frame)));
    }

    private static boolean covers(List<Receipt.News> receipts, BatchHeader header) {
        return receipts.stream().flatMap(news -> Stream.ofNullable(news.changed().get(header.feed()))).flatMap(feed -> feed.ends().stream())
                .anyMatch(end -> end.number() >= header.number());
    }

    private static boolean newer(Collection<ParcelSummary> others, Receipt.Head old) {
        return others.stream().flatMap(other -> other.frames().stream())
                .anyMatch(frame -> frame instanceof Frame.ReceiptFrame(Receipt.News news)
                        && news.head().mark() >>> 32 == old.mark() >>> 32 && news.since() == 0 && news.head().serial() > old.serial());
    }

    /** Several answers as one parcel; a single one stays as it is, byte for byte. */
    public static byte[] together(List<byte[]> parcels) {
        if (parcels.size() == 1) {
            return parcels.getFirst();
        }
        Set<Hash> seen = new HashSet<>();
        List<Frame> frames = new ArrayList<>();
        for (byte[] parcel : parcels) {
            ParcelSummary.of(parcel).ifPresent(cargo -> cargo.frames().stream().filter(frame -> seen.add(mark(frame))).forEach(frames::add));
        }
        return Parcel.write(frames);
    }
}
