import { type Database, listOutages, type Outage, type OutageFinding } from "@botdeck/db";

/** An outage is of interest for so long after its end. */
const WITHIN_HOURS = 24;
const MOST = 5;
/** Of the places of one outage, more than these are only counted. */
const MOST_PLACES = 50;

/** About two minutes. What is away for longer is told as not checked, although it is tried on for a while. */
const TRIES_UNTIL_TOLD = 4;

/** The last outages for the console: what came of each, and where something was found or could not be looked through. */
export async function outages(db: Database, { withinHours = WITHIN_HOURS, most = MOST } = {}) {
  const rows = await listOutages(db, { withinHours, limit: most });
  return rows.map(toView);
}

function toView({ id, kind, state, beganAt, endedAt, takenIn, refused, recovered, findings }: Outage) {
  const told = findings.filter(
    (finding) => finding.recovered > 0 || finding.problem !== null || finding.limit !== undefined,
  );
  const places = findings.filter(({ limit }) => limit === undefined);
  const pending = places.filter(({ isPending }) => isPending === true);
  return {
    id,
    kind,
    state,
    takenIn,
    refused,
    recovered,
    beganAt: beganAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    /** Something is still looked for, and may be found soon. */
    isLooking: state === "recovering" && !isTriedInVain(pending),
    places: places.length,
    looked: places.length - pending.length,
    unseen: places.filter(({ problem }) => problem !== null).length,
    told: told.slice(0, MOST_PLACES).map(({ where, recovered: found, past = 0, problem, limit = null, isPending }) => {
      return { where, found, past, problem, limit, isPending: isPending === true };
    }),
  };
}

function isTriedInVain(pending: readonly OutageFinding[]): boolean {
  return pending.length > 0 && pending.every(({ tries = 0 }) => tries >= TRIES_UNTIL_TOLD);
}
