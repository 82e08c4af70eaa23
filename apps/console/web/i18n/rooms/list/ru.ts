import type { messages as english } from "./en.ts";

const list: (typeof english)["list"] = {
  search: "Имя клиента",
  filters: "Фильтры",
  filtersOn: "{count, plural, =0 {Фильтры} other {Фильтры: #}}",
  bot: "Бот",
  line: "Открытая линия",
  lineName: "Линия {id}",
  topic: "Тема",
  any: "Неважно",
  mine: "Мои",
  mineHint: "Те, что ведёте вы",
  late: "Просроченные",
  lateHint: "Клиенты, которые ждут человека дольше, чем допускает портал",
  clear: "Сбросить фильтры",
  remove: "Убрать фильтр",
  view: {
    title: "Сохранить вид",
    name: "Название",
    shared: "Для всех",
    sharedHint: "Появится в боковой панели у каждого",
    save: "Сохранить",
    saved: "Сохранено. Вид стоит под очередями.",
    of: "Общий, создал {name}",
    remove: "Удалить вид «{name}»",
  },
};

const palette: (typeof english)["palette"] = {
  title: "Перейти или сделать",
  placeholder: "Страница, очередь, имя клиента",
  nothing: "Ничего с таким названием нет.",
  groups: { go: "Перейти", views: "Сохранённые виды", clients: "Клиенты", set: "Настройки" },
  theme: "Тема: {theme}",
  language: "Язык: {language}",
  shortcuts: "Горячие клавиши",
  signOut: "Выйти",
};

export const messages: typeof english = { list, palette };
