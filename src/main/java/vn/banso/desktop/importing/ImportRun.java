package vn.banso.desktop.importing;

import java.nio.file.Path;

/**
 * Taking in, under way.
 *
 * @param source what is being taken in now
 * @param done files that lie behind
 * @param all files there are in all
 * @param stopping whether somebody asked to stop: the file under way is finished
 */
record ImportRun(Path source, int done, int all, boolean stopping) {
    int left() {
        return all - done;
    }

    double part() {
        return all == 0 ? 0 : (double) done / all;
    }

    ImportRun at(Path other, int files) {
        return new ImportRun(other, Math.min(files, all), all, stopping);
    }

    ImportRun stops() {
        return new ImportRun(source, done, all, true);
    }
}
