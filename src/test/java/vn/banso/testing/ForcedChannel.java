package vn.banso.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A channel that tells when it was forced. */
final class ForcedChannel extends FileChannel {
    private final FileChannel on;
    private final Forced forced;

    /** What happens once the content is safe. */
    interface Forced {
        void tell() throws IOException;
    }

    ForcedChannel(FileChannel on, Forced forced) {
        this.on = on;
        this.forced = forced;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        on.force(metaData);
        forced.tell();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return on.read(into);
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        return on.read(into, offset, length);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return on.write(from);
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        return on.write(from, offset, length);
    }

    @Override
    public long position() throws IOException {
        return on.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        on.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return on.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        on.truncate(size);
        return this;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return on.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        return on.transferFrom(source, position, count);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        return on.read(into, position);
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
        return on.write(from, position);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return on.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return on.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return on.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        on.close();
    }
}
