import { Histogram, type Registry } from 'prom-client';

/** Seconds; finer where a command is answered on a quiet machine. */
const durationBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type ObserveHttp = (method: string, route: string, status: number, seconds: number) => void;

/** How long requests took, by route (never by address, which would grow without bound). */
export function httpMetrics(registry: Registry): ObserveHttp {
  const durations = new Histogram({
    name: 'plumbline_http_request_duration_seconds',
    help: 'Duration of HTTP requests by method, route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: durationBuckets,
    registers: [registry],
  });
  return (method, route, status, seconds) => {
    durations.observe({ method, route, status }, seconds);
  };
}
