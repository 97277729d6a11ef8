package vn.banso.journeys;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.banso.desktop.kit.Place;

/** A family that tells its purposes apart, with the keyboard alone. */
@Tag("slow")
class ConsentJourney extends VolunteerWindow {
    @Test
    void aFamilyThatAgreesToSomeOfItTicksWhatByTheKeyboard() {
        screen.go(new Place.NewHousehold(known.scope(), known.village()));
        screen.awaitText("gia đình có đồng ý cho ghi không?");
        screen.push(KeyCode.DIGIT3);
        screen.awaitText("ghi đồng ý cho việc gì");
        screen.push(KeyCode.SPACE);
        screen.awaitNoText("ghi đồng ý cho việc gì");
        screen.push(KeyCode.F6);
        screen.awaitText("Đã đồng ý");
    }
}
