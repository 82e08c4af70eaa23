import { createCallWayCache, findClients, myTasks, openDeals, readCallWay, readStages } from "@botdeck/crm";
import { expect, test } from "vitest";

import { PEOPLE } from "../src/testing/test-portal.ts";
import { type Office, startOffice } from "./office.ts";

/** No command makes more calls of the portal than this. */
const MOST_CALLS = 5;

const cost = (office: Office) => {
  const sent = office.sent();
  return { requests: sent.length, calls: sent.flatMap(({ calls }) => calls).length };
};

async function withDeals(count: number) {
  const office = await startOffice();
  const [admin, own] = [await office.clientOf(PEOPLE.manager), await office.clientOf(PEOPLE.employee)];
  const url = await office.webhook(PEOPLE.manager, ["crm"]);
  for (let index = 0; index < count; index++) {
    await post(url, "crm.deal.add", {
      fields: {
        TITLE: `Deal ${index}`,
        OPENED: "N",
        ASSIGNED_BY_ID: PEOPLE.employee,
        OPPORTUNITY: 100.1 + index,
        CURRENCY_ID: index % 2 === 0 ? "RUB" : "USD",
        STAGE_ID: ["NEW", "EXECUTING", "WON", "LOSE"][index % 4],
      },
    });
  }
  return { office, admin, own, url, stages: await readStages(admin) };
}

