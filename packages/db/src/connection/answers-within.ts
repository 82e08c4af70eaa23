import type { DatabaseHandle } from "../client.ts";

/** True when the database answers through the handle's pool within so many milliseconds; a frozen one only falls silent. */
export async function answersWithin({ sql }: Pick<DatabaseHandle, "sql">, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const answer = sql`select 1`.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
