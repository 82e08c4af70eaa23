/** Words of a question that name no product, in both languages. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `а и или но же бы ли не ни да нет есть имеется имеются наличии наличие наличия остался осталась осталось остались остаток
  в во на по с со у из за для от до о об к ко под при без через вас вам ваш ваши вашем мне меня мой нам нас я мы вы он она оно они
  это этот эта эти то тот та те такой такая такие какой какая какие какое что чего где когда как кто сколько почем ещё еще уже
  только можно нужно нужен нужна нужны надо хочу хотел хотела хотелось хотим ищу ищем интересует интересуют интересно подскажите
  скажите пожалуйста плиз привет здравствуйте здрасьте добрый доброе добрая день вечер утро ночи спасибо купить куплю заказать
  взять приобрести стоит стоят цена цены цену ценой стоимость магазин магазине магазинах склад складе складах товар товары товара
  продаете продаёте продается продаётся штук штука шт вообще будет будут сейчас сегодня завтра тут там проверьте посмотрите
  a an the and or but not no yes is are am be been was were do does did have has had got get there any some all in on at of for to
  from with by about you your yours we our us i me my it its this that these those what which when where who how much many more
  price prices cost costs stock available availability store stores shop buy order want need looking look like would could can
  please pls hi hello hey thanks thank good morning evening day left still now today check tell sell item items product products
  est li vas u nalichii skolko stoit cena tsena hochu kupit mne nuzhen nuzhna privet zdravstvuite`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
