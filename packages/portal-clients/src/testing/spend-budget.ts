import { LANES } from "@botdeck/core";
import { connect, decideReservation } from "@botdeck/db";

// Run as a process of its own by the test: asks one portal's budget without a break, and prints what it was granted.
const [databaseUrl = "", portalId = "", forMs = "0"] = process.argv.slice(2);
const handle = connect(databaseUrl, { max: 4 });
const until = Date.now() + Number(forMs);

async function spend(first: number): Promise<void> {
  for (let round = first; Date.now() < until; round++) {
    const lane = LANES[round % LANES.length] ?? "digest";
    const count = 1 + (round % 7);
    const { nowUs, granted } = await decideReservation(handle.db, portalId, { lane, count });
    if (granted > 0) process.stdout.write(`${nowUs} ${granted}\n`);
  }
}

await Promise.all([0, 1, 2, 3].map(spend));
await handle.close();
