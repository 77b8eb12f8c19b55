// Starts the servers that the environment does not name, and names them there.
import { startEventStore } from '../support/eventstoredb/server.mjs';
import { startKafka } from '../support/servers/kafka.mjs';
import { startMongo } from '../support/servers/mongo.mjs';

const variables = {
  eventStore: 'EVENTSTORE_URL',
  kafka: 'KAFKA_BROKERS',
  mongo: 'MONGODB_URL',
};

export default async function startServers() {
  if (!process.env.EVENTSTORE_URL) process.env.E2E_EVENTSTORE = 'double';
  const wanted = { eventStore: startEventStore, kafka: startKafka, mongo: startMongo };
  const started = Object.entries(wanted).map(async ([name, start]) => {
    if (process.env[variables[name]]) return undefined;
    const server = await start();
    process.env[variables[name]] = server.url;
    return server;
  });
  // The end-to-end tests start services as processes of their own on these (`served.ts`).
  process.env.E2E_ON = 'servers';
  globalThis.plumblineServers = (await Promise.all(started)).filter(Boolean);
}
