package vn.banso.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.banso.cli.bench.ground.TrialProvince;

/** What the measures share: a temporary folder, how large everything is, and the one large register that several of them need. */
final class BenchFixture implements AutoCloseable {
    private final Path folder;
    private final Bench.Scale scale;
    private final Consumer<String> progress;
    private final List<TrialProvince> provinces = new ArrayList<>();
    private Optional<LargeRegister> large = Optional.empty();

    /** @param progress told what begins */
    BenchFixture(Bench.Scale scale, Consumer<String> progress) throws IOException {
        this.folder = Files.createTempDirectory("banso-bench");
        this.scale = scale;
        this.progress = progress;
    }

    /** A number of things or of repetitions, at this scale. */
    int scaled(int full) {
        return Math.max(1, full / scale.divisor());
    }

    /** A new province in a folder of its own. */
    TrialProvince province() {
        TrialProvince province = new TrialProvince(file("province"));
        provinces.add(province);
        return province;
    }

    /** A new path in the temporary folder; nothing is there yet. */
    Path file(String name) {
        Path file = folder.resolve(name);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + "-" + i);
        }
        return file;
    }

    /** 50,000 households and all that belongs to them, made and imported when it is first needed. */
    LargeRegister large() throws IOException {
        if (large.isEmpty()) {
            progress.accept("large_register");
            large = Optional.of(LargeRegister.make(this));
        }
        return large.get();
    }

    @Override
    public void close() throws IOException {
        large.ifPresent(LargeRegister::close);
        provinces.forEach(TrialProvince::close);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
