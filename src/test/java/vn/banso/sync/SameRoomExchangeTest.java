package vn.banso.sync;

import vn.banso.testing.Road;

class SameRoomExchangeTest extends ExchangeContract {
    @Override
    Road.Kind kind() {
        return Road.Kind.SAME_ROOM;
    }

    @Override
    long mostWhereNothingIsNew() {
        return 300;
    }
}
