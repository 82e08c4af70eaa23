/** The commonest given names, folded: they tell a name from any other word where letters are all small. */
const GIVEN = new Set(
  [
    "александр александра алексей алена алина алиса алла анастасия анатолий ангелина андрей анна антон антонина аня",
    "арина аркадий арсений артем артур богдан борис вадим валентин валентина валерий валерия варвара василий",
    "василиса вера вероника виктор виктория виталий влад владимир владислав владислава вячеслав галина геннадий",
    "георгий герман глеб григорий дарья даша денис диана дима дмитрий евгений евгения егор екатерина елена",
    "елизавета женя захар зинаида злата зоя иван игорь ильдар илья инна ирина кирилл катя константин костя ксения",
    "лариса леонид лера лидия лена лиза лев любовь людмила люба маша макар максим марат маргарита марина мария марк",
    "матвей милана мира михаил миша надежда настя наталья наталия наташа никита николай нина оксана олег олеся",
    "ольга оля павел паша петр платон полина раиса ренат рита роман роза руслан светлана света саша семен сергей",
    "слава софия софья станислав степан таисия тамара татьяна таня тарас тимофей тимур ульяна федор эдуард элина",
    "эльвира эмилия юлия юля юра юрий яна ярослав ярослава",
    "adam alan alex alexander alice amanda amy andrea andrew angela anna anne anthony barbara ben benjamin bob",
    "brian carol charles chris christine christopher claire daniel david deborah diana donald edward elena",
    "elizabeth emily emma eric ethan eva frank gary george grace hannah harry helen henry igor ivan jack jacob",
    "james jane jason jeff jennifer jessica jim joe john jonathan joseph julia julie karen kate katherine kevin",
    "laura lily linda lisa lucy maria mark martin mary matthew max michael michelle mike natalie nicholas nick",
    "nicole oliver olivia oscar patricia patrick paul peter rachel rebecca richard robert ryan sam samuel sandra",
    "sarah scott sergey simon sophia stephen steve susan thomas tim tom victor victoria william",
  ].flatMap((names) => names.split(" ")),
);

/** Latin or Cyrillic, any case of letters. */
export function isGivenName(word: string): boolean {
  return GIVEN.has(word.toLowerCase().replaceAll("ё", "е"));
}

/** Endings that only surnames and names from the father's have, folded. */
const SURNAME =
  /(?:ов|ова|ев|ева|ин|ина|ын|ына|ский|ская|цкий|цкая|ской|енко|чук|щук|юк|вич|вна|ична|ян|дзе|швили|ых|ко|ник|ец|ман|сон|берг|оглы|улы|кызы)$/u;

export function looksLikeSurname(word: string): boolean {
  return word.length > 3 && SURNAME.test(word.toLowerCase().replaceAll("ё", "е"));
}
