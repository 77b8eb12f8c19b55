import type { MortalServer } from '../installation.d.mts';

export interface KafkaServer extends MortalServer {
  /** Where it keeps its data. */
  readonly folder: string;
  openTransactions(topic: string, partition: number): Promise<number>;
}

export declare function startKafka(options?: {
  readonly port?: number;
  readonly folder?: string;
}): Promise<KafkaServer>;
