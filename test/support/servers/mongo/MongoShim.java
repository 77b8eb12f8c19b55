import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * A server that speaks MongoDB's protocol, in memory or in a file: `MongoShim PORT [FILE]`. It
 * prints its port, and ends when its input does, so that it never outlives the one who started it.
 */
public final class MongoShim {
  /** What drivers of today ask for at least; the server knows the commands that we send. */
  private static final int WIRE_VERSION = 21;

  private static final Set<String> READS =
      Set.of("hello", "isMaster", "ismaster", "ping", "find", "getMore", "count", "aggregate");

  private static final class Backend extends H2Backend {
    private final boolean durable;

    Backend(MVStore store, boolean durable) {
      super(store);
      this.durable = durable;
      version(ServerVersion.MONGO_5_0);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String name, Document query) {
      return answered(name, super.handleCommand(channel, database, name, query));
    }

    @Override
    public Document handleMessage(MongoMessage message) {
      String name = message.getDocument().keySet().iterator().next();
      return answered(name, super.handleMessage(message));
    }

    /** What is answered is in the file: a killed server has lost nothing that it had taken. */
    private Document answered(String name, Document answer) {
      if (durable && !READS.contains(name)) commit();
      if (answer != null && answer.containsKey("maxWireVersion")) {
        answer.put("maxWireVersion", WIRE_VERSION);
      }
      return answer;
    }
  }

  public static void main(String[] args) throws Exception {
    String file = args.length > 1 ? args[1] : null;
    MVStore store = new MVStore.Builder().fileName(file).autoCommitDisabled().open();
    MongoServer server = new MongoServer(new Backend(store, file != null));
    server.bind("127.0.0.1", Integer.parseInt(args[0]));
    System.out.println("port " + server.getLocalAddress().getPort());
    while (System.in.read() >= 0) {}
    server.shutdownNow();
    System.exit(0);
  }
}
