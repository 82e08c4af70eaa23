/**
 * Words that stand where a name is asked for and are none: greetings, answers, wishes, what a shop talks of. Folded; a word
 * counts when it begins with one of the stems, or is one of the whole words.
 */
const STEMS = [
  "привет здравств здрасьт здраст добрый доброе доброго спасиб пожалуй извин прости подскаж скаж говор",
  "хочу хотел хоте нужн надо можн могу могла помог дайте давай покаж позов позвон соедин перевед",
  "переключ купи купл верну верни возврат возвращ обмен отмен отмени отправ назад далее дальше пропуст",
  "заказ товар достав самовывоз курьер оплат цена цену сколько стоим налич магазин номер телефон статус",
  "оператор менеджер человек живой сотрудник консультант специалист поддержк робот администр",
  "почему зачем когда куда какой какая какие вопрос проблем слома",
  "сегодня вчера завтра сейчас потом позже срочно быстр конечно хорошо ладно понят ясно неважно аноним",
  "секрет",
  "телевиз холодил стирал чайник кофе пылесос наушник ноутбук утюг плит микроволн смартфон",
  "неправ невер ошиб забыл другой другая другое ничего никак обратно обращ клиент покупател фамили отчеств",
  "order return refund operator agent deliver cancel please thank speak talk human manager support",
  "looking waiting trying calling writing asking wondering interested question problem product price phone",
  "number status",
].flatMap((line) => line.split(" "));
const WHOLE = new Set(
  [
    "samsung самсунг apple iphone айфон xiaomi сяоми huawei bosch бош lg sony philips tefal redmond lenovo asus",
    "acer dyson siemens braun ozon озон яндекс авито wildberries bitrix битрикс москва питер петербург россия",
    "казань самара екатеринбург новосибирск минск",
    "около давно примерно где как что чего кто чей жду ищу бот чек брак просто ой ох эх ура дом улица квартира артикул код осень зима",
    "лето весна zakaz privet da net",
    "да нет не ага угу неа ну вот это я мы вы ты он она они мой моя мое мои меня мне нас нам вас вам ваш ваша и а",
    "но или с со в во на по к о об от до для из у за без же ли бы то так уже еще все всё нету есть имя зовут алло",
    "эй ау хай хей ок окей окс лол стоп меню помощь старт выход муж жена сын дочь мама папа тот тут там тест кому",
    "yes no yeah yep nope not ok okay hi hello hey good morning evening day bye start stop menu help back skip the",
    "a an my your our is am are was it this that there here i you he she we they me him her us them want need would",
    "like to can could do does did will why what when where who how which from of for and or but in on at by with",
    "about just sorry sure fine thanks later now sir madam name bot robot person someone anyone new old test",
    "nothing none never very so too also still really afraid glad happy unhappy angry ready done back home getting",
    "going having going sick tired ill",
  ].flatMap((words) => words.split(" ")),
);

export function isNoName(word: string): boolean {
  return WHOLE.has(word) || (word.length > 3 && STEMS.some((stem) => word.startsWith(stem)));
}
