import { PEOPLE, type Cases, type World } from "../world.ts";

const PHONE = "+491510009911";
const LINE = "reg1";

/** A contact with the phone that is called. */
const aCaller = (world: World): Promise<number> =>
  world.once("caller", () =>
    world.call("crm.contact.add", { fields: { NAME: "Anna", PHONE: [{ VALUE: PHONE, VALUE_TYPE: "WORK" }] } }),
  );

async function newCall(world: World): Promise<string> {
  await aCaller(world);
  const params = { USER_ID: PEOPLE.manager, PHONE_NUMBER: PHONE, TYPE: 2, EXTERNAL_CALL_ID: crypto.randomUUID() };
  return (await world.call("telephony.externalCall.register", params)).CALL_ID;
}

const aCall = (world: World): Promise<string> => world.once("call", () => newCall(world));

async function newLine(world: World): Promise<string> {
  const NUMBER = `7495${Math.floor(Math.random() * 1e7)}`;
  await world.call("telephony.externalLine.add", { NUMBER, NAME: "Support" });
  return NUMBER;
}

const SPEECH = { FROM_LINE: LINE, TO_NUMBER: PHONE, TEXT_TO_PRONOUNCE: "Your order is ready" };

export const telephonyCases: Cases = {
  "telephony.externalCall.register": async (world) => {
    await aCaller(world);
    return { USER_ID: PEOPLE.manager, PHONE_NUMBER: PHONE, TYPE: 1 };
  },
  "telephony.externalCall.show": async (world) => ({ CALL_ID: await aCall(world), USER_ID: PEOPLE.manager }),
  "telephony.externalCall.hide": async (world) => ({ CALL_ID: await aCall(world), USER_ID: PEOPLE.manager }),
  "telephony.externalCall.finish": async (world) => ({
    CALL_ID: await newCall(world),
    USER_ID: PEOPLE.manager,
    DURATION: 95,
    VOTE: 5,
    STATUS_CODE: "200",
  }),
  "telephony.externalCall.attachRecord": async (world) => ({
    CALL_ID: await newCall(world),
    FILENAME: "call.mp3",
    FILE_CONTENT: "SUQz",
  }),
  "telephony.externalCall.searchCrmEntities": async (world) => {
    await aCaller(world);
    return { PHONE_NUMBER: PHONE };
  },
  "telephony.call.attachTranscription": async (world) => ({
    CALL_ID: await newCall(world),
    MESSAGES: [{ SIDE: "User", START_TIME: 1, STOP_TIME: 2, MESSAGE: "Hello" }],
  }),
  "telephony.externalLine.add": () => ({ NUMBER: "74951234567", NAME: "Support" }),
  "telephony.externalLine.get": async (world) => {
    await newLine(world);
    return {};
  },
  "telephony.externalLine.update": async (world) => ({ NUMBER: await newLine(world), NAME: "Sales" }),
  "telephony.externalLine.delete": async (world) => ({ NUMBER: await newLine(world) }),
  "voximplant.callback.start": () => SPEECH,
  "voximplant.infocall.startwithtext": () => SPEECH,
  "voximplant.infocall.startwithsound": () => ({ FROM_LINE: LINE, TO_NUMBER: PHONE, URL: "https://example.com/a.mp3" }),
  "voximplant.line.get": () => ({}),
  "voximplant.line.outgoing.get": () => ({}),
  "voximplant.line.outgoing.set": () => ({ LINE_ID: LINE }),
  "voximplant.statistic.get": async (world) => {
    await world.call("telephony.externalCall.finish", { CALL_ID: await newCall(world), USER_ID: PEOPLE.manager });
    return {};
  },
  "voximplant.tts.voices.get": () => ({}),
  "voximplant.url.get": () => ({}),
  "voximplant.user.get": () => ({ USER_ID: [PEOPLE.manager] }),
};
