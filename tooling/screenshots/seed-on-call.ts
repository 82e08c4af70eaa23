import { randomUUID } from "node:crypto";

import type { SignedIn } from "./sign-in.ts";

type Saved = { kind: "saved"; id: string } | { kind: "refused"; problems: unknown[] };

const DAY_MS = 86_400_000;

/** Two layers of a rota, somebody put on call out of turn, the policy that pages it, and one alert that is answered and one held. */
export async function seedOnCall(console: SignedIn, say: (line: string) => void): Promise<void> {
  const [portal] = await console.query<{ id: string }[]>("portal.list");
  if (portal === undefined) return;
  const portalId = portal.id;
  const met = await console.query<{ id: string }[]>("rota.people", { portalId });
  const people = met.slice(0, 4).map(({ id }) => id);
  if (people.length === 0) return say("no rota: nobody was met");
  const startsOn = new Date(Date.now() - 14 * DAY_MS).toISOString().slice(0, 10);
  const layers = [
    { people, turn: { every: "day", count: 2 }, startsOn, changesAt: "09:00" },
    {
      people: people.toReversed(),
      turn: { every: "week", count: 1 },
      startsOn,
      only: [{ days: [1, 2, 3, 4, 5], from: "20:00", until: "06:00" }],
    },
  ];
  const rota = await console.mutate<Saved>("rota.put", {
    portalId,
    rotaId: null,
    seen: null,
    rota: { name: "Shop", timeZone: "Europe/Moscow", layers },
  });
  if (rota.kind === "refused") return say(`no rota: ${JSON.stringify(rota.problems)}`);
  const from = new Date(Math.ceil(Date.now() / DAY_MS) * DAY_MS + DAY_MS / 4);
  await console.mutate("rota.give", {
    portalId,
    rotaId: rota.id,
    personId: people.at(-1),
    fromAt: from.toISOString(),
    untilAt: new Date(from.getTime() + DAY_MS / 2).toISOString(),
    pressId: randomUUID(),
  });
  const levels = [
    { targets: [{ kind: "rota", rotaId: rota.id }], waitSeconds: 300 },
    { targets: [{ kind: "heads" }, { kind: "person", id: people[0] }], waitSeconds: 600 },
  ];
  await console.mutate("policy.put", {
    portalId,
    policyId: null,
    seen: null,
    policy: { name: "default", levels, repeats: 2, acknowledgedSeconds: 14_400 },
  });
  const { rows } = await console.query<{ rows: { id: string }[] }>("alert.list", { portalId });
  const [answered, held] = rows;
  if (answered !== undefined) {
    await console.mutate("alert.acknowledge", { groupId: answered.id, pressId: randomUUID() });
  }
  if (held !== undefined) {
    await console.mutate("alert.silence", { groupId: held.id, pressId: randomUUID(), span: { hours: 4 } });
  }
}
