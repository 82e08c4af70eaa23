import { defineBot } from "@botdeck/dialog";
import { expect, test } from "vitest";
import { z } from "zod";

import { runConversationFile } from "./conversation-file.ts";
import type { Stage } from "./stage.ts";

const texts = { ask: "What is your name?", hello: "Hello from {city}!", menu: "Choose.", person: "A person comes." };

const greeter = defineBot({
  code: "greeter",
  kind: "client",
  name: { en: "Greeter", ru: "Приветливый" },
  texts: { en: texts, ru: texts },
  intents: { greeting: { examples: [], rules: ["hi"] }, person: { examples: [], rules: ["person"] } },
  welcome: (ctx) => ctx.say(ctx.t("menu"), { buttons: [["hi", "person"]] }),
  on: {
    greeting: (ctx) => ctx.say(ctx.t("hello", { city: (ctx.services as { city: string }).city })),
    person: (ctx) => [ctx.say(ctx.t("person")), ctx.handOver({ topic: "other", cause: "operator_asked" })],
  },
  fallback: () => {
    throw new Error("no idea");
  },
});

const stages: Record<string, Stage> = {
  greeter: { bot: greeter, given: z.strictObject({ city: z.string().default("Riga") }), servicesOf: (given) => given },
};

const play = (steps: string, head = "given: { city: Oslo }") =>
  runConversationFile("talk.yaml", `bot: greeter\ntitle: greets\n${head}\nsteps:\n${steps}`, stages);

test("a conversation that goes as it is written passes, with what is given around it", async () => {
  const steps = `
  - joins: true
  - bot: Choose.
  - press: hi
  - bot: /from oslo/i
  - later: 26h
  - client: person
  - bot: /person comes/
  - handedOver: other
  - client: hi
  - silence: true
`;
  expect(await play(steps)).toEqual({
    file: "talk.yaml",
    title: "greets",
    isPassed: true,
    line: null,
    reason: null,
    log: [],
  });
});

test.each([
  [
    "other words",
    "  - client: hi\n  - bot: Bye.\n",
    6,
    /expected the bot to say Bye\., but it said "Hello from Oslo!"/,
  ],
  ["words nobody expected", "  - client: hi\n  - client: person\n", 6, /said what nobody expected/],
  ["words after the last step", "  - client: hi\n", 5, /said what nobody expected/],
  [
    "no such button",
    "  - joins: true\n  - bot: Choose.\n  - press: bye\n",
    7,
    /no button "bye"; there are \["hi","person"\]/,
  ],
  ["no hand-over", "  - client: hi\n  - bot: /Hello/\n  - handedOver: other\n", 7, /expected a hand-over/],
  ["another topic", "  - client: person\n  - bot: /person/\n  - handedOver: return\n", 7, /expected topic "return"/],
  ["a bot that fails", "  - client: hi\n  - bot: /Hello/\n  - client: qwerty\n", 7, /the bot failed: no idea/],
])("a failure tells its line, its reason and what was said until then: %s", async (_title, steps, line, reason) => {
  const result = await play(steps);
  expect(result).toMatchObject({ isPassed: false, line, reason: expect.stringMatching(reason) as string });
  expect(result.log.length).toBeGreaterThan(0);
});

test.each([
  ["no YAML", "  - client: [", "", /^talk\.yaml:\d+: /],
  [
    "an unknown step",
    "  - client: hi\n  - robot: Hello\n",
    "given: {}",
    /^talk\.yaml:6: steps\.1: a step is one of: client/,
  ],
  ["a step with too much", "  - client: hi\n    fles: [a.jpg]\n", "given: {}", /^talk\.yaml:5: .*fles/],
  [
    "no regular expression",
    "  - client: hi\n  - bot: /(/\n",
    "given: {}",
    /^talk\.yaml:6: .*Invalid regular expression/,
  ],
  ["no time", "  - later: soon\n", "given: {}", /^talk\.yaml:5: .*write a time so/],
  ["an unknown world", "  - client: hi\n", "given: { town: Oslo }", /^talk\.yaml:3: given: .*town/],
])(
  "a file that is wrong is told with its name, the line and what is wrong: %s",
  async (_title, steps, head, problem) => {
    await expect(play(steps, head)).rejects.toThrow(problem);
  },
);

test("a file of a bot that is not there says which there are", async () => {
  const text = "title: none\nbot: nobody\nsteps: [{ client: hi }]\n";
  await expect(runConversationFile("talk.yaml", text, stages)).rejects.toThrow(
    'talk.yaml:2: there is no bot "nobody"; there are greeter',
  );
});
