/** How the steps of a path are told. */
export const SENTENCES = {
  en: {
    event: (subject: string, change: string, by: string) => `What happened: ${subject} ${change}${by}.`,
    by: (name: string) => `, by ${name}`,
    rule: (title: string) => `The rule “${title}” is about that.`,
    held: "Its condition holds.",
    notHeld: "Its condition does not hold, so nobody was told.",
    failed: (problem: string) => `It could not be evaluated. ${problem}`,
    told: (as: string) => `It tells ${as}.`,
    leftOut: (as: string, reason: string) =>
      as === "" ? `Nobody is told: ${reason}.` : `It tells ${as}, but ${reason}.`,
    notHeldBack: (reason: string) => `Nothing holds it back: ${reason}.`,
    waits: (reason: string, until: string) => `It waits until ${until}: ${reason}.`,
    stopped: (reason: string) => `It was not told: ${reason}.`,
    passed: (step: string, reason: string) =>
      reason === "" ? `${step}: nothing to hold it back.` : `${step}: ${reason}.`,
    stoppedAt: (step: string, reason: string) => (reason === "" ? `${step}: it was held back.` : `${step}: ${reason}.`),
    sent: "The message was sent.",
    steps: {
      dedupe: "Repeats",
      group: "Grouping",
      inhibit: "A larger failure",
      delay: "Delay",
      budget: "The portal's limits",
    },
  },
  ru: {
    event: (subject: string, change: string, by: string) => `Что произошло: ${subject} — ${change}${by}.`,
    by: (name: string) => `, ${name}`,
    rule: (title: string) => `Это касается правила «${title}».`,
    held: "Его условие выполнено.",
    notHeld: "Его условие не выполнено, поэтому никто не уведомлён.",
    failed: (problem: string) => `Правило не удалось вычислить. ${problem}`,
    told: (as: string) => `Кого оно уведомляет: ${as}.`,
    leftOut: (as: string, reason: string) =>
      as === "" ? `Никто не уведомлён: ${reason}.` : `Кого оно уведомляет: ${as}, но ${reason}.`,
    notHeldBack: (reason: string) => `Ничто не мешает сообщить сразу: ${reason}.`,
    waits: (reason: string, until: string) => `Отложено до ${until}: ${reason}.`,
    stopped: (reason: string) => `Сообщения не было: ${reason}.`,
    passed: (step: string, reason: string) => (reason === "" ? `${step}: не мешает.` : `${step}: ${reason}.`),
    stoppedAt: (step: string, reason: string) => (reason === "" ? `${step}: задержано.` : `${step}: ${reason}.`),
    sent: "Сообщение отправлено.",
    steps: {
      dedupe: "Повторы",
      group: "Группировка",
      inhibit: "Более крупная авария",
      delay: "Задержка",
      budget: "Лимиты портала",
    },
  },
} as const;

export const CHANGES = {
  en: {
    added: "was added",
    updated: "was changed",
    deleted: "was deleted",
    commented: "was commented on",
    overdue: "became overdue",
    stale: "has stood still",
  },
  ru: {
    added: "создание",
    updated: "изменение",
    deleted: "удаление",
    commented: "комментарий",
    overdue: "просрочка",
    stale: "нет движения",
  },
} as const;

export const AS_WHAT = {
  en: {
    responsible: "the responsible person",
    creator: "who set or made it",
    participants: "its participants",
    supervisor: "the head of the responsible person",
    person: "a person whom it names",
    department: "a department",
    order_department: "the department for orders",
    chat: "a group chat",
    on_call: "who is on call",
  },
  ru: {
    responsible: "ответственный",
    creator: "постановщик или автор",
    participants: "участники",
    supervisor: "руководитель ответственного",
    person: "названный в правиле сотрудник",
    department: "отдел",
    order_department: "отдел заказов",
    chat: "групповой чат",
    on_call: "дежурный",
  },
} as const;

export const REASONS = {
  en: {
    actor: "they did it themselves",
    not_there: "they have no account any more",
    nobody: "there is nobody to tell",
    muted: "its reader has muted the rule",
    urgent: "it is urgent",
    digest: "its reader wants it in the digest",
    digest_of_rule: "the rule comes as a digest",
    quiet_hours: "these are quiet hours of its reader",
    off_work: "its reader is off work",
    not_quiet: "these are no quiet hours",
  },
  ru: {
    actor: "это сделал он сам",
    not_there: "у него больше нет учётной записи",
    nobody: "некого уведомлять",
    muted: "получатель отключил это правило",
    urgent: "это срочно",
    digest: "получатель хочет видеть это в дайджесте",
    digest_of_rule: "правило приходит дайджестом",
    quiet_hours: "у получателя тихие часы",
    off_work: "у получателя нерабочее время",
    not_quiet: "сейчас не тихие часы",
  },
} as const;
