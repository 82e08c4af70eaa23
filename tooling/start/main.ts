import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { messageOf } from "@botdeck/core";

import { createBoard } from "./board.ts";
import { homeAt } from "./home.ts";
import { HELP, readOptions } from "./options.ts";
import { startSystem } from "./start-system.ts";
import { hearStopRequests } from "./stop-request.ts";

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  // A terminal that is gone must not end this before what it started: the closed window's SIGHUP stops it in good order.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const board = createBoard(process.stdout);
  const home = homeAt(process.env.BOTDECK_HOME || join(repository, ".botdeck"));
  const stopRequest = Promise.withResolvers<string>();
  let kill = () => process.exit(130);
  hearStopRequests(
    { onStop: stopRequest.resolve, onKill: () => kill() },
    process.env.BOTDECK_OWNER_PID ? Number(process.env.BOTDECK_OWNER_PID) : undefined,
  );

  const system = await startSystem({ repository, environment: process.env, home, board, ...options });
  kill = () => {
    system.kill();
    process.exit(130);
  };
  const failure = system.started.then(
    () => {
      board.say(system.summary());
      return new Promise<never>(() => {});
    },
    (error: unknown) => error,
  );
  const error = await Promise.race([failure, stopRequest.promise.then(() => null)]);
  board.say(error === null ? "Stopping." : `Botdeck did not start: ${messageOf(error)}`);
  await system.stop();
  process.exitCode = error === null ? 0 : 1;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
// A timer or socket that is still open must not keep a stopped system on the screen.
process.exit();
