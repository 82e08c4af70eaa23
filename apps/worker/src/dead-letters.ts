import { parseArgs } from "node:util";

import { AppError, parseEnv } from "@botdeck/core";
import { connect, listDeadLetters, replayDeadLetter } from "@botdeck/db";
import { z } from "zod";

const USAGE = `node apps/worker/src/dead-letters.ts [--json]            lists what could not be done, and why
node apps/worker/src/dead-letters.ts --replay ID [ID …]   lets it run once more, after its cause is gone

Needs DATABASE_URL. A running worker takes what is replayed within a second.
`;

// Run as a program: the desk for dead letters until the console has one.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean" }, replay: { type: "boolean" }, help: { type: "boolean" } },
});
if (values.help === true || (values.replay === true) !== positionals.length > 0) {
  process.stderr.write(USAGE);
  process.exit(values.help === true ? 0 : 2);
}

try {
  const env = parseEnv(z.object({ DATABASE_URL: z.url() }), process.env);
  const handle = connect(env.DATABASE_URL, { max: 1, applicationName: "botdeck-dead-letters" });
  try {
    if (values.replay === true) {
      for (const id of z.array(z.uuid("is not an id of a dead letter")).parse(positionals)) {
        const what = await replayDeadLetter(handle.db, id);
        process.stdout.write(
          what === null ? `${id}: there is no such dead letter\n` : `${id}: the ${what} runs again\n`,
        );
        if (what === null) process.exitCode = 1;
      }
    } else {
      const letters = await listDeadLetters(handle.db);
      for (const letter of letters) {
        const { id, what, kind, attempts, reason, diedAt } = letter;
        const line = `${diedAt?.toISOString() ?? ""}  ${id}  ${what} ${kind}, ${attempts} tries: ${reason ?? ""}`;
        process.stdout.write(`${values.json === true ? JSON.stringify(letter) : line}\n`);
      }
      if (letters.length === 0 && values.json !== true) process.stdout.write("Nothing waits for a person.\n");
    }
  } finally {
    await handle.close();
  }
} catch (error) {
  if (error instanceof z.ZodError)
    process.stderr.write(
      `${error.issues.map(({ message, path }) => `${positionals[Number(path[0])] ?? ""} ${message}`).join("\n")}\n`,
    );
  else if (error instanceof AppError) process.stderr.write(`${error.message}\n`);
  else throw error;
  process.exitCode = 1;
}
