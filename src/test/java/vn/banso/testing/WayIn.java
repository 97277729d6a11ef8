package vn.banso.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.banso.app.trial.SampleTrial;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.start.StartModel;
import vn.banso.desktop.start.StartView;
import vn.banso.desktop.start.Step;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.catalogue.Texts;
import vn.banso.store.Node;
import vn.banso.store.files.NodeOptions;
import vn.banso.sync.Admission;
import vn.banso.trust.crypto.Argon2Cost;

/** Walks through everything that comes before the register is open, to be drawn. */
public final class WayIn implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final int PAGE = 4096;
    private static final String MINE = "mưa rơi trên mái lá";

    private final Screen screen;
    private final NodeOptions options;
    private final StartModel model;

    private WayIn(Screen screen, NodeOptions options) {
        this.screen = screen;
        this.options = options;
        this.model = new StartModel(screen.background(), screen.answers(), options, screen.settings(),
                new SampleTrial(Path.of("sample-data"), options), Node::close);
    }

    public static WayIn in(Path scratch, Screen screen) {
        NodeOptions options = NodeOptions.standard().withHome(scratch.resolve("lan-" + COUNT.incrementAndGet())).withCost(Argon2Cost.FAST);
        WayIn way = new WayIn(screen, options);
        way.does(() -> screen.window().show(() -> new StartView(new Ui(Texts.of(screen.settings().get().lang())), way.model)));
        return way;
    }

    public Screen screen() {
        return screen;
    }

    /** Each step by the name of its picture, in the order in which they are taken. */
    public Map<String, Runnable> steps() {
        Map<String, Runnable> steps = new LinkedHashMap<>();
        steps.put("start-choose", () -> does(model::begin));
        steps.put("start-invited", () -> does(() -> {
            model.invited();
            model.invite().fresh().first().set(MINE);
        }));
        steps.put("start-waiting", () -> {
            does(() -> model.invite().fresh().again().set(MINE));
            does(model.invite()::make);
            until(Step.Waiting.class);
            does(() -> {
                model.invite().holder().set("Nguyễn Thị Phương Thảo");
                model.invite().code().set("7K2M-X0PA");
                model.invite().asked().set(true);
            });
        });
        steps.put("start-unlock", () -> {
            does(model::leave);
            does(() -> model.locked(options.home().resolve("register")));
        });
        steps.put("start-unlock-wrong", () -> {
            does(() -> model.passphrase().set("sai rồi"));
            does(model::unlock);
            screen.await("it is told", () -> model.said().get().isPresent());
        });
        steps.put("start-forgot", () -> does(model::forgotten));
        steps.put("start-try", () -> does(model::tryItOut));
        steps.put("start-not-there", () -> {
            does(() -> model.locked(options.home().resolve("nowhere")));
            does(() -> model.passphrase().set(MINE));
            does(model::unlock);
            until(Step.Trouble.class);
        });
        steps.put("start-recovered", () -> {
            does(model::leave);
            Path register = damaged();
            does(() -> model.locked(register));
            does(() -> model.passphrase().set(new String(Neighbourhood.PASSPHRASE)));
            does(model::unlock);
            until(Step.Told.class);
        });
        return steps;
    }

    /** The register of a laptop with work in it, one page of whose file a worn disk no longer gives back. */
    private Path damaged() {
        Path folder = options.home().resolve("worn");
        try (Neighbourhood around = new Neighbourhood(folder, "19", Laptop.CLOCK)) {
            around.record(around.laptop("mai"), 3);
        } catch (MalformedException | Admission.NotEntitledException e) {
            throw new AssertionError(e);
        }
        try (RandomAccessFile disk = new RandomAccessFile(folder.resolve("mai").resolve("node.db").toFile(), "rw")) {
            disk.seek(PAGE);
            disk.write(new byte[64]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve("mai");
    }

    private void until(Class<? extends Step> step) {
        screen.await("it comes to " + step.getSimpleName(), () -> step.isInstance(model.step().get()));
    }

    private void does(Runnable act) {
        screen.onFx(() -> {
            act.run();
            return null;
        });
        screen.settle();
    }

    @Override
    public void close() {
        does(model::leave);
        screen.close();
    }
}
