type Person = { id: string; name: string; role: string };

/** Employees of an emulated portal, as its own pages let them act. */
export function createOfficeApi(url: string) {
  async function call<Answer>(path: string, body?: unknown): Promise<Answer> {
    const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const response = await fetch(new URL(`/emulator/api${path}`, url), body === undefined ? {} : post);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer; // safe: both sides are in this repository
  }

  async function idOf(name: string): Promise<string> {
    const people = await call<Person[]>("/people");
    const found = people.find((person) => person.name.startsWith(name));
    if (found === undefined) throw new Error(`Nobody is called ${name}: ${people.map((one) => one.name).join(", ")}`);
    return found.id;
  }

  return {
    idOf,

    /** Any method with the rights of somebody. */
    act: async <Answer>(as: string, method: string, params: object): Promise<Answer> =>
      (await call<{ result: Answer }>("/act", { as, method, params })).result,

    /** Begins a private dialog with a bot for somebody, by their first names. */
    async beginDialog(firstName: string, botName: string): Promise<void> {
      const [as, botId] = await Promise.all([idOf(firstName), idOf(botName)]);
      await call("/dialogs", { as, botId });
    },
  };
}
