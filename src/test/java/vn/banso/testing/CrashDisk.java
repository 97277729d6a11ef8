package vn.banso.testing;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A folder on a disk that keeps only what it was told to: content once the file was forced, names once their folder was. After every
 * call that could matter it takes an image of what a power cut would leave in that moment.
 */
public final class CrashDisk {
    private static final byte[] NOT_FORCED = "content that was never forced".getBytes(StandardCharsets.US_ASCII);

    private final Path real;
    private final Provider provider;
    /** By file, since a name may be given to another: the content that is safe. */
    private final Map<Object, byte[]> forced = new HashMap<>();
    private Map<String, Object> names = new TreeMap<>();
    private final List<Map<String, byte[]>> images = new ArrayList<>();

    /** @param real an existing folder that holds what is written */
    public CrashDisk(Path real) throws IOException {
        this.real = real;
        this.provider = new Provider(real.getFileSystem().provider());
        try (var files = Files.list(real)) {
            for (Path file : files.toList()) {
                forced.put(key(file), Files.readAllBytes(file));
            }
        }
        names = named();
    }

    /** The same folder, as the code under test is to see it. */
    public Path folder() {
        return wrap(real);
    }

    /** What a power cut would leave, in each moment so far: content by name. */
    public List<Map<String, byte[]>> images() {
        return images;
    }

    /** What a power cut would leave now. */
    public Map<String, byte[]> image() {
        Map<String, byte[]> image = new TreeMap<>();
        names.forEach((name, key) -> image.put(name, forced.getOrDefault(key, NOT_FORCED)));
        return image;
    }

    private Map<String, Object> named() throws IOException {
        Map<String, Object> now = new TreeMap<>();
        try (var files = Files.list(real)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                now.put(file.getFileName().toString(), key(file));
            }
        }
        return now;
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private void forced(Path path) throws IOException {
        if (path.equals(real)) {
            names = named();
        } else {
            forced.put(key(path), Files.readAllBytes(path));
        }
        images.add(image());
    }

    private Path wrap(Path path) {
        return (Path) Proxy.newProxyInstance(Path.class.getClassLoader(), new Class<?>[] {Path.class}, (_, method, args) -> {
            if (method.getName().equals("getFileSystem")) {
                return provider.seen;
            }
            Object[] plain = args == null ? new Object[0] : args.clone();
            for (int i = 0; i < plain.length; i++) {
                plain[i] = plain[i] instanceof Path p ? unwrap(p) : plain[i];
            }
            try {
                Object result = method.invoke(path, plain);
                return result instanceof Path p ? wrap(p) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static Path unwrap(Path path) {
        return Proxy.isProxyClass(path.getClass()) ? Path.of(path.toString()) : path;
    }

    /** Passes everything on, and takes an image after what may change what a power cut leaves. */
    private final class Provider extends FileSystemProvider {
        private final FileSystemProvider on;
        private final FileSystem seen = new ForwardedFileSystem(real.getFileSystem(), this, CrashDisk.this::wrap);

        Provider(FileSystemProvider on) {
            this.on = on;
        }

        private void happened() {
            images.add(image());
        }

        @Override
        public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
            FileChannel channel = on.newFileChannel(unwrap(path), options, attributes);
            happened();
            return new ForcedChannel(channel, () -> forced(unwrap(path)));
        }

        @Override
        public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
            return newFileChannel(path, options, attributes);
        }

        @Override
        public void move(Path from, Path to, CopyOption... options) throws IOException {
            on.move(unwrap(from), unwrap(to), options);
            happened();
        }

        @Override
        public void delete(Path path) throws IOException {
            on.delete(unwrap(path));
            happened();
        }

        @Override
        public void copy(Path from, Path to, CopyOption... options) throws IOException {
            on.copy(unwrap(from), unwrap(to), options);
        }

        @Override
        public void createDirectory(Path dir, FileAttribute<?>... attributes) throws IOException {
            on.createDirectory(unwrap(dir), attributes);
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(Path dir, DirectoryStream.Filter<? super Path> filter) throws IOException {
            List<Path> inside = new ArrayList<>();
            try (DirectoryStream<Path> plain = on.newDirectoryStream(unwrap(dir), filter)) {
                plain.forEach(path -> inside.add(wrap(path)));
            }
            return new Listed(inside);
        }

        @Override
        public boolean isSameFile(Path a, Path b) throws IOException {
            return on.isSameFile(unwrap(a), unwrap(b));
        }

        @Override
        public boolean isHidden(Path path) throws IOException {
            return on.isHidden(unwrap(path));
        }

        @Override
        public FileStore getFileStore(Path path) throws IOException {
            return on.getFileStore(unwrap(path));
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            on.checkAccess(unwrap(path), modes);
        }

        @Override
        public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
            return on.getFileAttributeView(unwrap(path), type, options);
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options) throws IOException {
            return on.readAttributes(unwrap(path), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
            return on.readAttributes(unwrap(path), attributes, options);
        }

        @Override
        public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
            on.setAttribute(unwrap(path), attribute, value, options);
        }

        @Override
        public String getScheme() {
            return "crash";
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            return seen;
        }

        @Override
        public Path getPath(URI uri) {
            throw new UnsupportedOperationException();
        }
    }

    private record Listed(List<Path> inside) implements DirectoryStream<Path> {
        @Override
        public Iterator<Path> iterator() {
            return inside.iterator();
        }

        @Override
        public void close() {
            // Read whole already.
        }
    }
}
