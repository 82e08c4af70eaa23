import { expect, inject, test } from "vitest";

import { createOfficeApi } from "./office-api.ts";
import { keepScreenshot } from "./pages/browser.ts";
import { openChat } from "./pages/chat-page.ts";
import { PEOPLE } from "./system/people.ts";

const BOT = "Helpdesk";
/** The workflow assigns and tells; a machine that is busy takes its time. */
const BY_WORKFLOW = { timeout: 60_000 };
const system = inject("system");
const office = createOfficeApi(system.chat);

type Task = { id: string; title: string; responsibleId: string; status: string };

/** Somebody's dialog with the bot, in a page of their own. */
async function openFor(firstName: string) {
  await office.beginDialog(firstName, BOT);
  const chat = await openChat(system.chat, firstName);
  await chat.openDialog(BOT);
  return chat;
}

/** The tasks of a ticket, as whoever works on it sees them. */
async function tasksOf(as: string, number: string): Promise<Task[]> {
  const select = ["ID", "TITLE", "RESPONSIBLE_ID", "STATUS"];
  const { tasks } = await office.act<{ tasks: Task[] }>(as, "tasks.task.list", { select });
  return tasks.filter(({ title }) => title.startsWith(`#${number} `));
}

test("a described problem becomes a task of whose turn it is; words and states pass between chat and task until it is closed and rated; who has the same problem hears it too", async () => {
  const helperId = await office.idOf(PEOPLE.operator.firstName);
  const reporter = await openFor(PEOPLE.reportsProblem.firstName);
  await reporter.write("The printer on the second floor does not print");
  await reporter.shows("bot", /Ticket #\d+ is open: The printer on the second floor .*Equipment/);
  await reporter.shows("bot", /is with Oleg .* now\. The first answer comes by/, BY_WORKFLOW);
  await keepScreenshot(reporter.page, "ticket-opened");
  const opened = await reporter.page
    .getByText(/Ticket #\d+ is open/)
    .last()
    .innerText();
  const number = /#(\d+)/.exec(opened)?.[1] ?? expect.fail(`no number in ${opened}`);

  const helper = await openFor(PEOPLE.operator.firstName);
  await helper.shows("bot", new RegExp(`Ticket #${number} · Equipment`), BY_WORKFLOW);
  await keepScreenshot(helper.page, "ticket-card");
  await helper.press("Take it");
  await reporter.shows("bot", /Oleg .* works on ticket/, BY_WORKFLOW);

  await expect.poll(() => tasksOf(helperId, number), BY_WORKFLOW).toMatchObject([{ responsibleId: helperId }]);
  const [task] = await tasksOf(helperId, number);
  const taskId = task?.id ?? expect.fail("no task");
  await office.act(helperId, "task.commentitem.add", {
    TASKID: taskId,
    FIELDS: { POST_MESSAGE: "Is it the one on the left?" },
  });
  await reporter.shows("bot", /Oleg .*:\s*Is it the one on the left\?/, BY_WORKFLOW);
  await reporter.write(`/comment ${number} Yes, the left one`);
  await reporter.shows("bot", `Passed on to ticket #${number}.`);
  await helper.shows("bot", /Irina .*:\s*Yes, the left one/, BY_WORKFLOW);

  // Somebody else has the same problem, and hears what becomes of the first ticket.
  const other = await openFor(PEOPLE.reportsTheSame.firstName);
  await other.write("Our printer on the second floor prints nothing");
  await other.shows("bot", /Ticket #\d+ is open/);
  await helper.shows("bot", /Jonas .*waits for its assignee/s, BY_WORKFLOW);
  await keepScreenshot(helper.page, "ticket-alike");
  await helper.press(`The same as #${number}`);
  await other.shows("bot", new RegExp(`is the same incident as #${number}`), BY_WORKFLOW);

  await helper.press("Solved");
  await other.shows("bot", new RegExp(`Ticket #${number} .* is said to be solved`), BY_WORKFLOW);
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
