import { type Database, loginNames } from "@botdeck/db";

const LOGIN = "login:";

/** What those of the subjects are called that are people of the console. */
export async function namesOfSubjects(
  db: Database,
  subjectIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(
    subjectIds.flatMap((subject) => (subject?.startsWith(LOGIN) ? [subject.slice(LOGIN.length)] : [])),
  );
  const names = await loginNames(db, [...ids]);
  return new Map(names.map(({ id, name }) => [LOGIN + id, name]));
}
