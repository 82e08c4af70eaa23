/** Lists of days off. */
export const listTexts = {
  en: {
    mine: "Your days off:",
    mineNone: "You have no days off this year or later.",
    mineLine:
      "{days}: {kind}, {state, select, requested {waiting} approved {granted} declined {declined} withdrawn {withdrawn} expired {expired} no_approver {nobody to approve} cancelled {cancelled} other {over}}",
    mineLeft: "Left in {year}: {left} of {all}.",
    changeNamed: "Change {days}",
    withdrawNamed: "Withdraw {days}",
    outToday: "Away today:",
    outOn: "Away on {days}:",
    outSoon: "In the next days:",
    outNobody: "Everybody is there.",
    outNobodyOn: "Nobody is away on {days}, as far as I know.",
    outLine:
      "{name}: {until, select, today {today} other {until {day, date, ::dMMMM}}}{remote, select, yes {, works from elsewhere} other {}}",
    outSoonLine: "{name}: {days}{remote, select, yes {, works from elsewhere} other {}}",
    outMore: "… and {count} more.",
  },
  ru: {
    mine: "Ваши отпуска:",
    mineNone: "В этом году и дальше у вас ничего нет.",
    mineLine:
      "{days}: {kind}, {state, select, requested {ждёт решения} approved {согласовано} declined {отказано} withdrawn {отозвано} expired {срок вышел} no_approver {некому согласовать} cancelled {отменено} other {прошло}}",
    mineLeft: "Осталось в {year} году: {left} из {all}.",
    changeNamed: "Изменить {days}",
    withdrawNamed: "Отозвать {days}",
    outToday: "Сегодня нет:",
    outOn: "{days} нет:",
    outSoon: "В ближайшие дни:",
    outNobody: "Все на месте.",
    outNobodyOn: "{days}: насколько я знаю, все на месте.",
    outLine:
      "{name}: {until, select, today {сегодня} other {до {day, date, ::dMMMM}}}{remote, select, yes {, работает удалённо} other {}}",
    outSoonLine: "{name}: {days}{remote, select, yes {, работает удалённо} other {}}",
    outMore: "… и ещё {count}.",
  },
} as const;
