import { fileURLToPath } from "node:url";

/** Where the generated SQL lies; given to whoever migrates a database. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL("../migrations", import.meta.url));
