import { alertGroup, connect } from "@botdeck/db";

/** As if the failures before were long ago: what comes and goes stays in one card and pages nobody for a while, which is another drill. */
export async function forgetFlapping(databaseUrl: string): Promise<void> {
  const { db, close } = connect(databaseUrl, { max: 1, applicationName: "botdeck-drill" });
  try {
    await db.update(alertGroup).set({ flaps: 0 });
  } finally {
    await close();
  }
}
