export { armCrashPoint, CRASH_POINTS, crashPoint, type CrashPoint } from "./crash-point.ts";
export { createLogger, type Logger } from "./logger.ts";
