import { beforeEach, expect, test } from "vitest";

import { createFakeCrm, imol, phone } from "../testing/fake-crm.ts";
import type { ClientRecord } from "./client-card.ts";
import { createPortalFactsCache } from "./portal-facts.ts";
import { recordClient } from "./record-client.ts";

const ENTITY = "livechat|1|67|101";
const PHONE = "+79161234567";

let crm: ReturnType<typeof createFakeCrm>;
let facts: ReturnType<typeof createPortalFactsCache>;
function begin(options?: Parameters<typeof createFakeCrm>[0]) {
  crm = createFakeCrm(options);
  facts = createPortalFactsCache();
}
beforeEach(() => begin());

const write = (change: Partial<ClientRecord> = {}) => {
  const nothing = { name: null, phone: null, comment: null, timeline: null };
  const record = { originId: "event:1:0", entityId: ENTITY, title: "Web chat", ...nothing, ...change };
  return recordClient(crm.client, record, { portalId: "p", facts });
};
const everything = { name: "Anna", phone: PHONE, comment: "Needs a kettle", timeline: "Asked for a kettle" };
const texts = () => crm.comments.map(({ COMMENT }) => COMMENT);

test("a new client becomes a lead with a contact, in two requests; a repeat finds all of it", async () => {
  const leadId = await write(everything);
  expect(crm.requests).toHaveLength(2);
  const [contact] = crm.contacts;
  expect(crm.leads).toMatchObject([
    {
      id: Number(leadId),
      title: "Web chat",
      name: "Anna",
      sourceId: "WEB",
      originatorId: "botdeck",
      originId: "event:1:0",
      comments: "Needs a kettle",
      contactId: contact?.id,
      fm: [imol(ENTITY), phone(PHONE)],
    },
  ]);
  expect(contact).toMatchObject({ name: "Anna", fm: [imol(ENTITY), phone(PHONE)] });
  expect(crm.comments).toMatchObject([{ ENTITY_TYPE: "lead", ENTITY_ID: leadId }]);
  const before = structuredClone([crm.leads, crm.contacts, crm.comments]);
  expect(await write(everything)).toBe(leadId);
  expect([crm.leads, crm.contacts, crm.comments]).toEqual(before);
  expect(crm.requests).toHaveLength(3);
});

test("the lead that the line's tracker made is used, and what people wrote there stays", async () => {
  const work = { ...phone("8 (495) 000-00-00") };
  const lead = crm.addLead({ title: "Open line 7", name: "Guest", comments: "VIP!", fm: [imol(ENTITY), work] });
  crm.addLead({ stageSemanticId: "F", fm: [imol(ENTITY)] });
  expect(await write(everything)).toBe(String(lead.id));
  expect(crm.requests).toHaveLength(2);
  const comments = "VIP!\nNeeds a kettle\nSays their name is Anna";
  expect(lead).toMatchObject({ title: "Open line 7", name: "Guest", comments });
  expect(lead.fm).toEqual([imol(ENTITY), work, phone(PHONE)]);
  expect(String(lead["contactId"])).toBe(String(crm.contacts[0]?.id));
  expect(crm.leads).toHaveLength(2);
  await write(everything);
  expect(crm.comments).toHaveLength(1);
});

test("a mere comment costs two requests, and the second one nothing but the comment", async () => {
  crm.addLead({ fm: [imol(ENTITY)] });
  await write({ timeline: "Wants to know the price" });
  expect(crm.requests.map(({ commands }) => commands.map((line) => line.split("?")[0])).at(-1)).toEqual([
    "crm.timeline.comment.add",
  ]);
  expect(crm.requests).toHaveLength(2);
});

test("a lead of an earlier try is found by its cause, though it does not carry the dialog", async () => {
  const lead = crm.addLead({ originatorId: "botdeck", originId: "event:1:0" });
  expect(await write({ comment: "Needs a kettle" })).toBe(String(lead.id));
  expect(crm.leads).toHaveLength(1);
  expect(lead.fm).toEqual([imol(ENTITY)]);
});

test("the only contact with the phone is linked, and only what it lacks is filled in", async () => {
  const contact = crm.addContact({ name: "", lastName: "Petrova", fm: [phone("8 916 123-45-67")] });
  const lead = crm.addLead({ fm: [imol(ENTITY), phone("8 (916) 123-45-67")] });
  await write(everything);
  expect(lead["contactId"]).toBe(String(contact.id));
  expect(lead.fm).toHaveLength(2);
  expect(contact).toMatchObject({ name: "", fm: [phone("8 916 123-45-67")] });
  expect(crm.contacts).toHaveLength(1);
  expect(texts()[0]).not.toContain(`#${contact.id}`);
});

