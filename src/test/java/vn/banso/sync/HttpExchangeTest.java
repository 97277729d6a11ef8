package vn.banso.sync;

import vn.banso.testing.Road;

class HttpExchangeTest extends ExchangeContract {
    @Override
    Road.Kind kind() {
        return Road.Kind.HTTP;
    }

    @Override
    long mostWhereNothingIsNew() {
        return 300;
    }
}
