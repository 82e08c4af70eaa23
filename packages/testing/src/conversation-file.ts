import { AppError, DialogType } from "@botdeck/core";
import { LANGUAGES, Role } from "@botdeck/dialog";
import { z } from "zod";

import { conversation, ConversationFailure } from "./conversation.ts";
import { type Expectation, Step } from "./conversation-file-step.ts";
import { lineAt, readYaml } from "./conversation-file-yaml.ts";
import type { Stage } from "./stage.ts";

const Named = z.strictObject({ id: z.string(), name: z.string() });
const GivenPerson = Named.extend({
  departments: z.array(z.string()).default([]),
  roles: z.array(Role).default(["employee"]),
});

const ConversationFile = z.strictObject({
  bot: z.string(),
  title: z.string().min(1),
  language: z.enum(LANGUAGES).optional(),
  /** When it happens, ISO 8601. */
  at: z.iso.datetime({ offset: true }).optional(),
  /** Where it happens; an open line for a bot of clients, else a private chat. */
  dialog: DialogType.optional(),
  /** Who there is; the first one acts until another does. */
  people: z.array(GivenPerson).default([]),
  departments: z.array(Named).default([]),
  settings: z.record(z.string(), z.unknown()).default({}),
  given: z.record(z.string(), z.unknown()).default({}),
  steps: z.array(Step).min(1),
});

/** What came of a conversation that is written down. */
export type FileResult = {
  file: string;
  title: string;
  isPassed: boolean;
  /** Of the step that went otherwise; null when none did. */
  line: number | null;
  reason: string | null;
  /** Who said what until then: `>` the client, `<` the bot. */
  log: readonly string[];
};

/**
 * Plays a conversation that is written down.
 *
 * @param file Its name, for messages.
 * @param stages The bots that there are, by their codes.
 * @throws AppError `invalid` when the file is none: its message names the file, the line and what is wrong there.
 */
export async function runConversationFile(
  file: string,
  text: string,
  stages: Readonly<Record<string, Stage>>,
): Promise<FileResult> {
  const { document, value } = readYaml(file, text);
  const wrong = (path: readonly PropertyKey[], problem: string): AppError =>
    new AppError("invalid", `${file}:${lineAt(document, path)}: ${problem}`);
  const read = <Schema extends z.ZodType>(schema: Schema, part: unknown, at: readonly string[]): z.output<Schema> => {
    const parsed = schema.safeParse(part);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const path = [...at, ...(issue?.path ?? [])];
    throw wrong(path, `${path.join(".") || "the file"}: ${issue?.message ?? "cannot be read"}`);
  };

  const { bot, title, language, at, dialog, people, departments, settings, given, steps } = read(
    ConversationFile,
    value,
    [],
  );
  const stage = stages[bot];
  if (stage === undefined) {
    throw wrong(["bot"], `there is no bot "${bot}"; there are ${Object.keys(stages).join(", ")}`);
  }
  const services = stage.servicesOf(read(stage.given, given, ["given"]));
  if (stage.bot.settings) read(stage.bot.settings, settings, ["settings"]);

  const talk = conversation(stage.bot, {
    services,
    settings,
    people,
    departments,
    ...(dialog && { dialog }),
    ...(stage.flows && { flows: stage.flows }),
    ...(language && { language }),
    ...(at && { at }),
  });
  for (const step of steps) expectOrDo(talk, step);
  try {
    await talk.run();
    return { file, title, isPassed: true, line: null, reason: null, log: [] };
  } catch (error) {
    if (!(error instanceof ConversationFailure)) throw error;
    const { reason, step, log } = error;
    const line = lineAt(document, ["steps", Math.min(step, steps.length - 1)]);
    return { file, title, isPassed: false, line, reason, log };
  }
}

function expectOrDo(talk: ReturnType<typeof conversation>, step: Expectation): void {
  if ("client" in step) talk.client(step.client, step.files);
  else if ("as" in step) talk.as(step.as);
  else if ("says" in step) talk.client(step.says, step.files);
  else if ("press" in step) talk.press(step.press);
  else if ("later" in step) talk.later(step.later);
  else if ("command" in step) talk.command(step.command, step.params);
  else if ("due" in step) talk.due(step.due, step.input);
  else if ("joins" in step) talk.joins();
  else if ("bot" in step) talk.bot(step.bot);
  else if ("tells" in step) talk.tells(step.tells, step.text);
  else if ("card" in step) talk.card(step.card);
  else if ("buttons" in step) talk.buttons(...step.buttons);
  else if ("silence" in step) talk.silence();
  else if ("handedOver" in step) talk.handedOver(step.handedOver);
  else talk.effect(step.effect, step.fields);
}
