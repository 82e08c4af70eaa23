import { type Database, listOutages, type Outage } from "@botdeck/db";

/** An outage is of interest for so long after its end. */
const WITHIN_HOURS = 24;
const MOST = 5;
/** Of the places of one outage, more than these are only counted. */
const MOST_PLACES = 50;

/** The last outages for the console: what came of each, and where something was found or could not be looked through. */
export async function outages(db: Database) {
  const rows = await listOutages(db, { withinHours: WITHIN_HOURS, limit: MOST });
  return rows.map(toView);
}

function toView({ id, kind, state, beganAt, endedAt, takenIn, refused, recovered, findings }: Outage) {
  const told = findings.filter((finding) => finding.recovered > 0 || finding.problem !== null);
  return {
    id,
    kind,
    state,
    takenIn,
    refused,
    recovered,
    beganAt: beganAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    places: findings.length,
    looked: findings.filter(({ isPending }) => isPending !== true).length,
    unseen: findings.filter(({ problem }) => problem !== null).length,
    told: told.slice(0, MOST_PLACES).map(({ where, recovered: found, problem }) => ({ where, found, problem })),
  };
}
