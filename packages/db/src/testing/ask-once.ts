// Asks a database one thing, with the driver's own settings or with ours, and says how that ended.
import postgres from "postgres";

import { connect } from "../client.ts";

const [url = "", settings] = process.argv.slice(2);
const sql = settings === "defaults" ? postgres(url, { onnotice: () => {} }) : connect(url, { deadlineMs: 5_000 }).sql;
await sql`select 1`.then(
  () => process.stdout.write("answered\n"),
  () => process.stdout.write("rejected\n"),
);
// What nobody handles ends the process before this does.
setTimeout(() => process.exit(0), 200);