test("of two contacts with the phone nobody is linked: the operator reads both names, once", async () => {
  const [anna, other] = ["Anna", "[B]Maria"].map((name) => crm.addContact({ name, fm: [phone(PHONE)] }));
  await write({ phone: PHONE, timeline: "Asked for a kettle" });
  await write({ phone: PHONE, timeline: "Asked again", originId: "event:2:0" });
  expect(crm.leads).toMatchObject([{ fm: [imol(ENTITY), phone(PHONE)] }]);
  expect(crm.leads[0]?.["contactId"]).toBe(0);
  expect(crm.contacts).toHaveLength(2);
  const [first = "", second = ""] = texts();
  expect(first.replaceAll("\u200B", "")).toContain(`#${anna?.id} Anna, #${other?.id} [B]Maria`);
  expect(first).not.toContain("[B]");
  expect(second).toContain("Asked again");
  expect(second).not.toContain("Anna");
});

test("a contact that is linked already stays", async () => {
  const linked = crm.addContact({ name: "Ivan" });
  crm.addContact({ name: "Anna", fm: [phone(PHONE)] });
  const lead = crm.addLead({ contactId: linked.id, fm: [imol(ENTITY)] });
  await write({ phone: PHONE, timeline: "Asked for a kettle" });
  expect(lead["contactId"]).toBe(linked.id);
  expect(linked.fm).toEqual([phone(PHONE)]);
  expect(texts()[0]).toContain("Anna");
});

test("a client's words are neither BB code nor a tag nor another call's result", async () => {
  await write({ comment: "[URL=http://x.example]<b>$result[leads]</b>", timeline: "[USER=1]boss[/USER]" });
  const comments = String(crm.leads[0]?.["comments"]);
  expect(comments.replaceAll("\u200B", "")).toBe("[URL=http://x.example]<b>$result[leads]</b>");
  expect(comments).not.toMatch(/\[URL|<b>/);
  expect(texts()[0]).not.toContain("[USER");
});

test("a note after the end goes to the closed lead; a new need makes a new one", async () => {
  const closed = crm.addLead({ stageSemanticId: "S", fm: [imol(ENTITY)] });
  expect(await write({ timeline: "Rated 5 of 5" })).toBe(String(closed.id));
  expect(await write({ comment: "Needs a lamp", originId: "event:2:0" })).not.toBe(String(closed.id));
});

test("the source is the line's own, else the website, else whatever the portal has", async () => {
  const sourceOf = async (...codes: string[]) => {
    begin({ sources: codes.map((STATUS_ID) => ({ STATUS_ID })) });
    await write({ comment: "Needs a kettle" });
    return crm.leads[0]?.["sourceId"];
  };
  expect(await sourceOf("WEB", "1|OPENLINE", "1|LIVECHAT")).toBe("1|LIVECHAT");
  expect(await sourceOf("WEB", "12|LIVECHAT", "1|TELEGRAM")).toBe("1|TELEGRAM");
  expect(await sourceOf("CALL", "OTHER", "WEB")).toBe("WEB");
  expect(await sourceOf("STAND", "FAIR")).toBe("STAND");
});

test("a message of 20,000 characters and a name of hundreds find room", async () => {
  const long = { comment: "x".repeat(20_000), timeline: "y".repeat(90_000), name: "Anna ".repeat(100) };
  await write(long);
  const before = structuredClone(crm.leads);
  const [lead] = before;
  expect([lead?.["name"], lead?.["comments"]].map((text) => String(text).length)).toEqual([50, 10_000]);
  await write(long);
  expect(crm.leads).toEqual(before);
  expect(texts()).toHaveLength(1);
});

test("a portal without leads gets a contact, once", async () => {
  begin({ mode: 2 });
  const contactId = await write(everything);
  expect(await write(everything)).toBe(contactId);
  expect(crm.contacts).toMatchObject([{ name: "Anna", comments: "Needs a kettle", fm: [imol(ENTITY), phone(PHONE)] }]);
  expect(crm.comments).toMatchObject([{ ENTITY_TYPE: "contact", ENTITY_ID: contactId }]);
});

test("when the portal has no time to look for the phone nothing is written; when it may not look, no contact is made", async () => {
  crm.refusals["crm.duplicate.findbycomm"] = "OPERATION_TIME_LIMIT";
  await expect(write(everything)).rejects.toMatchObject({ code: "rate_limited" });
  expect(crm.leads).toEqual([]);
  crm.refusals["crm.duplicate.findbycomm"] = "ACCESS_DENIED";
  await write(everything);
  expect(crm.leads).toMatchObject([{ fm: [imol(ENTITY), phone(PHONE)] }]);
  expect(crm.contacts).toEqual([]);
});

test("a part that the portal refuses does not cost the others, and is told", async () => {
  crm.refusals["crm.timeline.comment.add"] = "ACCESS_DENIED";
  await expect(write(everything)).rejects.toMatchObject({ code: "forbidden", method: "crm.timeline.comment.add" });
  expect(crm.leads).toHaveLength(1);
});
