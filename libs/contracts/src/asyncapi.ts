import {
  exampleHeaders,
  examplePosition,
  factHeaders,
  positionHeaders,
  positionSchema,
  positionType,
  streamSchema,
} from './cloud-event-headers.ts';
import { dataClasses } from './data-class.ts';
import { contextOf, examplesOf, publishedSchemas, topicOf } from './published.ts';

/** Any JSON of the document; its test checks it against the rules of AsyncAPI. */
type Json = Readonly<Record<string, unknown>>;

export interface AsyncApiDocument {
  readonly asyncapi: '3.0.0';
  readonly info: Json;
  readonly defaultContentType: string;
  readonly servers: Readonly<Record<string, Json>>;
  readonly channels: Readonly<Record<string, Json>>;
  readonly operations: Readonly<Record<string, Json>>;
  readonly components: Readonly<Record<'messages' | 'schemas', Readonly<Record<string, Json>>>>;
}

/**
 * The version of the contract. It rises with every change of it; each version that was released is
 * kept in `docs/contracts/released`, and none may break another.
 */
export const contractVersion = '0.2.0';

const bindingVersion = '0.5.0';

/** The published facts as an AsyncAPI document: what is on which topic, and what it means. */
export function asyncApi(): AsyncApiDocument {
  const types = Object.keys(publishedSchemas);
  const contexts = [...new Set(types.map(contextOf))];
  const channels = contexts.map((context) => {
    return [
      context,
      channelOf(
        context,
        types.filter((type) => contextOf(type) === context),
      ),
    ];
  });
  return {
    asyncapi: '3.0.0',
    info,
    defaultContentType: 'application/json',
    servers: { kafka },
    channels: Object.fromEntries(channels) as AsyncApiDocument['channels'],
    operations: Object.fromEntries(
      contexts.map((context) => [`publish-${context}`, operationOf(context)]),
    ),
    components: {
      messages: {
        ...Object.fromEntries(types.map((type) => [type, messageOf(type)])),
        [positionType]: positionMessage,
      },
      schemas: {
        ...publishedSchemas,
        [positionType]: positionSchema,
        factHeaders,
        positionHeaders,
      },
    },
  };
}

const info: Json = {
  title: 'Plumbline: published facts',
  version: contractVersion,
  description:
    'What contexts tell others: facts, in the order in which they were recorded, each at least ' +
    'once. A record is a CloudEvent in binary mode: what is known of the fact is in the headers, ' +
    'the value is its data. No published field holds a name or a text that a person wrote. ' +
    'A fact may gain fields: pass over what you do not know. Anything else is a new version of ' +
    'its type.',
  license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  'x-data-classes': dataClasses,
};

const kafka: Json = {
  host: '{brokers}',
  protocol: 'kafka-secure',
  description:
    'The brokers of the installation. Facts hold pseudonyms, which are personal data: encrypt the ' +
    'connection, and let each consumer group read only the topics and the groups that it is ' +
    'registered for. Only the relay of the context may write to its topic. How a client shows ' +
    'who it is (SASL or a certificate) is set by the installation.',
  variables: {
    brokers: { description: 'Host and port.', examples: ['kafka-1.example.com:9093'] },
  },
};

function channelOf(context: string, types: readonly string[]): Json {
  return {
    address: topicOf(context),
    title: `Facts of ${context}`,
    description:
      'The key of a record is the stream of its fact. All streams of a tenant are in one partition ' +
      '(FNV-1a, 32 bits, of its name, modulo the number of partitions), so that its facts come in ' +
      'the order in which they were recorded. An installation may give the topic another first word.',
    servers: [{ $ref: '#/servers/kafka' }],
    messages: Object.fromEntries(
      [...types, positionType].map((type) => [type, { $ref: `#/components/messages/${type}` }]),
    ),
    bindings: { kafka: { topic: topicOf(context), bindingVersion } },
  };
}

function operationOf(context: string): Json {
  return {
    action: 'send',
    channel: { $ref: `#/channels/${context}` },
    title: `Publish facts of ${context}`,
    description: 'Sent by the relay once a fact is recorded, never before.',
  };
}

function messageOf(type: string): Json {
  const { description = type } = publishedSchemas[type] ?? {};
  return {
    name: type,
    title: type,
    summary: description,
    contentType: 'application/json',
    headers: { $ref: '#/components/schemas/factHeaders' },
    payload: { $ref: `#/components/schemas/${type}` },
    correlationId: { location: '$message.header#/ce_correlationid' },
    bindings: { kafka: { key: streamSchema, bindingVersion } },
    examples: examplesOf(type).map(({ name, stream, data }) => {
      return { name, headers: exampleHeaders(type, stream), payload: data };
    }),
  };
}

const positionMessage: Json = {
  name: positionType,
  title: positionType,
  summary: positionSchema.description,
  contentType: 'application/json',
  headers: { $ref: '#/components/schemas/positionHeaders' },
  payload: { $ref: `#/components/schemas/${positionType}` },
  bindings: { kafka: { bindingVersion } },
  examples: [{ name: 'upToAPosition', ...examplePosition }],
};
