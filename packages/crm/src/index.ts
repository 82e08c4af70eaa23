export * from "./task/create-task-once.ts";
