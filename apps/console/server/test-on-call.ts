import { absence, addOverride, type Database, putPolicy, putRota } from "@botdeck/db";

type Ids = { portalId: string; botId: string };

const DAY_MS = 86_400_000;

/** The begin of a day so many days after this week's Monday, in UTC. */
export const dayOfWeek = (now: Date, days: number): Date => {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  return new Date(today + (days - ((now.getUTCDay() + 6) % 7)) * DAY_MS);
};

/**
 * A rota of days with nights over them, in which a turn was taken over, another is offered, and somebody is away; and the policy
 * that pages it.
 */
export async function addShifts(db: Database, { portalId, botId }: Ids, now: Date): Promise<{ rotaId: string }> {
  const startsOn = dayOfWeek(now, -14).toISOString().slice(0, 10);
  const layers = [
    { people: ["7", "8", "9"], turn: { every: "day", count: 1 }, startsOn, changesAt: "09:00" },
    {
      people: ["9", "7"],
      turn: { every: "week", count: 1 },
      startsOn,
      changesAt: "09:00",
      only: [{ days: [1, 2, 3, 4, 5], from: "20:00", until: "06:00" }],
    },
  ];
  const rota = { portalId, name: "Shop", timeZone: "Europe/Moscow", dialogId: null, layers };
  const { id: rotaId } = await putRota(db, rota);
  const asked = { askedById: "7", askedByName: "Nina Sales", rotaId };
  const at = (days: number, hours: number) => new Date(dayOfWeek(now, days).getTime() + hours * 3_600_000);
  await addOverride(db, {
    ...asked,
    userId: "9",
    userName: "Maria Head",
    fromAt: at(8, 6),
    untilAt: at(9, 6),
    state: "agreed",
  });
  await addOverride(db, {
    ...asked,
    userId: "8",
    userName: "Oleg Sales",
    fromAt: at(10, 6),
    untilAt: at(11, 6),
    state: "offered",
  });
  await db.insert(absence).values({
    portalId,
    botId,
    personId: "8",
    personName: "Oleg Sales",
    kind: "paid",
    fromDay: at(12, 0).toISOString().slice(0, 10),
    toDay: at(13, 0).toISOString().slice(0, 10),
    workflowId: "vacation:8",
    state: "approved",
  });
  const levels = [
    { targets: [{ kind: "rota", rotaId }], waitSeconds: 300 },
    { targets: [{ kind: "heads" }, { kind: "person", id: "7" }], waitSeconds: 600 },
  ];
  await putPolicy(db, {
    portalId,
    name: "default",
    policy: { levels, repeats: 2, fallbackDialogId: "chat17", acknowledgedSeconds: 14_400 },
  });
  return { rotaId };
}
