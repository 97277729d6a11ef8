package vn.banso.carrier;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Bodies that tell how far they are. */
final class CountedBody {
    private static final int SLICE = 4 << 10;

    private CountedBody() {}

    static BodyPublisher of(byte[] body, TransferProgress progress) {
        if (body.length == 0) {
            return BodyPublishers.noBody();
        }
        Iterable<byte[]> slices = () -> new Slices(body, progress);
        return BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(slices), body.length);
    }

    private static final class Slices implements Iterator<byte[]> {
        private final byte[] body;
        private final TransferProgress progress;
        private int from;

        Slices(byte[] body, TransferProgress progress) {
            this.body = body;
            this.progress = progress;
        }

        @Override
        public boolean hasNext() {
            return from < body.length;
        }

        @Override
        public byte[] next() {
            byte[] slice = Arrays.copyOfRange(body, from, Math.min(body.length, from + SLICE));
            from += slice.length;
            progress.up(slice.length);
            return slice;
        }
    }

    /** Collects an answer up to a limit; what lies beyond the limit is not read, and the answer is one byte longer than it. */
    static final class Answer implements BodySubscriber<byte[]> {
        private final TransferProgress progress;
        private final int limit;
        private final CompletableFuture<byte[]> done = new CompletableFuture<>();
        private byte[] bytes = new byte[SLICE];
        private int length;
        private Subscription subscription;

        Answer(TransferProgress progress, int limit) {
            this.progress = progress;
            this.limit = limit;
            progress.answered();
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return done;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            this.subscription = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            buffers.forEach(this::take);
            if (length > limit) {
                subscription.cancel();
                onComplete();
            }
        }

        private synchronized void take(ByteBuffer buffer) {
            int more = Math.min(buffer.remaining(), limit + 1 - length);
            progress.down(buffer.remaining());
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
            }
            buffer.get(bytes, length, more);
            length += more;
        }

        @Override
        public void onError(Throwable failure) {
            done.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            done.complete(soFar());
        }

        synchronized byte[] soFar() {
            return Arrays.copyOf(bytes, length);
        }
    }
}
