import type { LightMyRequestResponse } from "fastify";

/** What a browser sends along after these answers: the last cookie of each name, and none that were taken back. */
export function cookiesAfter(...answers: LightMyRequestResponse[]): string {
  const jar = new Map<string, string>();
  for (const { name, value, maxAge } of answers.flatMap(({ cookies }) => cookies)) {
    if (maxAge === 0) jar.delete(name);
    else jar.set(name, encodeURIComponent(value));
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}
