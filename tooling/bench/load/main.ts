import { z } from "zod";

import { runLoad } from "./run-load.ts";
import { LoadTask } from "./task.ts";

// Run as a program: a load process of its own, so that what it costs is not counted to what it loads.
const task = LoadTask.parse(JSON.parse(z.string().parse(process.argv[2])));
process.stdout.write(`${JSON.stringify(await runLoad(task))}\n`);
process.exit();
