package vn.banso.cli.frame;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import vn.banso.carrier.DeskAddress;

/**
 * How the words of a command line become paths and addresses. An empty one is wrong use: it would mean the folder one happens to
 * stand in, and nobody who leaves out a name means that.
 */
public final class GivenWords {
    private GivenWords() {}

    /** For this command and those below it. */
    public static void in(CommandLine command) {
        command.registerConverter(Path.class, converter(words -> Optional.of(Path.of(words))));
        command.registerConverter(DeskAddress.class, converter(DeskAddress::of));
        command.registerConverter(Destination.class, converter(Destination::of));
    }

    /** What a word of the system's own cannot hold is no path either. */
    private static <T> ITypeConverter<T> converter(Function<String, Optional<T>> read) {
        return words -> {
            if (words.isBlank() || words.indexOf('\0') >= 0) {
                throw new TypeConversionException("empty");
            }
            return read.apply(words).orElseThrow(() -> new TypeConversionException("no address"));
        };
    }
}
