package vn.banso.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.trust.governance.Role;

/** Where one is, and who may take one elsewhere. */
class ShellModelTest {
    @TempDir
    Path folder;

    @Test
    void anAnswerLeadsOnOnlyWhoStillWaitsForIt() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 0)) {
            ShellModel shell = new ShellModel(new OpenRegister(laptop.node(), new AtOnce(), Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL)));
            shell.go(new Place.Classes());
            Consumer<Place> on = shell.fromHere();
            on.accept(new Place.Villages());
            assertThat(shell.place().get()).isEqualTo(new Place.Villages());
            on.accept(new Place.Attention());
            assertThat(shell.place().get()).as("an answer comes once").isEqualTo(new Place.Villages());
            Consumer<Place> late = shell.fromHere();
            shell.go(new Place.Today());
            late.accept(new Place.Attention());
            assertThat(shell.place().get()).isEqualTo(new Place.Today());
            shell.back();
            late.accept(new Place.Attention());
            assertThat(shell.place().get()).as("whoever came back waits for nothing").isEqualTo(new Place.Villages());
        }
    }

    @Test
    void howLongAgoSomethingWasIsSaidAnewUntilTheRegisterIsLocked() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 0)) {
            AtOnce background = new AtOnce();
            OpenRegister workplace = new OpenRegister(laptop.node(), background, Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
            new ShellModel(workplace).open();
            background.pass();
            background.pass();
            assertThat(workplace.minutes().get()).isEqualTo(2);
            workplace.locked();
            background.pass();
            background.pass();
            long atRest = workplace.minutes().get();
            background.pass();
            assertThat(workplace.minutes().get()).as("nobody looks").isEqualTo(atRest);
            workplace.reopened(laptop.node());
            background.pass();
            assertThat(workplace.minutes().get()).isEqualTo(atRest + 1);
        }
    }

    @Test
    void aReceiptIsToldOnlyBesideSomethingThatItCouldBeAbout() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 0)) {
            ShellModel shell = new ShellModel(new OpenRegister(laptop.node(), new AtOnce(), Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL)));
            shell.open();
            assertThat(shell.truth().get().isAnythingSaved()).isFalse();
            laptop.around().record(laptop.node(), 1);
            shell.workplace().changed();
            assertThat(shell.truth().get().isAnythingSaved()).isTrue();
        }
    }
}
