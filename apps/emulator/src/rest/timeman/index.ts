import type { Portal } from "../../portal.ts";
import { nextId } from "../../state/state.ts";
import type { WorkDay } from "../../state/work-day.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, text, upperKeys, type Params } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { dayRow, isExpired } from "./day-row.ts";

const SCOPES = ["timeman"];

/** The rules of the portal's one schedule. Bitrix24 docs: timeman-settings. */
const SCHEDULE = {
  UF_TIMEMAN: true,
  UF_TM_FREE: false,
  UF_TM_MAX_START: "09:15:00",
  UF_TM_MIN_FINISH: "17:45:00",
  UF_TM_MIN_DURATION: "08:00:00",
  UF_TM_ALLOWED_DELTA: "00:15:00",
};

/** The working day of a person. Bitrix24 docs: api-reference/timeman/base. */
export const timemanMethods: RestMethod[] = [
  { name: "timeman.open", scopes: SCOPES, run: openDay },
  { name: "timeman.pause", scopes: SCOPES, run: pauseDay },
  { name: "timeman.close", scopes: SCOPES, run: closeDay },
  { name: "timeman.status", scopes: SCOPES, run: getStatus },
  {
    name: "timeman.settings",
    scopes: SCOPES,
    run: (call) => {
      readUserId(call);
      return { result: { ...SCHEDULE, ADMIN: call.caller.user.role === "manager" } };
    },
  },
];

/** Begins a day, or goes on with one that is paused or was closed today. */
function openDay(call: Call): Answer {
  const { portal } = call;
  const params = upperKeys(call.params);
  const userId = readUserId(call);
  const wanted = readTime(params);
  const day = lastDay(portal, userId);
  if (day === null || !isToday(portal, day) || wanted !== null) {
    if (wanted !== null && day?.status === "PAUSED") {
      throw badRequest("TIME", "Unable to set time, work day is paused");
    }
    if (wanted !== null && !isSameDay(wanted, portal.now())) {
      throw badRequest("WRONG_DATETIME", "Day open date should correspond to the current date");
    }
    return { result: dayRow(beginDay(portal, userId, wanted, params), portal.now()) };
  }
  // The time between is a break.
  const since = day.status === "PAUSED" ? day.pausedAt : day.finishedAt;
  const breakSeconds = day.breakSeconds + (since === null ? 0 : secondsBetween(since, portal.now()));
  Object.assign(day, { status: "OPENED", pausedAt: null, finishedAt: null, breakSeconds });
  return { result: dayRow(day, portal.now()) };
}

function beginDay(portal: Portal, userId: number, wanted: Date | null, params: Params): WorkDay {
  const nowhere = { latitude: 0, longitude: 0, ip: "" };
  const day: WorkDay = {
    id: nextId(portal.state, "workDay"),
    userId,
    status: "OPENED",
    startedAt: isoDate(wanted ?? portal.now()),
    finishedAt: null,
    pausedAt: null,
    breakSeconds: 0,
    isConfirmed: wanted === null,
    report: text(params, "REPORT"),
    openPlace: readPlace(params),
    closePlace: nowhere,
  };
  portal.state.workDays.set(day.id, day);
  return day;
}

/** Stops the clock; a day that was closed is taken up again for it, and the time since counts as work. */
function pauseDay(call: Call): Answer {
  const { portal } = call;
  const userId = readUserId(call);
  const day = lastDay(portal, userId) ?? beginDay(portal, userId, null, {});
  if (day.status !== "PAUSED") {
    Object.assign(day, { status: "PAUSED", finishedAt: null, pausedAt: isoDate(portal.now()) });
  }
  return { result: dayRow(day, portal.now()) };
}

function closeDay(call: Call): Answer {
  const { portal } = call;
  const params = upperKeys(call.params);
  const userId = readUserId(call);
  const wanted = readTime(params);
  const day = lastDay(portal, userId) ?? beginDay(portal, userId, null, {});
  if (wanted !== null && !isSameDay(wanted, new Date(day.startedAt))) {
    throw badRequest("WRONG_DATETIME", "Day close date should correspond to the day open date");
  }
  if (day.status === "CLOSED") return { result: dayRow(day, portal.now()) };
  const finished = wanted ?? portal.now();
  const lastBreak = day.pausedAt === null ? 0 : secondsBetween(day.pausedAt, finished);
  Object.assign(day, {
    status: "CLOSED",
    finishedAt: isoDate(finished),
    pausedAt: null,
    breakSeconds: day.breakSeconds + Math.max(lastBreak, 0),
    isConfirmed: day.isConfirmed && wanted === null,
    report: text(params, "REPORT") || day.report,
    closePlace: readPlace(params),
  });
  return { result: dayRow(day, portal.now()) };
}

/** Of a person who has never worked a day, a closed one that begins now. */
function getStatus(call: Call): Answer {
  const { portal } = call;
  const day = lastDay(portal, readUserId(call));
  if (day === null) return { result: { STATUS: "CLOSED" } };
  const row = dayRow(day, portal.now());
  if (!isExpired(day, portal.now())) return { result: row };
  const end = `${day.startedAt.slice(0, 10)}T${SCHEDULE.UF_TM_MIN_FINISH}+00:00`;
  return { result: { ...row, TIME_FINISH_DEFAULT: end } };
}

function lastDay(portal: Portal, userId: number): WorkDay | null {
  return [...portal.state.workDays.values()].findLast((day) => day.userId === userId) ?? null;
}

/** The caller, or whom an administrator names. */
function readUserId({ portal, caller, params }: Call): number {
  const id = integer(upperKeys(params), "USER_ID") ?? caller.user.id;
  const role = portal.state.people.get(id)?.role;
  if (role === undefined || role === "client" || role === "bot") throw badRequest("", "User not found");
  if (id !== caller.user.id && caller.user.role !== "manager") throw forbidden("ACCESS_DENIED", "Access denied!");
  return id;
}

function readTime(params: Params): Date | null {
  const given = text(params, "TIME");
  if (given === "") return null;
  const time = new Date(given);
  if (Number.isNaN(time.getTime())) throw badRequest("WRONG_DATETIME_FORMAT", "Wrong datetime format");
  return time;
}

function readPlace(params: Params): WorkDay["openPlace"] {
  return { latitude: Number(text(params, "LAT")) || 0, longitude: Number(text(params, "LON")) || 0, ip: "" };
}

function isToday(portal: Portal, day: WorkDay): boolean {
  return isSameDay(new Date(day.startedAt), portal.now());
}

function isSameDay(one: Date, other: Date): boolean {
  return one.toISOString().slice(0, 10) === other.toISOString().slice(0, 10);
}

function secondsBetween(from: string, to: Date): number {
  return Math.floor((to.getTime() - Date.parse(from)) / 1000);
}
