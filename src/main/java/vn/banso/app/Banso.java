package vn.banso.app;

/** The door of the program. */
public final class Banso {
    private Banso() {}

    public static void main(String[] args) {
        System.out.println("Bản Số");
    }
}
