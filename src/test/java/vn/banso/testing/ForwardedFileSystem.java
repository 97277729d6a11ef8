package vn.banso.testing;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A file system that passes everything on but the paths it gives and the provider behind them. */
final class ForwardedFileSystem extends FileSystem {
    private final FileSystem on;
    private final FileSystemProvider provider;
    private final UnaryOperator<Path> wrap;

    ForwardedFileSystem(FileSystem on, FileSystemProvider provider, UnaryOperator<Path> wrap) {
        this.on = on;
        this.provider = provider;
        this.wrap = wrap;
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        // The disk under it stays.
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return on.isReadOnly();
    }

    @Override
    public String getSeparator() {
        return on.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return on.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return on.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return on.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return wrap.apply(on.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        return on.getPathMatcher(pattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return on.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
        return on.newWatchService();
    }
}