async function post(url: string, method: string, params: object): Promise<void> {
  const answer = await fetch(url + method, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

test("a person's open deals come with their stages and sums by currency, and nobody else's", async () => {
  const { office, own, stages, url } = await withDeals(8);
  await post(url, "crm.deal.add", { fields: { TITLE: "Not hers", OPPORTUNITY: 5, ASSIGNED_BY_ID: PEOPLE.operator } });
  office.sent();
  const { deals, total, sums, byStage } = await openDeals(own, { personId: PEOPLE.employee, stages });
  expect(cost(office)).toEqual({ requests: 1, calls: 1 });
  expect(deals.map(({ title, stage }) => [title, stage?.id])).toEqual([
    ["Deal 5", "EXECUTING"],
    ["Deal 1", "EXECUTING"],
    ["Deal 4", "NEW"],
    ["Deal 0", "NEW"],
  ]);
  expect(total).toBe(4);
  expect(sums).toEqual([
    { currency: "RUB", amount: 204.2, count: 2 },
    { currency: "USD", amount: 206.2, count: 2 },
  ]);
  expect(byStage.map(({ stage, count, sums: [sum] }) => [stage.name, count, sum?.amount])).toEqual([
    ["New", 2, 204.2],
    ["In progress", 2, 206.2],
  ]);
});

test("of very many open deals the newest 150 are read, in no more calls than a command may make", async () => {
  const { office, own, stages } = await withDeals(320);
  office.sent();
  const { deals, total } = await openDeals(own, { personId: PEOPLE.employee, stages });
  expect([deals.length, total]).toEqual([150, 160]);
  expect(new Set(deals.map(({ id }) => id)).size).toBe(150);
  expect(cost(office)).toEqual({ requests: 2, calls: 3 });
});

async function withClients() {
  const office = await startOffice();
  const [admin, url] = [await office.clientOf(PEOPLE.manager), await office.webhook(PEOPLE.manager, ["crm"])];
  const contacts = ["Павел Иванов", "Пётр Иванов", "Anna Schmidt", "Мария Соколова", "Иван Петренко"];
  for (const [index, name] of contacts.entries()) {
    const [NAME, LAST_NAME] = name.split(" ");
    const PHONE = [{ VALUE: `8 (916) 555-01-0${index}`, VALUE_TYPE: "WORK" }];
    await post(url, "crm.contact.add", { fields: { NAME, LAST_NAME, PHONE } });
  }
  for (const TITLE of ["Мебель Иванова", "Soft Chairs Ltd"]) {
    const PHONE = [{ VALUE: "+7 916 555-01-02", VALUE_TYPE: "WORK" }];
    await post(url, "crm.company.add", { fields: { TITLE, ...(TITLE.startsWith("Soft") && { PHONE }) } });
  }
  for (let day = 1; day <= 4; day++) {
    const deadline = `2026-06-0${day}T10:00:00+03:00`;
    await post(url, "crm.activity.todo.add", { ownerTypeId: 3, ownerId: 3, title: `Call ${day}`, deadline });
  }
  office.sent();
  return { office, admin };
}

test.each([
  ["Иванов", ["Павел Иванов", "Пётр Иванов", "Мебель Иванова"]],
  ["иванову павлу", ["Павел Иванов"]],
  ["ivanov petr", ["Пётр Иванов"]],
  ["bdfyjd gfdtk", ["Павел Иванов"]],
  ["Ивонов Павел", ["Павел Иванов"]],
  ["Шмидт", ["Anna Schmidt"]],
  ["schmitd", ["Anna Schmidt"]],
  ["соколовой", ["Мария Соколова"]],
  ["soft chair", ["Soft Chairs Ltd"]],
  ["мебель", ["Мебель Иванова"]],
  ["+7 916 555 01 02", ["Anna Schmidt", "Soft Chairs Ltd"]],
  ["8 916 555-01-04", ["Иван Петренко"]],
  ["Нет Такого", []],
  ["%", []],
])("“%s” finds %j, in five calls at most", async (words, names) => {
  const { office, admin } = await withClients();
  const { clients } = await findClients(admin, words);
  const best = clients[0]?.sureness ?? 0;
  const likely = clients.filter(({ sureness }) => names.length > 2 || sureness === best);
  expect(likely.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  const { calls, requests } = cost(office);
  expect(calls).toBeLessThanOrEqual(MOST_CALLS);
  expect(requests).toBeLessThanOrEqual(3);
});

test("a client is told with their phones and what was last done with them, to who may see them", async () => {
  const { office, admin } = await withClients();
  const { clients, isMore } = await findClients(admin, "Anna Schmidt");
  expect(isMore).toBe(false);
  expect(clients).toMatchObject([{ kind: "contact", id: "3", phones: ["8 (916) 555-01-02"] }]);
  expect(clients[0]?.activities.map(({ subject, isCompleted }) => [subject, isCompleted])).toEqual([
    ["Call 4", false],
    ["Call 3", false],
    ["Call 2", false],
  ]);
  for (const contact of office.portal.state.contacts.values()) contact.opened = "N";
  const stranger = await office.clientOf(PEOPLE.operator);
  expect((await findClients(stranger, "Anna Schmidt")).clients).toEqual([]);
  expect((await findClients(stranger, "8 916 555-01-02")).clients.map(({ kind }) => kind)).toEqual(["company"]);
});

test("tasks of the day end with the person's own day, and what is done is not among them", async () => {
  const office = await startOffice();
  const own = await office.clientOf(PEOPLE.employee);
  const due = {
    "long overdue": "2026-05-01T10:00:00Z",
    "just overdue": "2026-05-14T10:00:00Z",
    soon: "2026-05-14T11:00:00Z",
    // 23:30 in Moscow, and half past midnight.
    "late today": "2026-05-14T20:30:00Z",
    tomorrow: "2026-05-14T21:30:00Z",
    done: "2026-05-14T12:00:00Z",
  };
  for (const [TITLE, DEADLINE] of Object.entries(due)) {
    const { body } = await office.rest("tasks.task.add", {
      fields: { TITLE, DEADLINE, RESPONSIBLE_ID: PEOPLE.employee, ALLOW_CHANGE_DEADLINE: TITLE === "soon" ? "Y" : "N" },
    });
    if (TITLE === "done") await office.rest("tasks.task.complete", { taskId: body["result"].task.id });
  }
  await office.rest("tasks.task.add", {
    fields: { TITLE: "His", DEADLINE: due.soon, RESPONSIBLE_ID: PEOPLE.operator },
  });
  const asked = { personId: PEOPLE.employee, now: "2026-05-14T10:26:32.000Z" };
  const { overdue, today, isMore } = await myTasks(own, { ...asked, timeZone: "Europe/Moscow" });
  expect(cost(office)).toEqual({ requests: 1, calls: 2 });
  expect(overdue.map(({ title }) => title)).toEqual(["long overdue", "just overdue"]);
  expect(today.map(({ title }) => title)).toEqual(["soon", "late today"]);
  expect(today.map(({ mayMove }) => mayMove)).toEqual([true, false]);
  expect([today[0]?.status, today[0]?.createdBy, isMore]).toEqual(["pending", PEOPLE.manager, false]);
  const inLondon = await myTasks(own, { ...asked, timeZone: "Europe/London" });
  expect(inLondon.today.map(({ title }) => title)).toEqual(["soon", "late today", "tomorrow"]);
});

test("a portal calls by the line that it uses for calls to the outside, and is asked each ten minutes", async () => {
  const office = await startOffice();
  const admin = await office.clientOf(PEOPLE.manager);
  expect(await readCallWay(admin)).toMatchObject({ kind: "callback", lineId: office.portal.state.outgoingLine });
  office.sent();
  const clock = { ms: 0 };
  const ways = createCallWayCache(() => clock.ms);
  await Promise.all([ways.of("portal", admin), ways.of("portal", admin)]);
  clock.ms = 599_999;
  await ways.of("portal", admin);
  expect(cost(office)).toEqual({ requests: 1, calls: 3 });
});

test("whoever may not see the telephony has the button alone", async () => {
  const office = await startOffice();
  expect(await readCallWay(await office.clientOf(PEOPLE.manager, ["crm"]))).toEqual({ kind: "button" });
});
