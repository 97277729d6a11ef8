package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.testing.Awaited;

/** What is plugged in, and what only looks like it. */
class SticksTest {
    @TempDir
    private Path folder;

    @Test
    void theOnePluggedInLastComesFirst() {
        List<Path> places = new ArrayList<>(List.of(folder.resolve("SACH"), folder.resolve("ANH")));
        Sticks sticks = new Sticks(() -> List.copyOf(places));
        assertThat(sticks.now()).extracting(Sticks.Plugged::name).containsExactly("ANH", "SACH");
        places.addFirst(folder.resolve("MAI"));
        assertThat(sticks.now()).extracting(Sticks.Plugged::name).containsExactly("MAI", "ANH", "SACH");
        places.remove(folder.resolve("ANH"));
        places.addFirst(folder.resolve("ANH"));
        assertThat(sticks.now()).extracting(Sticks.Plugged::name).as("pulled and plugged in again between two looks")
                .containsExactly("MAI", "ANH", "SACH");
        places.clear();
        assertThat(sticks.now()).isEmpty();
    }

    @Test
    void comingAndGoingIsToldOnce() {
        List<Path> places = new ArrayList<>();
        List<Integer> told = new ArrayList<>();
        Sticks sticks = new Sticks(() -> List.copyOf(places));
        sticks.onChange(all -> told.add(all.size()));
        sticks.look();
        places.add(folder);
        sticks.look();
        sticks.look();
        places.clear();
        sticks.look();
        assertThat(told).containsExactly(1, 0);
    }

    @Test
    void itNoticesByItselfUntilItIsClosed() throws InterruptedException {
        CountDownLatch noticed = new CountDownLatch(1);
        Sticks sticks = new Sticks(() -> List.of(folder));
        sticks.onChange(_ -> noticed.countDown());
        try (Sticks.Watch _ = sticks.watch()) {
            Awaited.happened("a stick is noticed", noticed);
        }
    }

    @Test
    void aFolderMayStandForAStick() throws IOException {
        String before = System.setProperty(StickPlaces.PROPERTY,
                folder.resolve("none") + File.pathSeparator + Files.createDirectory(folder.resolve("USB")));
        try {
            assertThat(Sticks.ofThisMachine().now()).singleElement().satisfies(stick -> {
                assertThat(stick.name()).isEqualTo("USB");
                assertThat(stick.freeBytes()).isPositive();
            });
        } finally {
            if (before == null) {
                System.clearProperty(StickPlaces.PROPERTY);
            } else {
                System.setProperty(StickPlaces.PROPERTY, before);
            }
        }
    }

    @Test
    void whatTheKernelTellsIsTakenApart() throws IOException {
        Path block = folder.resolve("block");
        disk(block, "pci/usb1/sdb", "sdb", "1");
        Files.createDirectories(folder.resolve("devices/pci/usb1/sdb/sdb1"));
        Files.createSymbolicLink(block.resolve("sdb1"), folder.resolve("devices/pci/usb1/sdb/sdb1"));
        disk(block, "pci/ata1/sda", "sda", "0");
        disk(block, "pci/card/mmcblk0", "mmcblk0", "1");
        Path mounts = Files.writeString(folder.resolve("mounts"), """
                proc /proc proc rw 0 0
                /dev/sda / ext4 rw 0 0
                /dev/sda /media/mai/Data ext4 rw 0 0
                /dev/sda /mnt/data ext4 rw 0 0
                /dev/sdb1 /media/mai/USB\\040CỦA\\040MAI vfat rw 0 0
                /dev/mmcblk0 /mnt/the vfat rw 0 0
                /dev/sr0 /run/media/mai/DVD iso9660 ro 0 0
                gvfs /run/media/mai/MAY-ANH fuse rw 0 0
                share /mnt/share nfs rw 0 0
                """);
        assertThat(StickPlaces.mounted(mounts, block)).containsExactly(Path.of("/media/mai/USB CỦA MAI"), Path.of("/mnt/the"),
                Path.of("/run/media/mai/MAY-ANH"));
        assertThat(StickPlaces.mounted(folder.resolve("none"), block)).isEmpty();
    }

    private void disk(Path block, String device, String name, String removable) throws IOException {
        Path at = Files.createDirectories(folder.resolve("devices").resolve(device));
        Files.writeString(at.resolve("removable"), removable + "\n");
        Files.createSymbolicLink(Files.createDirectories(block).resolve(name), at);
    }
}
