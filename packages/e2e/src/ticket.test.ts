import { expect, inject, test } from "vitest";

import { keepScreenshot } from "./pages/browser.ts";
import { openChat } from "./pages/chat-page.ts";
import { PEOPLE } from "./system/people.ts";

const BOT = "Helpdesk";
/** The workflow assigns and tells; a machine that is busy takes its time. */
const BY_WORKFLOW = { timeout: 60_000 };
const system = inject("system");

type Task = { id: string; title: string; responsibleId: string; status: string };

async function callEmulator<Answer>(path: string, body?: unknown): Promise<Answer> {
  const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(new URL(`/emulator/api${path}`, system.chat), body === undefined ? {} : post);
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer; // safe: both sides are in this repository
}

const act = async <Answer>(as: string, method: string, params: object) =>
  (await callEmulator<{ result: Answer }>("/act", { as, method, params })).result;

async function idOf(firstName: string): Promise<string> {
  const people = await callEmulator<{ id: string; name: string }[]>("/people");
  return people.find(({ name }) => name.startsWith(firstName))?.id ?? expect.fail(`nobody is called ${firstName}`);
}

/** The tasks of a ticket, as whoever works on it sees them. */
async function tasksOf(as: string, number: string): Promise<Task[]> {
  const select = ["ID", "TITLE", "RESPONSIBLE_ID", "STATUS"];
  const { tasks } = await act<{ tasks: Task[] }>(as, "tasks.task.list", { select });
  return tasks.filter(({ title }) => title.startsWith(`#${number} `));
}

test("a described problem becomes a task of whose turn it is; words and states pass between chat and task until it is closed and rated", async () => {
  const helperId = await idOf(PEOPLE.operator.firstName);
  const reporter = await openChat(system.chat, PEOPLE.reportsProblem.firstName);
  await reporter.openDialog(BOT);
  await reporter.write("The printer on the second floor does not print");
  await reporter.shows("bot", /Ticket #\d+ is open: The printer on the second floor .*Equipment/);
  await reporter.shows("bot", /is with Oleg .* now\. The first answer comes by/, BY_WORKFLOW);
  await keepScreenshot(reporter.page, "ticket-opened");
  const opened = await reporter.page
    .getByText(/Ticket #\d+ is open/)
    .last()
    .innerText();
  const number = /#(\d+)/.exec(opened)?.[1] ?? expect.fail(`no number in ${opened}`);

  const helper = await openChat(system.chat, PEOPLE.operator.firstName);
  await helper.openDialog(BOT);
  await helper.shows("bot", new RegExp(`Ticket #${number} · Equipment`), BY_WORKFLOW);
  await keepScreenshot(helper.page, "ticket-card");
  await helper.press("Take it");
  await reporter.shows("bot", /Oleg .* works on ticket/, BY_WORKFLOW);

  await expect.poll(() => tasksOf(helperId, number), BY_WORKFLOW).toMatchObject([{ responsibleId: helperId }]);
  const [task] = await tasksOf(helperId, number);
  const taskId = task?.id ?? expect.fail("no task");
  await act(helperId, "task.commentitem.add", {
    TASKID: taskId,
    FIELDS: { POST_MESSAGE: "Is it the one on the left?" },
  });
  await reporter.shows("bot", /Oleg .*:\s*Is it the one on the left\?/, BY_WORKFLOW);
  await reporter.write(`/comment ${number} Yes, the left one`);
  await reporter.shows("bot", `Passed on to ticket #${number}.`);
  await helper.shows("bot", /Irina .*:\s*Yes, the left one/, BY_WORKFLOW);

  await helper.press("Solved");
  await reporter.shows("bot", new RegExp(`Ticket #${number} .* is said to be solved`), BY_WORKFLOW);
  await expect.poll(async () => (await tasksOf(helperId, number))[0]?.status, BY_WORKFLOW).toBe("5");
  await reporter.press("Yes, it works");
  await reporter.shows("bot", new RegExp(`Ticket #${number} is closed`), BY_WORKFLOW);
  await reporter.press("5");
  await reporter.shows("bot", "Thank you for the rating!");
  await keepScreenshot(reporter.page, "ticket-closed");

  // Nothing came back from the task, and nothing twice.
  expect(await reporter.count("bot", /Is it the one on the left/)).toBe(1);
  expect(await reporter.count("bot", /: *Yes, the left one/)).toBe(0);
  expect(await helper.count("bot", /Yes, the left one/)).toBe(1);
  expect(await tasksOf(helperId, number)).toHaveLength(1);
});
