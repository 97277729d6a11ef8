package vn.banso.cli.nodes;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.NodeOption;
import vn.banso.receiver.Letterbox;
import vn.banso.receiver.Limits;
import vn.banso.receiver.Receiver;
import vn.banso.store.Node;
import vn.banso.sync.NodePeer;

/** Serves a node over HTTP until it is stopped. */
@Command(name = "receive")
public final class ReceiveCommand implements Callable<Integer> {
    /** In the node's folder: what waits under one-time codes. */
    private static final String CODES = "codes";
    private static final int LAST_PORT = 65_535;

    private final CommandContext desk;

    @Mixin
    private NodeOption node;

    @Option(names = "--port", paramLabel = "PORT", required = true)
    private int port;

    /** Who else may call is for the one to say who knows the network. */
    @Option(names = "--listen", paramLabel = "ADDRESS")
    private InetAddress listen = InetAddress.getLoopbackAddress();

    public ReceiveCommand(CommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, CommandRefusal {
        if (port < 0 || port > LAST_PORT) {
            throw CommandRefusal.wrongUse("cli.receive.port", LAST_PORT);
        }
        Limits limits = Limits.usual();
        CountDownLatch closed = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Thread stop = new Thread(() -> {
            main.interrupt();
            awaitQuietly(closed);
        }, "stop");
        try (Node open = node.open(desk);
                Receiver receiver = Receiver.open(NodePeer.live(open, limits.maxParcelBytes()),
                        new Letterbox(open.dir().resolve(CODES), desk.options().clock()), limits, new InetSocketAddress(listen, port))) {
            Runtime.getRuntime().addShutdownHook(stop);
            desk.say("cli.receive.open", receiver.address());
            for (String address : listen.isAnyLocalAddress() ? addresses() : List.<String>of()) {
                desk.say("cli.receive.elsewhere", "http://" + address + ":" + receiver.port() + "/");
            }
            new CountDownLatch(1).await();
            return Exit.DONE;
        } catch (BindException e) {
            throw CommandRefusal.because("cli.receive.taken", String.valueOf(port));
        } catch (InterruptedException e) {
            desk.say("cli.receive.closed");
            return Exit.DONE;
        } finally {
            closed.countDown();
        }
    }

    /** Under which this machine is known in its networks. */
    private static List<String> addresses() throws SocketException {
        return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                .map(InetAddress::getHostAddress).sorted().toList();
    }

    /** The process ends only after the node is closed. */
    private static void awaitQuietly(CountDownLatch closed) {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
