// Loaded before a program (`node --import`): its clock is wrong by DRILL_CLOCK_SHIFT_MS. Timers go at their usual pace.
const shiftMs = Number(process.env.DRILL_CLOCK_SHIFT_MS ?? 0);
const RightDate = globalThis.Date;
const now = () => RightDate.now() + shiftMs;

globalThis.Date = new Proxy(RightDate, {
  construct: (_date, given, target) => Reflect.construct(RightDate, given.length === 0 ? [now()] : given, target),
  apply: () => new RightDate(now()).toString(),
  get: (date, name) => (name === "now" ? now : Reflect.get(date, name)),
});
