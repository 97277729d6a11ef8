package vn.banso.sync;

import vn.banso.testing.Road;

class StickExchangeTest extends ExchangeContract {
    @Override
    Road.Kind kind() {
        return Road.Kind.STICK;
    }

    @Override
    long mostWhereNothingIsNew() {
        return 2_000;
    }
}
