/** Home, travel, leisure and banking. */
export const EVERYDAY = `
громк громч тише. потише звук volume louder quieter loud sound mute unmute
музык песн песен плейлист альбом мелоди music song songs playlist album
свет. света. освещ лампоч люстру light lights lamps
будильник разбуди alarm. alarms wake
погод дожд снег. температур прогноз градус мороз weather rain snow temperature forecast umbrella
новост заголовк газет news headline
встреч совещани событи календар мероприят расписани meeting event calendar appointment schedul
напомни напоминан remind reminder
рецепт приготовить блюд готовит cook cooking recipe dish
еда. еды. еду. ужин обед завтрак пицц ресторан кафе food dinner lunch breakfast pizza restaurant meal takeaway
такси. машину. поезд автобус самолет рейс билет taxi cab. uber train. bus. flight flights plane airline
пробк трафик traffic road commute
кофе. чай. эспрессо латте coffee tea. espresso
уборк убери пылесось пропылесось почисть clean. cleaner tidy
удали сотри стереть убрать delete remove erase
радио fm. радиостанц radio
фильм кино. сериал movie movies film cinema
игра. игру. играть поиграем сыграй game games
книг аудиокниг чита book audiobook podcast подкаст
курс. валют евро доллар currency euro dollar
акции. акций котиров биржа stocks shares
шутк пошути анекдот смешн joke funny
язык перевод перевести переведите translate language translation
имя. зовут. фамили name. surname
пин пинкод pin. passcode
баланс остаток balance
банк. банка. банкомат снять снятия налич. bank atm. withdraw
перевод. перечисл зачисл пополн transferr deposit
комисси сбор. удержал fees. commission charge. charged charges
украли потерял утерял пропал lost stolen missing
ошибк неверн неправильн error wrong incorrect mistake
подтверд верифи провер confirm verif check
повтор еще. снова. опять again. repeat another
останов стоп. прекрат stop. pause пауз
увелич прибав increase raise higher
уменьш убав сниз decrease reduce lower
режим. график. часы. открыт закрыт hours. open. opened closed
`;
