import { dayAfter } from "@botdeck/core/working-time";
import { type DialogDefinition, plainWords, type Said, type Slots } from "@botdeck/dialog";

const MOST_TITLE = 200;

/** What has to be done about a client, and by when. `client`, `clientUrl` and `today` are given when it begins. */
export const taskDialog: DialogDefinition = {
  name: "clientTask",
  version: 1,
  topic: "task",
  digressions: [],
  slots: {
    client: { read: ({ text }) => ({ kind: "value", value: text }) },
    clientUrl: { read: ({ text }) => ({ kind: "value", value: text }) },
    today: { read: ({ text }) => ({ kind: "value", value: text }) },
    title: {
      takesAnything: true,
      read: ({ text }) => {
        const title = plainWords(text).slice(0, MOST_TITLE);
        return title === "" ? { kind: "unclear" } : { kind: "value", value: title };
      },
    },
    day: { expects: "date", read: readDay },
  },
  steps: {
    what: {
      kind: "ask",
      slot: "title",
      ask: ({ client }) => ({ text: "taskWhat", values: { name: String(client) } }),
      again: () => ({ text: "taskWhatAgain" }),
    },
    when: {
      kind: "ask",
      slot: "day",
      ask: (slots) => ({ text: "taskWhen", buttons: [daysFrom(String(slots["today"]))] }),
      again: () => ({ text: "taskWhenAgain" }),
    },
    made: { kind: "end", end: () => ({ outcome: "solved" }) },
  },
};

function readDay({ understood, today }: Said, slots: Slots) {
  const first = understood.entities.dates[0]?.date;
  if (first === undefined) return { kind: "unclear" as const };
  if (first >= today) return { kind: "value" as const, value: first };
  return {
    kind: "unclear" as const,
    say: { text: "taskPast", buttons: [daysFrom(String(slots["today"]))] },
  };
}

const daysFrom = (today: string) => [
  { text: "taskToday", value: today },
  { text: "taskTomorrow", value: dayAfter(today, 1) },
  { text: "taskInWeek", value: dayAfter(today, 7) },
];
