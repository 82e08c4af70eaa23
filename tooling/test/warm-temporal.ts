import { findTemporalCli } from "@botdeck/local-stack";

// Run as a program at the start of a CI job: gets the Temporal server beside the other steps. The tests ask for it
// themselves and say what to do when there is none, so a failure here is only told.
const found = await findTemporalCli({ environment: process.env });
process.stderr.write(found.ok ? `Temporal server: ${found.path}\n` : `${found.reason}\n`);
