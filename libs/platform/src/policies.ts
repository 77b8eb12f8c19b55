import { FeedStrategy } from '@plumbline/feed/strategy';
import type { Engine } from './engine.ts';

/** What of a Nest application is needed to run the `@EventPattern` handlers in it. */
interface PolicyHost {
  connectMicroservice(options: { readonly strategy: FeedStrategy }): unknown;
  startAllMicroservices(): Promise<unknown>;
}

/** Starts the policies of every module that is mounted; they end when the application closes. */
export async function startPolicies(app: PolicyHost, engine: Engine): Promise<FeedStrategy> {
  const { feed, desk, clock, logger, policyGroup: group } = engine;
  const strategy = new FeedStrategy({
    ...{ group, feed, desk, clock },
    onParked: ({ key, reason }) => logger.error({ key, reason }, 'a policy put a key aside'),
  });
  app.connectMicroservice({ strategy });
  await app.startAllMicroservices();
  return strategy;
}
