/** Absences, days, tickets, computers, the CRM and reports. */
export const OFFICE = `
отпуск отгул выходной. каникул отдохнуть. отдых больничн отсутств vacation leave. holiday dayoff absence;
январ феврал март. марта. апрел мая. май. июн июл август сентябр октябр ноябр декабр january february march. april
  may. june july august september october november december;
понедельник вторник сред среда четверг пятниц суббот воскресен monday tuesday wednesday thursday friday saturday
  sunday;
сегодня. завтра. вчера. послезавтра today. tomorrow yesterday tonight;
недел week weeks weekly;
месяц квартал полугоди month quarter;
заявк тикет обращени инцидент хелпдеск ticket helpdesk incident;
компьютер комп. компа. комп ноутбук ноут. принтер сканер мышк клавиатур монитор сервер computer. laptop printer
  scanner keyboard monitor server;
интернет вайфай wifi сеть. сети. впн. vpn. роутер internet network router;
почта. почту. почте. почты. аутлук outlook мейл имейл письм email mailbox inbox;
программ софт. приложени 1с. эксель excel браузер ворд software program. application browser;
парол логин войти. вход. зайти. захожу. залогин авториз учетк учетн аккаунт доступ password login signin account
  access;
установи устанавл инстал настрой настрои обнови install setup configure update;
сделк воронк лид. лиды. лидов продажн deal. deals. pipeline funnel leads;
задач поручени таск. таски. todo task. tasks.;
созда добавь. добавить. заведи завести. запиши назначь поставь. поставить. create add. assign;
покажи показать. выведи дай. список перечен открой. show. list. display;
найди найти. поищи поиск ищу. отыщи find search lookup;
клиент контрагент покупател заказчик client. clients. customer;
компани фирм организаци предприят company firm. organisation organization;
контакт телефон. номер. номера. contact;
просроч горящ срочн дедлайн urgent overdue deadline;
отчет статистик аналитик сводк показател динамик отчетн report statistic analytic dashboard summary;
выручк оборот. продаж продали продано доход прибыл касса. кассу. revenue turnover sales sold income profit;
`;
