/** SQLite, and the only place that knows which database it is: connections, statements by name, transactions, the node's lock, migrations, the sealing of rows. */
package vn.banso.store.engine;
