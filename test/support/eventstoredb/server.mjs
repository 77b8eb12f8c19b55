// A double of EventStoreDB for tests and for trying things out: it speaks the gRPC of the real one.
import { randomUUID } from 'node:crypto';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { freePort } from '../../../tools/free-port.mjs';
import { createEventStore } from './event-store.mjs';
import { createFaults } from './faults.mjs';
import { openJournal } from './journal.mjs';
import { features, gossip, refusal, services, status, uuid } from './messages.mjs';
import { createRead } from './reading.mjs';
import { createWriting, respond } from './writing.mjs';

/** @import { Faults } from './faults.mjs' */

/** As large as an event can be that the real server was able to write. */
const messageBytesMax = 17 * 1024 * 1024;
const versionDefault = '23.10.0';

/**
 * Starts a server on the loopback address. Streams are appended to, read, subscribed to, deleted
 * and given metadata; $all is read and subscribed to, filtered by prefix or expression. There are
 * no projections (and so no links), no persistent subscriptions, no users and no TLS.
 *
 * With a `file` its events outlast it, also when it is killed; without one they are in memory.
 * `faults` makes things go wrong (`faults.mjs`), `now` is its clock.
 * @param {{ port?: number, file?: string, now?: () => number, isBatching?: boolean }} [options]
 */
export async function startEventStore({ port, file, now, isBatching = true } = {}) {
  const journal = file === undefined ? undefined : openJournal(file);
  const store = createEventStore({
    ...(now === undefined ? {} : { now }),
    ...(journal === undefined ? {} : { onChange: journal.write }),
  });
  for (const change of journal?.changes ?? []) store.restore(change);
  const faults = createFaults();
  const server = new Server({ 'grpc.max_receive_message_length': messageBytesMax });
  const streams = { read: createRead(store, faults), ...createWriting(store, faults) };
  const bound = port || (await freePort());
  server.addService(services.StreamsService, streams);
  server.addService(services.ServerFeaturesService, {
    getSupportedMethods: answering(faults, () => supportedMethods(isBatching)),
  });
  server.addService(services.GossipService, { read: answering(faults, () => clusterOf(bound)) });
  await new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${bound}`, ServerCredentials.createInsecure(), (error) =>
      error === null ? resolve() : reject(error),
    );
  });
  return {
    url: `esdb://127.0.0.1:${bound}?tls=false`,
    port: bound,
    faults: faults.controls,
    taken: faults.taken,
    stop: async () => {
      server.forceShutdown();
      journal?.close();
    },
  };
}

/** A call with one answer. @param {Faults} faults @param {() => unknown} make */
function answering(faults, make) {
  return (
    /** @type {unknown} */ _call,
    /** @type {(error: unknown, answer?: unknown) => void} */ answer,
  ) => {
    respond(answer, async () => {
      if (await faults.refuses()) throw refusal(status.UNAVAILABLE, 'The server is not available.');
      return make();
    });
  };
}

/** @param {boolean} isBatching */
function supportedMethods(isBatching) {
  const answer = new features.SupportedMethods();
  answer.setEventStoreServerVersion(versionDefault);
  const methods = {
    append: [],
    ...(isBatching ? { batchappend: ['deadline_duration'] } : {}),
    delete: [],
    read: ['position', 'events'],
    tombstone: [],
  };
  for (const [name, list] of Object.entries(methods)) {
    const method = new features.SupportedMethod();
    method.setServiceName('event_store.client.streams.Streams');
    method.setMethodName(name);
    method.setFeaturesList(list);
    answer.addMethods(method);
  }
  return answer;
}

/** A cluster of this one server. @param {number} port */
function clusterOf(port) {
  const endPoint = new gossip.EndPoint();
  endPoint.setAddress('127.0.0.1');
  endPoint.setPort(port);
  const member = new gossip.MemberInfo();
  member.setInstanceId(uuid(randomUUID()));
  member.setTimeStamp(String(Date.now() * 10_000));
  member.setState(gossip.MemberInfo.VNodeState.LEADER);
  member.setIsAlive(true);
  member.setHttpEndPoint(endPoint);
  const cluster = new gossip.ClusterInfo();
  cluster.addMembers(member);
  return cluster;
}
