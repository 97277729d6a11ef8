package vn.banso.architecture.planted.store;

/** SQL and keys that depend on the language of the machine. */
public class SpeaksTheMachinesLanguage {
    public String sql(int limit) {
        return "SELECT 1 LIMIT %d".formatted(limit) + String.format("%d", limit);
    }

    public String key(String name) {
        return name.toLowerCase();
    }
}
