import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";

import type { FlowScript, PlayedFlow } from "../flow-crash/flow-script.ts";
import { type Owed, withoutMark } from "../flow-crash/ledger.ts";
import type { OfficePortal } from "../flow-crash/office-portal.ts";

const ASSIGNED_TIMEOUT_MS = 180_000;
const IN_TASK_TIMEOUT_MS = 60_000;
const OPENED = /^Ticket #(\d+) is open/;

type Task = { id: string; title: string };

/**
 * A ticket from the described problem to the rating: what somebody else does with it in the chat and in its task, while processes
 * die. Each message once to each, one task, and each comment once in it.
 */
export const ticketScript: FlowScript = { name: "ticket", botName: "Helpdesk", steps: 7, begin };

async function begin(portal: OfficePortal, run: number): Promise<PlayedFlow> {
  const employees = await portal.employees();
  const [reporter] = employees.flatMap(({ id, role }) => (role === "employee" ? [id] : []));
  if (reporter === undefined) throw new AppError("not_found", "The portal has no employee");
  return await playFor(portal, employees, reporter, run);
}

async function playFor(
  portal: OfficePortal,
  employees: readonly { id: string }[],
  reporter: string,
  run: number,
): Promise<PlayedFlow> {
  const problem = `the printer number ${run + 1} does not print`;
  const question = `which colour has printer ${run + 1}?`;
  const answer = `printer ${run + 1} is grey`;
  const seenBefore = new Map<string, number>();
  for (const { id } of employees) seenBefore.set(id, (await portal.said(id)).length);
  const begins = (await portal.said(reporter)).length;
  // Whose turn it is shows when the card comes; what is owed to them is known by then.
  let helper = "";
  let number = "";
  let taskId = "";
  const hears = (text: RegExp): Owed => ({ who: reporter, text });

  async function findHelper(): Promise<void> {
    const find = async () => {
      for (const text of (await portal.said(reporter)).slice(begins))
        number = OPENED.exec(withoutMark(text))?.[1] ?? number;
      if (number === "") return false;
      for (const { id } of employees.filter((each) => each.id !== reporter)) {
        if ((await portal.said(id)).some((text) => new RegExp(`[#№]${number} · `).test(text))) helper = id;
      }
      return helper !== "";
    };
    if (await waitUntil(find, { timeoutMs: ASSIGNED_TIMEOUT_MS, everyMs: 200 })) return;
    throw new AppError("not_found", "Nobody was given the ticket");
  }

  async function tasks(): Promise<Task[]> {
    const asked = { filter: { "%TITLE": `#${number} ` }, select: ["ID", "TITLE"] };
    const { tasks: found } = await portal.act<{ tasks: Task[] }>(helper, "tasks.task.list", asked);
    return found.filter(({ title }) => title.startsWith(`#${number} `));
  }

  async function commentInTask(): Promise<void> {
    const isThere = async () => {
      taskId = (await tasks())[0]?.id ?? "";
      return taskId !== "";
    };
    await waitUntil(isThere, { timeoutMs: IN_TASK_TIMEOUT_MS, everyMs: 200 });
    const comment = { TASKID: taskId, FIELDS: { POST_MESSAGE: question } };
    await portal.act(helper, "task.commentitem.add", comment);
  }

  return {
    people: [reporter],
    steps: [
      { act: () => portal.write(reporter, problem), owes: [hears(OPENED), hears(/^Ticket #\d+ is with /)] },
      {
        async act() {
          await findHelper();
          await portal.press(helper, /^(Take it|Взять в работу)$/);
        },
        owes: [hears(/ works on ticket /)],
      },
      { act: commentInTask, owes: [hears(new RegExp(question.replace("?", "\\?")))] },
      {
        act: () => portal.write(reporter, `/comment ${number} ${answer}`),
        owes: [hears(/^Passed on to ticket /)],
      },
      { act: () => portal.press(helper, /^(Solved|Решено)$/), owes: [hears(/ is said to be solved/)] },
      {
        act: () => portal.press(reporter, /^Yes, it works$/),
        owes: [hears(/^Glad to hear/), hears(/^Ticket #\d+ is closed/)],
      },
      { act: () => portal.press(reporter, /^5$/), owes: [hears(/^Thank you for the rating/)] },
    ],
    settle,
  };

  /** What the assignee and the task have of it. */
  async function settle() {
    // A repeat that is marked as one is told apart from what came twice.
    const heard = (await portal.said(helper)).slice(seenBefore.get(helper) ?? 0);
    const cards = heard.filter((text) => text === withoutMark(text) || !heard.includes(withoutMark(text)));
    const count = (is: (text: string) => boolean, among: readonly string[]) => among.filter(is).length;
    const comments = await portal.act<{ POST_MESSAGE: string }[]>(helper, "task.commentitem.getlist", {
      TASKID: taskId,
    });
    const inTask = comments.map(({ POST_MESSAGE }) => POST_MESSAGE);
    const counts = [
      (await tasks()).length,
      count((text) => new RegExp(`[#№]${number} · .*\n.*does not print`).test(text), cards),
      count((text) => text.includes(answer) && !text.includes("💬"), cards),
      ...(inTask.length > 0 ? [count((text) => text.includes(answer), inTask)] : []),
    ];
    return {
      lost: counts.filter((each) => each === 0).length,
      duplicated: counts.reduce((sum, each) => sum + Math.max(0, each - 1), 0),
    };
  }
}
