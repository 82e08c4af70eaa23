import type { BuiltInRule } from "./built-in-rule.ts";

const RESPONSIBLE = { kind: "role", role: "responsible" } as const;
const CREATOR = { kind: "role", role: "creator" } as const;

export const TASK_RULES: Readonly<Record<string, BuiltInRule>> = {
  "task.overdue": {
    title: { en: "A task is overdue", ru: "Задача просрочена" },
    trigger: { kind: "record", record: "task", changes: ["overdue"] },
    audience: [RESPONSIBLE, CREATOR],
    tone: "alert",
    buttons: ["complete", "open", "why"],
    template: {
      en: {
        title: "Task “{record.title}” is overdue",
        rows: [
          { name: "Deadline", value: "{record.deadlineAt}" },
          { name: "Days late", value: "{record.lateDays}" },
          { name: "Responsible", value: "{record.responsible}" },
          { name: "Set by", value: "{record.creator}" },
        ],
      },
      ru: {
        title: "Задача «{record.title}» просрочена",
        rows: [
          { name: "Крайний срок", value: "{record.deadlineAt}" },
          { name: "Дней просрочки", value: "{record.lateDays}" },
          { name: "Исполнитель", value: "{record.responsible}" },
          { name: "Постановщик", value: "{record.creator}" },
        ],
      },
    },
  },
  "task.comment": {
    title: { en: "A comment in a task", ru: "Комментарий в задаче" },
    trigger: { kind: "record", record: "task", changes: ["commented"] },
    audience: [{ kind: "role", role: "participants" }],
    buttons: ["open", "why"],
    template: {
      en: {
        title: "{actor.name} commented on the task “{record.title}”",
        rows: [{ name: "Comment", value: "{record.comment}" }],
      },
      ru: {
        title: "{actor.name}: комментарий к задаче «{record.title}»",
        rows: [{ name: "Комментарий", value: "{record.comment}" }],
      },
    },
  },
  "task.assigned": {
    title: { en: "A task is yours", ru: "Вам назначена задача" },
    trigger: { kind: "record", record: "task", changes: ["added", "updated"] },
    condition: 'change == "added" || (before != null && before.responsibleId != record.responsibleId)',
    audience: [RESPONSIBLE],
    tone: "primary",
    buttons: ["open", "why"],
    template: {
      en: {
        title: "The task “{record.title}” is yours",
        rows: [
          { name: "Set by", value: "{record.creator}" },
          { name: "Deadline", value: "{record.deadlineAt}" },
          { name: "Responsible before", value: "{before.responsible}" },
        ],
      },
      ru: {
        title: "Вам назначена задача «{record.title}»",
        rows: [
          { name: "Постановщик", value: "{record.creator}" },
          { name: "Крайний срок", value: "{record.deadlineAt}" },
          { name: "Прежний исполнитель", value: "{before.responsible}" },
        ],
      },
    },
  },
  "task.deadline": {
    title: { en: "A task's deadline changed", ru: "Сменился срок задачи" },
    trigger: { kind: "record", record: "task", changes: ["updated"] },
    condition: "before != null && before.deadlineAt != record.deadlineAt",
    audience: [RESPONSIBLE, CREATOR],
    buttons: ["open", "why"],
    template: {
      en: {
        title: "The deadline of the task “{record.title}” changed: {record.deadlineAt}",
        rows: [
          { name: "Before", value: "{before.deadlineAt}" },
          { name: "Now", value: "{record.deadlineAt}" },
          { name: "Changed by", value: "{actor.name}" },
        ],
      },
      ru: {
        title: "Сменился срок задачи «{record.title}»: {record.deadlineAt}",
        rows: [
          { name: "Было", value: "{before.deadlineAt}" },
          { name: "Стало", value: "{record.deadlineAt}" },
          { name: "Кто изменил", value: "{actor.name}" },
        ],
      },
    },
  },
  "task.status": {
    title: { en: "A task's status changed", ru: "Сменился статус задачи" },
    trigger: { kind: "record", record: "task", changes: ["updated"] },
    condition: "before != null && before.status != record.status",
    audience: [RESPONSIBLE, CREATOR],
    buttons: ["open", "why"],
    template: {
      en: {
        title: "Task “{record.title}”: {record.statusName}",
        rows: [
          { name: "Before", value: "{before.statusName}" },
          { name: "Now", value: "{record.statusName}" },
          { name: "Changed by", value: "{actor.name}" },
        ],
      },
      ru: {
        title: "Задача «{record.title}»: {record.statusName}",
        rows: [
          { name: "Было", value: "{before.statusName}" },
          { name: "Стало", value: "{record.statusName}" },
          { name: "Кто изменил", value: "{actor.name}" },
        ],
      },
    },
  },
};
