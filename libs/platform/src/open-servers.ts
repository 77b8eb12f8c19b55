import { randomUUID } from 'node:crypto';
import { createSealer } from '@plumbline/privacy';
import { gatesOf, projectorListeners, viewsOf, type Adapters, type Opening } from './adapters.ts';
import type { Servers } from './config.ts';
import type { DataFolder } from './data-folder.ts';
import { holdWhileLeased } from './lease.ts';
import { leasedProjector } from './leased-projector.ts';

/** The log tells of commits, also of those of others: it is looked at for what was not told. */
const pollMs = 1_000;

/**
 * EventStoreDB, Kafka and MongoDB; in the folder lie the keys alone. Any number of processes of one
 * service share the work: its facts are relayed and its views projected by the one that holds the
 * lease of its name, its policies' partitions are shared out by Kafka.
 */
export async function openServers(
  opening: Opening,
  { folder, servers }: { readonly folder: DataFolder; readonly servers: Servers },
): Promise<Adapters> {
  const { openMongoViewStore } = await import('@plumbline/views/mongo');
  const { openMongoDesk } = await import('./mongo-desk.ts');
  const { openMongoLeases } = await import('./mongo-lease.ts');
  const { openSharedSecrets } = await import('./mongo-root-key.ts');
  const { openMongoUnchanged } = await import('./mongo-unchanged.ts');
  const { clock, logger, name = 'all' } = opening;
  const { connection, log, keys, staging, close } = await openFactsOnServers(servers);
  const secrets = await openSharedSecrets(connection, folder).catch(async (cause: unknown) => {
    await close();
    throw cause;
  });
  const sealer = createSealer({ keys, rootKey: secrets.rootKey });
  const store = openMongoViewStore({ connection, clock });
  const projector = leasedProjector({
    ...{ log, store, clock, views: viewsOf(opening), pollMs },
    ...projectorListeners(opening, () => log, sealer),
  });
  const stream = await kafkaStream(opening, servers);
  const relaying = holdWhileLeased({
    ...{ leases: openMongoLeases({ connection }), leaseMs: servers.leaseMs },
    ...{ name: `${name}.projector-and-relay`, holder: randomUUID() },
    start: async (lost) => {
      // The projector first: when it cannot be begun, there is no relay to be ended.
      const endTerm = await projector.term(lost);
      const relay = stream.startRelay(log, lost);
      return async () => {
        await Promise.all([endTerm(), relay.close()]);
      };
    },
    onError: (err) => logger.error({ err }, 'projecting and relaying stopped, and is tried again'),
  });
  return {
    ...{ log, keys, sealer, staging, views: store, projector, secrets, feed: stream.feed },
    desk: openMongoDesk({ connection }),
    policyGroup: `policies-${name}`,
    unchanged: openMongoUnchanged({ connection }),
    probe: async () => {
      await connection.getClient().db(connection.name).command({ ping: 1 });
      return undefined;
    },
    close: async () => {
      // Each is closed, whatever becomes of the others.
      const ends = [
        ...(await Promise.allSettled([relaying.stop()])),
        ...(await Promise.allSettled([stream.feed.close(), store.close()])),
        ...(await Promise.allSettled([close()])),
      ];
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    },
  };
}

/** The log and the keys alone: what is moved of an installation, and what all else is made from. */
export async function openFactsOnServers(servers: Servers) {
  const { openEventStoreLog } = await import('@plumbline/event-log/eventstoredb');
  const { openMongoSealedParts } = await import('@plumbline/event-log/mongo-sealed-parts');
  const { openMongo } = await import('@plumbline/mongo');
  const { openMongoAnswerStaging } = await import('@plumbline/privacy/mongo-answer-staging');
  const { openMongoKeyStore } = await import('@plumbline/privacy/mongo');
  const connection = await openMongo(servers.mongoUrl);
  const parts = openMongoSealedParts({ connection });
  const namespace = `${prefixOf(servers)}.`;
  const log = openEventStoreLog({ url: servers.eventStoreUrl, parts, namespace });
  const keys = openMongoKeyStore({ connection });
  const staging = openMongoAnswerStaging({ connection });
  return {
    ...{ connection, log, keys, staging },
    close: async () => {
      await staging.close();
      await keys.close();
      await log.close();
      await parts.close();
      await connection.destroy();
    },
  };
}

/** What everything of an installation is called by on servers that it shares with others. */
function prefixOf({ environment }: Servers): string {
  return environment === 'default' ? 'plumbline' : `plumbline.${environment}`;
}

/** What goes to Kafka and comes from it. */
async function kafkaStream(opening: Opening, servers: Servers) {
  const { kafkaFeed } = await import('@plumbline/feed/kafka');
  const { startRelay } = await import('@plumbline/feed/relay');
  const { clock, logger, parts, name = 'all' } = opening;
  // What its client calls errors it tries again; what it gives up comes by `onError`.
  const onLog = (_: 'warn' | 'error', message: string) => logger.warn({}, message);
  const { kafkaBrokers: brokers, environment } = servers;
  const kafka = { brokers, prefix: prefixOf(servers), onLog };
  return {
    feed: kafkaFeed({
      ...{ kafka, contexts: parts.map(({ context }) => context) },
      onError: (group, err) =>
        logger.error({ err, group }, 'reading facts failed, and is tried again'),
    }),
    startRelay: (log: Adapters['log'], lost: () => void) => {
      const relay = startRelay({
        ...{ log, gates: gatesOf(opening), kafka, clock, environment, service: name, pollMs },
        onError: (err) => logger.error({ err }, 'the relay goes on from what is committed'),
      });
      void relay.ended.then((end) => {
        logger.info({ end }, 'the relay has ended');
        if (end === 'fenced') lost();
      });
      return relay;
    },
  };
}
